// @ts-check
// Where each dollar went this quarter: the ledger's payments between sectors, as a band diagram.
"use strict";

const Money = (() => {
  /** Height of a sector that pays or gets next to nothing. */
  const LEAST = 2;

  /** @param {Figure} figure @param {Run} run @param {number} quarter */
  function draw(figure, run, quarter) {
    const place = figure.body;
    const width = figure.room();
    if (!width) return;
    const colour = Palette.now();
    const big = document.body.classList.contains("projector");
    const font = big ? 14 : 11.5;
    const height = place.clientHeight || 280;
    const flows = run.flows[quarter] || [];
    /** @type {Map<string, {from: number, to: number, dollars: number, whys: [string, number][]}>} */
    const bands = new Map();
    for (const flow of flows) {
      const key = flow.from + ">" + flow.to;
      const band = bands.get(key) || { from: flow.from, to: flow.to, dollars: 0, whys: [] };
      band.dollars += flow.cents / 100;
      band.whys.push([MODEL.whys[flow.why], flow.cents / 100]);
      bands.set(key, band);
    }
    const all = [...bands.values()].sort((a, b) => a.from - b.from || a.to - b.to);
    const total = all.reduce((sum, band) => sum + band.dollars, 0);
    const tint = (/** @type {number} */ sector) => (sector === 2 ? colour.accent : colour.series[[0, 1, 0, 2, 6, 3, 5, 7][sector]]);
    /** @param {"from" | "to"} side */
    function column(side) {
      const sums = MODEL.sectors.map((_, sector) => all.filter((band) => band[side] === sector).reduce((sum, band) => sum + band.dollars, 0));
      const used = sums.map((sum, sector) => ({ sector, sum })).filter((each) => each.sum > 0);
      const gap = Math.max(font + 5, 8);
      const room = height - font * 1.5 - gap * Math.max(0, used.length - 1) - LEAST * used.length;
      const unit = total > 0 ? Math.max(0, room) / total : 0;
      let y = font * 0.6;
      /** @type {Map<number, {y: number, h: number, next: number, sum: number}>} */
      const spots = new Map();
      for (const each of used) {
        const h = LEAST + each.sum * unit;
        spots.set(each.sector, { y, h, next: y, sum: each.sum });
        y += h + gap;
      }
      return { spots, unit };
    }
    const payers = column("from");
    const payees = column("to");
    const unit = Math.min(payers.unit, payees.unit);
    const margin = width < 420 ? 104 : big ? 210 : 172;
    const x1 = margin;
    const x2 = width - margin;
    const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", "font-size": font });
    for (const band of all) {
      const a = /** @type {any} */ (payers.spots.get(band.from));
      const b = /** @type {any} */ (payees.spots.get(band.to));
      const h = Math.max(1, band.dollars * unit);
      const ya = a.next + h / 2;
      const yb = b.next + h / 2;
      a.next += h;
      b.next += h;
      const half = (x1 + x2) / 2;
      const whys = band.whys.sort((p, q) => q[1] - p[1]).map(([why, dollars]) => `${why} ${Words.dollars(dollars)}`);
      svg.append(
        drawn(
          "path",
          { d: `M${x1 + 6} ${ya}C${half} ${ya} ${half} ${yb} ${x2 - 6} ${yb}`, fill: "none", stroke: tint(band.from), "stroke-width": h, opacity: 0.45, class: "band" },
          drawn("title", {}, `${MODEL.sectors[band.from]} to ${MODEL.sectors[band.to]}: ${Words.dollars(band.dollars)}\n${whys.join("\n")}`),
        ),
      );
    }
    for (const [spots, x, anchor, shift] of /** @type {[Map<number, any>, number, string, number][]} */ ([[payers.spots, x1, "end", -6], [payees.spots, x2 - 6, "start", 12]])) {
      for (const [sector, at] of spots) {
        svg.append(drawn("rect", { x, y: at.y, width: 6, height: at.h, fill: tint(sector) }));
        const text = drawn("text", { x: x + shift, y: at.y + at.h / 2 + font * 0.36, "text-anchor": anchor, fill: colour.ink });
        text.append((width < 420 ? MODEL.sectors[sector].split(" ").pop() : MODEL.sectors[sector]) + " ", drawn("tspan", { fill: colour.soft }, "$" + Words.tight(at.sum)));
        svg.append(text);
      }
    }
    place.replaceChildren(svg);
    const largest = flows.slice().sort((a, b) => b.cents - a.cents).slice(0, 3);
    const line = (/** @type {Flow} */ flow) => `${Words.dollars(flow.cents / 100)} from ${MODEL.sectors[flow.from]} to ${MODEL.sectors[flow.to]} (${MODEL.whys[flow.why]})`;
    figure.say(
      total > 0 ? `${run.labels[quarter]}: ${Words.dollars(total)} changed hands. Largest: ${Words.list(largest.map(line))}.` : `${run.labels[quarter]}: nobody paid anybody.`,
      () => ({
        head: ["for what", "from", "to", "US dollars"],
        rows: flows.slice().sort((a, b) => b.cents - a.cents).map((flow) => [MODEL.whys[flow.why], MODEL.sectors[flow.from], MODEL.sectors[flow.to], Words.dollars(flow.cents / 100)]),
      }),
    );
  }

  return { draw };
})();
