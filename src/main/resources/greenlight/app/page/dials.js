// @ts-check
// The dials: levers first, then the switches of the mechanisms, then what is uncertain, folded by mechanism.
"use strict";

const Dials = (() => {
  const KNOWN = /** @type {Record<string, string>} */ ({
    measured: "measured: a source counted it",
    estimated: "estimated within what sources bound",
    assumed: "assumed: a reasoned guess",
    lever: "a lever: somebody in the market may pull it",
    control: "a control of the experimenter",
  });
  const STEPS = 1000;
  /** @type {Map<string, {input: any, output: any, root: any, mark: any}>} */
  const rows = new Map();
  let world = "";
  /** @type {Record<string, number>} */
  let dials = {};

  /** Rounded to a step of 1, 2 or 5 times a power of ten, a two-hundredth of the range or so. @param {Dial} dial @param {number} raw */
  function rounded(dial, raw) {
    const { from, to } = Share.range(dial);
    const span = dial.scale === "log" ? raw / 5 : (to - from) / 200;
    const power = 10 ** Math.floor(Math.log10(span));
    const step = [1, 2, 5, 10].map((n) => n * power).find((each) => each >= span * 0.999) || power;
    const near = Number((Math.round(raw / step) * step).toPrecision(12));
    return Math.min(to, Math.max(from, dial.kind === "integer" ? Math.round(near) : near));
  }

  /** @param {Dial} dial @param {number} position */
  function valueAt(dial, position) {
    const { from, to } = Share.range(dial);
    const t = position / STEPS;
    if (position === 0) return from;
    if (position === STEPS) return to;
    const raw = dial.scale === "log" ? from * (to / from) ** t : from + t * (to - from);
    return dial.kind === "integer" ? Math.round(raw) : rounded(dial, raw);
  }

  /** @param {Dial} dial @param {number} value */
  function positionOf(dial, value) {
    const { from, to } = Share.range(dial);
    const t = dial.scale === "log" ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    return Math.round(STEPS * Math.min(1, Math.max(0, t)));
  }

  /** @param {Dial} dial @param {any} page */
  function row(dial, page) {
    const id = "dial-" + dial.key;
    const { from, to } = Share.range(dial);
    const output = element("output", { for: id });
    const name = Words.capital(Words.plain(dial.key));
    const facts = [
      Words.capital(dial.meaning) + ".",
      dial.kind === "switch" ? "" : `From ${Words.amount(from, dial.unit)} to ${Words.amount(to, dial.unit)}.`,
      Words.capital(KNOWN[dial.known]) + ".",
      dial.source ? `Source: ${dial.source}.` : "",
    ].filter((each) => each);
    const info = element("button", { type: "button", class: "info", "aria-label": `About ${name}: ${facts.join(" ")}` }, "?");
    tipped(info, [name, ...facts, dial.kind === "switch" ? "" : `Unit: ${dial.unit}.`]);
    /** @type {any} */
    let input;
    let root;
    let mark;
    if (dial.kind === "switch") {
      input = element("input", { type: "checkbox", role: "switch", id });
      root = element("div", { class: "dial switch" }, input, element("label", { for: id }, name), info);
      input.addEventListener("change", () => page.turned(dial.key, input.checked ? 1 : 0));
    } else {
      input = element("input", { type: "range", id, min: "0", max: String(STEPS), step: "1" });
      mark = element("i", { class: "default-mark", "aria-hidden": "true" });
      const back = element("button", { type: "button", class: "back", title: "Back to the world's value", "aria-label": `${name} back to the world's value` }, "\u21ba");
      root = element(
        "div",
        { class: "dial" },
        element("div", { class: "dial-head" }, element("label", { for: id }, name), info, back, output),
        element("div", { class: "slide" }, mark, input),
        dial.known === "lever" ? element("p", { class: "meaning" }, dial.meaning) : "",
      );
      input.addEventListener("input", () => {
        const value = valueAt(dial, Number(input.value));
        say(dial, value, output, input);
        page.turning(dial.key, value);
      });
      input.addEventListener("change", () => page.turned(dial.key, valueAt(dial, Number(input.value))));
      back.addEventListener("click", () => page.turned(dial.key, Share.standard(world, dial.key)));
    }
    rows.set(dial.key, { input, output, root, mark });
    return root;
  }

  /** @param {Dial} dial @param {number} value @param {any} output @param {any} input */
  function say(dial, value, output, input) {
    const words = Words.amount(value, dial.unit);
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  }

  /** Shows words beside an element while it is pointed at or focused. @param {any} at @param {string[]} lines */
  function tipped(at, lines) {
    const show = () => {
      const tip = byId("tip");
      tip.replaceChildren(...lines.filter((line) => line).map((line, place) => element(place ? "p" : "b", {}, line)));
      tip.hidden = false;
      const box = at.getBoundingClientRect();
      const width = Math.min(300, innerWidth - 24);
      tip.style.width = width + "px";
      tip.style.left = Math.max(12, Math.min(innerWidth - width - 12, box.left - 12)) + "px";
      const above = box.bottom + tip.offsetHeight + 12 > innerHeight;
      tip.style.top = (above ? Math.max(8, box.top - tip.offsetHeight - 8) : box.bottom + 8) + "px";
    };
    const hide = () => (byId("tip").hidden = true);
    at.addEventListener("pointerenter", show);
    at.addEventListener("focus", show);
    at.addEventListener("click", show);
    at.addEventListener("pointerleave", hide);
    at.addEventListener("blur", hide);
  }

  /** @param {{turning: (key: string, value: number) => void, turned: (key: string, value: number) => void, cleared: () => void}} page */
  function start(page) {
    const place = byId("dials");
    const of = (/** @type {(dial: Dial) => boolean} */ which) => Share.DIALS.filter(which).map((dial) => row(dial, page));
    const mechanism = (/** @type {Dial} */ dial) => dial.group === "mechanism";
    const control = (/** @type {Dial} */ dial) => dial.group === "control";
    place.append(
      element("h3", {}, "Levers"),
      element("p", { class: "label" }, "What somebody in the market could write into a contract or set as a price."),
      ...of((dial) => dial.known === "lever"),
      element("h3", {}, "Forces"),
      element("p", { class: "label" }, "Switch one off, and see whether the story needs it."),
      ...of(mechanism),
      element("h3", {}, "What we do not know for sure"),
    );
    const rest = Share.DIALS.filter((dial) => dial.known !== "lever" && !mechanism(dial) && !control(dial));
    for (const group of [...new Set(rest.map((dial) => dial.group))]) {
      const inside = of((dial) => rest.includes(dial) && dial.group === group);
      place.append(element("details", { class: "group" }, element("summary", {}, Words.capital(Words.plain(group)), element("small", {}, String(inside.length))), ...inside));
    }
    place.append(element("details", { class: "group" }, element("summary", {}, "The experiment"), ...of(control)));
    byId("default").addEventListener("click", page.cleared);
  }

  /** Shows a setting. @param {string} ofWorld @param {Record<string, number>} changed */
  function show(ofWorld, changed) {
    world = ofWorld;
    dials = changed;
    for (const [key, { input, output, root, mark }] of rows) {
      const dial = dialOf(key);
      const standard = Share.standard(world, key);
      const value = dials[key] ?? standard;
      if (dial.kind === "switch") {
        input.checked = value === 1;
      } else {
        input.value = String(positionOf(dial, value));
        mark.style.setProperty("--at", String(positionOf(dial, standard) / STEPS));
        say(dial, value, output, input);
      }
      root.classList.toggle("changed", value !== standard);
    }
    byId("default").disabled = Object.keys(dials).length === 0;
  }

  return { start, show };
})();
