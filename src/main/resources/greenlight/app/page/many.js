// @ts-check
// My run among two hundred: the same setting with two hundred other lucks, worked in the background.
"use strict";

const Many = (() => {
  const RUNS = 200;
  const BATCH = 10;
  const OUTCOMES = ["headline_life", "studios_loss", "flagship_video_loss", "peak_active", "last_active", "suits", "raised"];
  /** @type {{key: string, runs: Run[]}} */
  let crowd = { key: "", runs: [] };
  /** @type {Figure} */
  let fan;
  /** @type {any} */
  let choice;
  /** @type {[Run, number] | undefined} */
  let last;

  function start() {
    fan = new Figure("fan", "One line among many", "Half of all runs lie in the dark band, nine of ten in the pale one; the line is this run.");
    choice = curveChoice("fan-curve", () => last && draw(...last));
    byId("view-many").append(
      element("h2", { class: "view-title" }, "My run among two hundred"),
      element("p", { class: "lede" }, "One run is one story. Here are two hundred with the same dials and another luck each (seeds 1 to 200): how unusual is the one you saw?"),
      element("div", { class: "progress-row" }, element("progress", { id: "fan-progress", max: RUNS, value: 0, "aria-label": "Runs done" }), element("output", { id: "fan-count" })),
      element("label", { class: "pick" }, "Show ", choice),
      fan.root,
      element("p", { class: "verdict", id: "fan-share" }),
      element("h3", {}, "How it came out"),
      element("div", { class: "table-scroll", id: "fan-outcomes", tabindex: "0", role: "region", "aria-label": "How it came out" }),
    );
  }

  /** @param {Run} run */
  const keyOf = (run) => run.world.name + (run.world.edited ? run.world.text : "") + JSON.stringify(Object.entries(run.dials).sort());

  /** Has the crowd of a run's setting worked out, unless it is there. @param {Run} run @param {number} quarter */
  async function show(run, quarter) {
    last = [run, quarter];
    const key = keyOf(run);
    if (crowd.key === key) return draw(run, quarter);
    const mine = { key, runs: /** @type {Run[]} */ ([]) };
    crowd = mine;
    draw(run, quarter);
    for (let from = 1; from <= RUNS; from += BATCH) {
      const seeds = Array.from({ length: BATCH }, (_, i) => String(from + i));
      const batch = await Promise.all(seeds.map((seed) => Market.brief({ world: run.world.name, seed, dials: run.dials })));
      if (crowd !== mine) return; // another setting is asked for
      mine.runs.push(...batch);
      progress(mine.runs.length);
      if (last && (mine.runs.length % 50 === 0 || mine.runs.length === BATCH)) draw(...last);
    }
  }

  /** @param {number} done */
  function progress(done) {
    byId("fan-progress").value = done;
    byId("fan-count").textContent = done < RUNS ? `${done} of ${RUNS} runs` : `${RUNS} runs`;
  }

  /** The value below which a share lies. @param {number[]} sorted @param {number} share */
  function quantile(sorted, share) {
    const at = (sorted.length - 1) * share;
    const low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  }

  /** Share of values below one, ties counted half. @param {number[]} values @param {number} mine */
  function percentile(values, mine) {
    const below = values.filter((value) => value < mine).length;
    const equal = values.filter((value) => value === mine).length;
    return (below + equal / 2) / values.length;
  }

  /** @param {Run} run @param {number} quarter */
  function draw(run, quarter) {
    last = [run, quarter];
    progress(crowd.runs.length);
    const colour = Palette.now();
    const place = Number(choice.value);
    const mine = curveOf(run, place);
    const words = (/** @type {number} */ value) => Words.amount(value, mine.unit);
    const curves = crowd.runs.map((each) => curveOf(each, place).values);
    const option = Charts.base(run.labels);
    const series = [];
    const sorted = run.labels.map((_, q) => curves.map((curve) => curve[q]).sort((a, b) => a - b));
    if (curves.length) {
      const cuts = [0.05, 0.25, 0.75, 0.95].map((share) => sorted.map((values) => quantile(values, share)));
      const band = (/** @type {number} */ i, /** @type {string} */ fill) => ({
        name: "band " + i, type: "line", stack: "fan", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false },
        areaStyle: { color: fill, opacity: i ? 1 : 0 }, data: i ? cuts[i].map((value, q) => value - cuts[i - 1][q]) : cuts[0],
      });
      series.push(band(0, "none"), band(1, colour.fan[0]), band(2, colour.fan[1]), band(3, colour.fan[0]));
      series.push(Charts.line("middle of all", colour.soft, sorted.map((values) => quantile(values, 0.5)), { lineStyle: { width: 1.4, type: [4, 4], color: colour.soft } }));
    }
    series.push(Charts.line("this run", colour.accent, mine.values, { lineStyle: { width: 3, color: colour.accent } }), Charts.marker(quarter));
    fan.key([["this run", colour.accent], ["half of all runs", colour.fan[1]], ["nine of ten", colour.fan[0]], ["middle of all", colour.soft]]);
    fan.draw({ ...option, tooltip: { ...option.tooltip, formatter: (/** @type {any[]} */ items) => Charts.lines(words)(items.filter((item) => !item.seriesName.startsWith("band"))) }, series });
    if (!curves.length) {
      fan.say("The others are on their way.", () => ({ head: [], rows: [] }));
      return;
    }
    const rank = percentile(sorted[quarter], mine.values[quarter]);
    fan.body.dataset.percentile = String(rank);
    fan.say(
      `In ${run.labels[quarter]} this run stands at ${words(mine.values[quarter])}: percentile ${Math.round(100 * rank)} of ${curves.length} runs. The middle of all is ${words(quantile(sorted[quarter], 0.5))}.`,
      () => ({ head: ["quarter", "this run", "5 %", "25 %", "middle", "75 %", "95 %"], rows: run.labels.map((label, q) => [label, words(mine.values[q]), ...[0.05, 0.25, 0.5, 0.75, 0.95].map((share) => words(quantile(sorted[q], share)))]) }),
    );
    outcomes(run);
  }

  /** @param {Run} run */
  function outcomes(run) {
    const of = (/** @type {string} */ key) => crowd.runs.map((each) => each.measure(key)).filter((value) => !Number.isNaN(value));
    const share = (/** @type {string} */ key) => of(key).filter((value) => value === 1).length;
    const n = crowd.runs.length;
    byId("fan-share").textContent = firmsOf(run.world).flagship && share("headline_signed")
      ? `Of ${n} runs, the headline deal was signed in ${share("headline_signed")} and collapsed before its term in ${share("headline_collapsed")}; the flagship closed its video platform in ${share("flagship_closed")}.`
      : `Of ${n} runs, the flagship closed its video platform in ${share("flagship_closed")}.`;
    byId("fan-outcomes").replaceChildren(
      tableOf({
        head: ["", "this run", "middle of all", "percentile"],
        rows: OUTCOMES.flatMap((key) => {
          const measure = /** @type {Measure} */ (MODEL.measures.find((each) => each.key === key));
          const values = of(key).sort((a, b) => a - b);
          if (!values.length) return [];
          const mine = run.measure(key);
          return [[Words.capital(Words.plain(key)), Compare.outcome(measure, run), Words.amount(quantile(values, 0.5), measure.unit), Number.isNaN(mine) ? "" : String(Math.round(100 * percentile(values, mine)))]];
        }),
      }),
    );
  }

  return { start, show, draw };
})();
