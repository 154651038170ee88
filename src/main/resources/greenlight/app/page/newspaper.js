// @ts-check
// The newspaper: each event with its reason, and the way from it to its moment on the charts.
"use strict";

const Newspaper = (() => {
  const FRONT = new Set(["LAUNCH", "OFFER", "REFUSAL", "SIGNING", "PILOT_PASSED", "PILOT_FAILED", "TRANCHE", "RENEWAL", "RENEGOTIATION", "COMPLETION", "TERMINATION", "VOIDING", "SHUTDOWN", "PIVOT", "INSOLVENCY", "ACQUISITION"]);
  const LARGE = new Set(["OUTSIDE", "INSOLVENCY", "SHUTDOWN", "JUDGMENT", "FINE", "VOIDING", "ACQUISITION"]);
  let all = false;
  /** @type {(quarter: number) => void} */
  let go = () => {};

  /** Whether it stands on the front page. @param {Run} run @param {News} event */
  const isFront = (run, event) => (FRONT.has(event.kind) && [event.who, event.whom].includes(run.flagship)) || LARGE.has(event.kind);

  /** @param {News} event */
  function article(event) {
    const at = event.sentence.indexOf(": ");
    const headline = at > 0 ? event.sentence.slice(0, at) : event.sentence;
    const reason = at > 0 ? event.sentence.slice(at + 2) : "";
    return element(
      "li",
      { class: "item " + tone(event.kind) },
      element("button", { type: "button", onclick: () => go(event.quarter) }, element("strong", {}, headline), reason ? element("span", {}, Words.capital(reason) + ".") : ""),
    );
  }

  /** @param {string} kind */
  function tone(kind) {
    if (["SIGNING", "PILOT_PASSED", "RENEWAL", "COMPLETION", "TRANCHE"].includes(kind)) return "good";
    if (["VOIDING", "TERMINATION", "PILOT_FAILED", "SHUTDOWN", "INSOLVENCY", "FAILED_ROUND"].includes(kind)) return "bad";
    if (["SUIT", "JUDGMENT", "SETTLEMENT", "FINE", "DISMISSAL"].includes(kind)) return "law";
    return "";
  }

  /** Prints what has happened so far. @param {Run} run @param {number} quarter @param {number} seen */
  function print(run, quarter, seen) {
    const place = byId("news");
    const issues = [];
    for (let q = 0; q <= seen; q++) {
      const events = run.events.filter((event) => event.quarter === q && (all || isFront(run, event)));
      if (!events.length && q !== quarter) continue;
      const list = element("ol", {}, ...(events.length ? events.map(article) : [element("li", { class: "item quiet-quarter" }, "A quiet quarter.")]));
      issues.push(element("section", { class: "issue", "data-quarter": q }, element("h3", {}, run.labels[q]), list));
    }
    place.replaceChildren(...issues);
    turn(run, quarter);
  }

  /** Turns to a quarter. @param {Run} run @param {number} quarter */
  function turn(run, quarter) {
    const place = byId("news");
    byId("dateline").textContent = run.labels[quarter] + " \u00b7 " + run.world.name;
    let now;
    for (const issue of place.children) {
      const is = Number(issue.dataset.quarter) === quarter;
      issue.classList.toggle("now", is);
      if (is) now = issue;
      issue.classList.toggle("later", Number(issue.dataset.quarter) > quarter);
    }
    if (now) place.scrollTop = now.offsetTop - place.offsetTop - 4;
  }

  /** @param {{go: (quarter: number) => void, redraw: () => void}} page */
  function start(page) {
    go = page.go;
    for (const button of document.querySelectorAll("[data-news]")) {
      button.addEventListener("click", () => {
        all = /** @type {HTMLElement} */ (button).dataset.news === "all";
        for (const each of document.querySelectorAll("[data-news]")) each.setAttribute("aria-pressed", String(each === button));
        page.redraw();
      });
    }
  }

  return { print, turn, start };
})();
