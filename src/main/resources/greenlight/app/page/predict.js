// @ts-check
// Predict, then reveal: the student draws a curve and picks an end before the run shows.
"use strict";

const Predict = (() => {
  /** Curves to pick from by those who do not draw: words, share of the top at each part of the time. @type {[string, (t: number) => number][]} */
  const SHAPES = [
    ["rises and stays", (t) => Math.min(0.7, t * 1.2)],
    ["rises, then falls back", (t) => Math.max(0.06, t < 0.45 ? t * 1.7 : 0.77 - (t - 0.45) * 1.6)],
    ["keeps rising", (t) => 0.9 * t * t],
    ["never takes off", () => 0.06],
  ];
  /** @type {Figure} */
  let figure;
  /** @type {(number | null)[]} */
  let guess = [];
  let top = 1;
  let revealed = false;
  /** @type {Run | undefined} */
  let shownRun;

  /** @param {{luck: () => void}} page */
  function start(page) {
    figure = new Figure("predict", "People on all platforms", "Draw across the empty chart: how many people will use a video platform, quarter by quarter?", false);
    figure.body.classList.add("drawable");
    byId("view-predict").append(
      element("h2", { class: "view-title" }, "Predict, then reveal"),
      element("p", { class: "lede" }, "The run has been worked out and is hidden. Say what you think before you look: a guess on the wall is what a class argues about."),
      element("fieldset", { class: "picks", id: "predict-end" }),
      element("div", { class: "tries" }, element("span", { class: "label" }, "Draw with the pointer, or take a shape:"), ...SHAPES.map(([words, shape]) => element("button", { type: "button", class: "chip", onclick: () => take(shape) }, words))),
      figure.root,
      element("div", { class: "tries" },
        element("button", { type: "button", class: "primary", id: "reveal", onclick: reveal }, "Reveal the run"),
        element("button", { type: "button", id: "predict-again", onclick: page.luck }, "Another luck, another try")),
      element("p", { class: "verdict", id: "predict-verdict", "aria-live": "polite" }),
    );
    let down = false;
    figure.body.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      down = !revealed;
      if (down) figure.body.setPointerCapture(event.pointerId);
      mark(event);
    });
    figure.body.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => down && mark(event));
    figure.body.addEventListener("pointerup", () => (down = false));
  }

  const AREA = { left: 52, right: 14, top: 14, bottom: 30 };
  const x = (/** @type {number} */ q) => AREA.left + (q / (guess.length - 1)) * (figure.body.clientWidth - AREA.left - AREA.right);
  const y = (/** @type {number} */ value) => AREA.top + (1 - value / top) * (figure.body.clientHeight - AREA.top - AREA.bottom);
  let latest = -1;

  /** @param {PointerEvent} event */
  function mark(event) {
    if (revealed || !guess.length) return;
    const box = figure.body.getBoundingClientRect();
    const width = box.width - AREA.left - AREA.right;
    const q = Math.round(((event.clientX - box.left - AREA.left) / width) * (guess.length - 1));
    const part = 1 - (event.clientY - box.top - AREA.top) / (box.height - AREA.top - AREA.bottom);
    if (q < 0 || q >= guess.length) return;
    const value = Math.max(0, Math.min(1, part)) * top;
    const from = event.type === "pointermove" && latest >= 0 ? latest : q;
    const was = guess[from] ?? value;
    for (let at = Math.min(from, q); at <= Math.max(from, q); at++) {
      guess[at] = from === q ? value : was + ((at - from) / (q - from)) * (value - was);
    }
    latest = q;
    paint();
  }

  /** @param {(t: number) => number} shape */
  function take(shape) {
    if (revealed) return;
    guess = guess.map((_, q) => shape(q / (guess.length - 1)) * top);
    paint();
  }

  /** Hides a run that has not been guessed yet. @param {Run} run */
  function show(run) {
    if (run !== shownRun) {
      shownRun = run;
      revealed = false;
      latest = -1;
      guess = Array(run.quarters).fill(null);
      const peak = Math.max(...run.read("market", "active_users"));
      const power = 10 ** Math.floor(Math.log10(peak * 1.4 || 1));
      top = power * ([1, 2, 5, 10].find((n) => n * power >= peak * 1.4) || 10);
      const years = [...new Set(run.labels.map((label) => label.slice(0, 4)))];
      byId("predict-end").replaceChildren(
        element("legend", {}, `When does ${run.flagship} close its video platform?`),
        ...[...years, "It stays open"].map((words) => element("label", {}, element("input", { type: "radio", name: "end", value: words }), words)),
      );
      byId("predict-verdict").textContent = "";
      byId("reveal").disabled = false;
    }
    paint();
  }

  function paint() {
    const width = figure.body.clientWidth;
    const height = figure.body.clientHeight;
    if (!width || !shownRun) return;
    const run = shownRun;
    const colour = Palette.now();
    const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "font-size": 12, "aria-hidden": "true" });
    for (const part of [0, 0.5, 1]) {
      svg.append(drawn("path", { d: `M${AREA.left} ${y(part * top)}H${width - AREA.right}`, stroke: colour.rule }), drawn("text", { x: AREA.left - 8, y: y(part * top) + 4, "text-anchor": "end", fill: colour.soft }, Words.tight(part * top)));
    }
    run.labels.forEach((label, q) => label.endsWith("Q1") && svg.append(drawn("text", { x: x(q), y: height - 8, "text-anchor": "middle", fill: colour.soft }, innerWidth < 600 ? "\u2019" + label.slice(2, 4) : label.slice(0, 4))));
    const path = (/** @type {(number | null)[]} */ values) => values.reduce((d, value, q) => d + (value === null ? "" : (d && values[q - 1] !== null ? "L" : "M") + x(q).toFixed(1) + " " + y(value).toFixed(1)), "");
    const drawnSome = guess.some((value) => value !== null);
    if (!drawnSome && !revealed) svg.append(drawn("text", { x: width / 2, y: height / 2, "text-anchor": "middle", fill: colour.soft, "font-size": 15 }, "Draw your guess here"));
    if (revealed) svg.append(drawn("path", { d: path(run.read("market", "active_users")), fill: "none", stroke: colour.accent, "stroke-width": 3, "data-run": "1" }));
    svg.append(drawn("path", { d: path(guess), fill: "none", stroke: colour.ink, "stroke-width": 2.2, "stroke-dasharray": "7 4", "stroke-linecap": "round", "data-guess": "1" }));
    figure.body.replaceChildren(svg);
    figure.key([["your guess", colour.ink], ...(revealed ? [/** @type {[string, string]} */ (["the run", colour.accent])] : [])]);
    figure.say(
      revealed ? "The guess and the run, side by side." : drawnSome ? "A guess is drawn; the run is hidden." : "Nothing is drawn yet; the run is hidden.",
      () => ({ head: ["quarter", "your guess", ...(revealed ? ["the run"] : [])], rows: run.labels.map((label, q) => [label, guess[q] === null ? "" : Words.scaled(/** @type {number} */ (guess[q])), ...(revealed ? [Words.scaled(run.at("market", "active_users", q))] : [])]) }),
    );
  }

  function reveal() {
    if (!shownRun) return;
    const run = shownRun;
    revealed = true;
    byId("reveal").disabled = true;
    paint();
    const truth = run.read("market", "active_users");
    const drawnAt = guess.flatMap((value, q) => (value === null ? [] : [q]));
    const off = drawnAt.reduce((sum, q) => sum + Math.abs(/** @type {number} */ (guess[q]) - truth[q]), 0) / (drawnAt.length || 1);
    const closed = run.measure("shutdown_quarter");
    const answer = Number.isNaN(closed) ? "It stays open" : run.labels[closed].slice(0, 4);
    const picked = /** @type {any} */ (document.querySelector("input[name=end]:checked"))?.value;
    byId("predict-verdict").textContent = [
      Number.isNaN(closed) ? `${run.flagship} stays open to the end.` : `${run.flagship} closes in ${run.labels[closed]}.`,
      picked ? (picked === answer ? "You said so." : `You said: ${picked}.`) : "",
      drawnAt.length ? `Your curve is off by ${Words.scaled(off)} people on average; the highest point of the run is ${Words.scaled(Math.max(...truth))}.` : "",
      Verdict.words(run, run.quarters - 1),
    ].filter((each) => each).join(" ");
  }

  return { start, show, paint };
})();
