// @ts-check
// A against B with the same luck: two settings, their curves, and the difference between them.
"use strict";

/** What the views of more than one run can draw: name, whose reading (empty: the flagship's), reading. @type {[string, string, string][]} */
const CURVES = [
  ["People on all platforms", "market", "active_users"],
  ["Users of the flagship", "", "active_users"],
  ["The flagship's daily loss on video", "", "daily_video_loss"],
  ["The flagship's cash", "", "cash"],
  ["Platform deals in force", "market", "deals_in_force"],
  ["What studios gain from AI", "market", "ai_gain"],
  ["Hype", "market", "hype"],
  ["Exuberance of investors", "market", "quarter_exuberance"],
  ["Legal climate", "market", "legal_climate"],
  ["Suits open", "market", "open_cases"],
];

/** A list of the curves to choose from. @param {string} id @param {() => void} changed */
function curveChoice(id, changed) {
  const choice = element("select", { id, onchange: changed }, ...CURVES.map(([name], place) => element("option", { value: place }, name)));
  return choice;
}

/** A curve of a run. @param {Run} run @param {number} place */
function curveOf(run, place) {
  const [name, whose, key] = CURVES[place];
  const unit = MODEL.readings.find((reading) => reading.key === key)?.unit || "";
  return { name, unit, values: run.read(whose || run.flagship, key).map((value) => (Number.isNaN(value) ? 0 : value)) };
}

const Compare = (() => {
  /** What one may ask B to be: words, dials beyond A's. @type {[string, Record<string, number>][]} */
  const TRIES = [
    ["a shared bill of 40 %", { cost_share: 0.4 }],
    ["a pilot of two quarters", { pilot_quarters: 2 }],
    ["a guarantee of 20 %", { guarantee: 0.2 }],
    ["no novelty decay", { novelty_decay: 0 }],
    ["the same as A", {}],
  ];
  const OUTCOMES = ["headline_life", "headline_equity_paid", "shutdown_quarter", "studios_loss", "flagship_video_loss", "peak_daily_loss", "last_active", "suits"];

  /** @type {Figure} */
  let both;
  /** @type {Figure} */
  let difference;
  /** @type {any} */
  let choice;
  /** @type {[Run, Run, number] | undefined} */
  let last;

  /** @param {{tried: (dials: Record<string, number>) => void}} page */
  function start(page) {
    both = new Figure("compare-both", "A and B", "Two settings, one luck: the same people meet the same chances in both.");
    difference = new Figure("compare-difference", "B less A", "Where the two settings have had no effect yet, the difference is exactly zero.");
    choice = curveChoice("compare-curve", () => last && draw(...last));
    choice.value = "2";
    byId("view-compare").append(
      element("h2", { class: "view-title" }, "A against B, with the same luck"),
      element("p", { class: "lede" }, "Set A and B with the dials, or begin here. Let B be A with"),
      element("div", { class: "tries" }, ...TRIES.map(([words, dials]) => element("button", { type: "button", class: "chip", onclick: () => page.tried(dials) }, words))),
      element("div", { class: "two", id: "compare-sides" }),
      element("label", { class: "pick" }, "Compare ", choice),
      both.root,
      difference.root,
      element("h3", {}, "How it came out"),
      element("div", { class: "table-scroll", id: "compare-outcomes", tabindex: "0", role: "region", "aria-label": "How it came out" }),
    );
  }

  /** What a side changes. @param {Run} run */
  function changes(run) {
    const words = Object.entries(run.dials).map(([key, value]) => `${Words.plain(key)}: ${Words.amount(value, dialOf(key).unit)}`);
    return words.length ? words.join("; ") : "every dial as in the world";
  }

  /** @param {Run} a @param {Run} b @param {number} quarter */
  function draw(a, b, quarter) {
    last = [a, b, quarter];
    byId("compare-sides").replaceChildren(
      ...[["A", a], ["B", b]].map(([name, run]) =>
        element("div", { class: "side side-" + String(name).toLowerCase() }, element("b", {}, String(name)), element("p", { class: "label" }, changes(/** @type {Run} */ (run))), element("p", {}, Verdict.words(/** @type {Run} */ (run), /** @type {Run} */ (run).quarters - 1))),
      ),
    );
    curves(a, b, quarter);
    byId("compare-outcomes").replaceChildren(
      tableOf({
        head: ["", "A", "B"],
        rows: OUTCOMES.map((key) => {
          const measure = /** @type {Measure} */ (MODEL.measures.find((each) => each.key === key));
          const say = (/** @type {Run} */ run) => outcome(measure, run);
          return [Words.capital(Words.plain(key)), say(a), say(b)];
        }),
      }),
    );
  }

  /** Draws the curves of both and their difference. @param {Run} a @param {Run} b @param {number} quarter */
  function curves(a, b, quarter) {
    const colour = Palette.now();
    const place = Number(choice.value);
    const ca = curveOf(a, place);
    const cb = curveOf(b, place);
    const n = Math.min(a.quarters, b.quarters);
    const labels = a.labels.slice(0, n);
    const gap = labels.map((_, q) => cb.values[q] - ca.values[q]);
    const words = (/** @type {number} */ value) => Words.amount(value, ca.unit);
    const option = Charts.base(labels);
    both.key([["A", colour.series[0]], ["B", colour.accent]]);
    both.draw({
      ...option,
      tooltip: { ...option.tooltip, formatter: Charts.lines(words) },
      series: [Charts.line("A", colour.series[0], ca.values.slice(0, n)), Charts.line("B", colour.accent, cb.values.slice(0, n), { lineStyle: { width: 2.4, color: colour.accent, type: [7, 3] } }), Charts.marker(quarter)],
    });
    difference.key([[ca.name + ": B less A", colour.ink]]);
    difference.draw({
      ...option,
      tooltip: { ...option.tooltip, formatter: Charts.lines(words) },
      series: [Charts.line("B less A", colour.ink, gap, { areaStyle: { color: colour.ink, opacity: 0.12 } }), Charts.marker(quarter)],
    });
    const first = gap.findIndex((value) => value !== 0);
    both.say(`${ca.name} at the end: A ${words(ca.values[n - 1])}, B ${words(cb.values[n - 1])}.`, () => ({ head: ["quarter", "A", "B"], rows: labels.map((label, q) => [label, words(ca.values[q]), words(cb.values[q])]) }));
    difference.body.dataset.largest = String(Math.max(...gap.map(Math.abs)));
    difference.say(
      first < 0 ? "The two runs are equal in every quarter: the difference is exactly zero." : `Exactly zero until ${labels[first]}${first ? "" : ", the first quarter"}; then at most ${words(gap.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0))}.`,
      () => ({ head: ["quarter", "B less A"], rows: labels.map((label, q) => [label, words(gap[q])]) }),
    );
  }

  /** A measure of a run in words. @param {Measure} measure @param {Run} run */
  function outcome(measure, run) {
    const value = run.measure(measure.key);
    if (Number.isNaN(value)) return "none";
    if (measure.yesOrNo) return value ? "yes" : "no";
    if (measure.key === "shutdown_quarter") return run.labels[value];
    return Words.amount(value, measure.unit);
  }

  return { start, draw, curves, outcome };
})();
