// @ts-check
// The living map: studios, vendors and investors of one quarter, with the deals, stakes and suits between them.
"use strict";

const MarketMap = (() => {
  const GONE = new Set(["INSOLVENT", "ACQUIRED"]);
  const CLOSED = new Set(["SHUT_DOWN", "PIVOTED_TO_ENTERPRISE"]);
  const OUTSIDE = ["artists and authors", "the regulator"];

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
  const curve = (x1, y1, x2, y2) => `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`;

  /** What a vendor is now, in words. @param {string} product @param {boolean} tool */
  function state(product, tool) {
    if (tool && product === "LIVE") return "sells tools to studios";
    return { BUILDING: "builds its product", LIVE: "open", SHUT_DOWN: "platform closed", PIVOTED_TO_TOOLS: "turned to tools", PIVOTED_TO_ENTERPRISE: "turned to enterprise", INSOLVENT: "insolvent", ACQUIRED: "bought by another" }[product] || "not founded yet";
  }

  /** @param {Figure} figure @param {Run} run @param {number} quarter */
  function draw(figure, run, quarter) {
    const place = figure.body;
    const width = figure.room();
    if (!width) return;
    const colour = Palette.now();
    const narrow = width < 560;
    const big = document.body.classList.contains("projector");
    const font = narrow ? 10 : big ? 13 : 11.5;
    const firms = firmsOf(run.world);
    const vendors = run.of("vendor");
    const left = [...firms.studios, ...OUTSIDE];
    const rows = Math.max(left.length + 1, vendors.length, firms.investors.length);
    const step = Math.max(narrow ? 19 : big ? 25 : 21, Math.min(30, 430 / rows));
    const top = 30;
    const height = top + rows * step + 10;
    const edge = { left: narrow ? 78 : big ? 146 : 132, right: width - (narrow ? 78 : big ? 136 : 124) };
    const pill = narrow ? 76 : big ? 124 : 122;
    const middle = (edge.left + edge.right) / 2;
    /** @param {number} count @param {number} at @param {number} gap */
    const y = (count, at, gap = 0) => top + ((rows - count - gap) / 2 + at + 0.5) * step;
    /** @type {Map<string, {x1: number, x2: number, y: number, side: string}>} */
    const spot = new Map();
    firms.studios.forEach((name, i) => spot.set(name, { x1: edge.left, x2: edge.left, y: y(left.length, i, 1), side: "left" }));
    OUTSIDE.forEach((name, i) => spot.set(name, { x1: edge.left, x2: edge.left, y: y(left.length, firms.studios.length + i + 1, 1), side: "left" }));
    vendors.forEach((vendor, i) => spot.set(vendor.name, { x1: middle - pill / 2, x2: middle + pill / 2, y: y(vendors.length, i), side: "middle" }));
    firms.investors.forEach((name, i) => spot.set(name, { x1: edge.right, x2: edge.right, y: y(firms.investors.length, i), side: "right" }));

    const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", "font-size": font });
    const lines = drawn("g", { fill: "none", class: "edges" });
    const nodes = drawn("g", { class: "nodes" });
    svg.append(lines, nodes);
    for (const [x, words, anchor] of /** @type {[number, string, string][]} */ ([[edge.left, "STUDIOS", "end"], [middle, "VENDORS", "middle"], [edge.right, "INVESTORS", "start"]])) {
      nodes.append(drawn("text", { x: x + (anchor === "end" ? 4 : anchor === "start" ? -4 : 0), y: 14, "text-anchor": anchor, fill: colour.soft, "font-size": font - 1.5, "letter-spacing": 1, "font-weight": 600 }, words));
    }

    /** @param {string} from @param {string} to */
    function path(from, to) {
      const a = spot.get(from);
      const b = spot.get(to);
      if (!a || !b) return "";
      if (a.side === "left" && b.side === "left") return `M${a.x2} ${a.y}C${a.x2 + 50} ${a.y} ${b.x2 + 50} ${b.y} ${b.x2} ${b.y}`;
      return a.x1 <= b.x1 ? curve(a.x2, a.y, b.x1, b.y) : curve(b.x2, b.y, a.x1, a.y);
    }
    /** @param {string} from @param {string} to @param {Record<string, any>} look @param {string} words */
    function join(from, to, look, words) {
      const d = path(from, to);
      if (!d) return;
      const made = drawn("path", { d, ...look }, drawn("title", {}, words));
      made.dataset.ends = from + "|" + to;
      lines.append(made);
    }

    const before = new Set((run.stakes[quarter - 1] || []).map((stake) => stake.holder + "|" + stake.vendor));
    for (const stake of run.stakes[quarter] || []) {
      if (GONE.has(run.byName.get(stake.vendor)?.product[quarter] || "")) continue;
      const fresh = quarter > 0 && !before.has(stake.holder + "|" + stake.vendor);
      join(stake.holder, stake.vendor, { stroke: colour.stake, "stroke-width": 0.6 + 4 * stake.share, opacity: fresh ? 1 : 0.55, class: fresh ? "fresh" : "" }, `${stake.holder} holds ${Words.percent(stake.share)} of ${stake.vendor}`);
    }
    const suits = run.cases[quarter] || [];
    for (const each of suits) {
      const fresh = each.filed === quarter;
      join(each.plaintiff, each.defendant, { stroke: colour.suit, "stroke-width": fresh ? 2.2 : 1.3, "stroke-dasharray": "1.5 4", "stroke-linecap": "round", opacity: fresh ? 1 : 0.75, class: fresh ? "fresh" : "" }, `${each.plaintiff} against ${each.defendant}: ${each.about}, since ${run.labels[each.filed]}`);
    }
    const deals = run.deals[quarter] || [];
    const earlier = new Set((run.deals[quarter - 1] || []).map((deal) => deal.id));
    for (const deal of deals) {
      const broken = ENDED.has(deal.stage) && deal.stage !== "COMPLETED";
      const pilot = deal.stage === "PILOT";
      const look = broken
        ? { stroke: colour.alarm, "stroke-width": 2.6, "stroke-dasharray": "7 5" }
        : { stroke: colour.accent, "stroke-width": deal.headline ? 4.5 : 2.4, ...(pilot ? { "stroke-dasharray": "6 4" } : {}) };
      const words = broken ? "ended" : pilot ? "in its pilot" : deal.stage === "COMPLETED" ? "ended as agreed" : "in force";
      join(deal.studio, deal.vendor, { ...look, opacity: deal.stage === "COMPLETED" ? 0.4 : 1, class: earlier.has(deal.id) ? "" : "fresh" }, `${deal.studio} with ${deal.vendor}: ${deal.headline ? "the headline deal, " : ""}${words}`);
      if (broken) {
        const a = spot.get(deal.studio);
        const b = spot.get(deal.vendor);
        if (a && b) lines.append(drawn("path", { d: `M${(a.x2 + b.x1) / 2 - 5} ${(a.y + b.y) / 2 - 5}l10 10m0 -10l-10 10`, stroke: colour.alarm, "stroke-width": 2.6, "stroke-linecap": "round" }));
      }
    }

    const most = Math.max(1, ...vendors.map((vendor) => run.at(vendor.name, "active_users", quarter) || 0));
    /** @param {string} name @param {SVGElement[]} inside @param {string} words */
    function node(name, inside, words) {
      const made = drawn("g", { class: "node", tabindex: -1 }, drawn("title", {}, words), ...inside);
      made.addEventListener("pointerenter", () => focus(name));
      made.addEventListener("pointerleave", () => focus(""));
      nodes.append(made);
    }
    /** @param {string} name */
    function focus(name) {
      svg.classList.toggle("focused", !!name);
      for (const edge of lines.children) edge.classList.toggle("lit", !!name && ((/** @type {SVGElement} */ (edge)).dataset.ends || "").split("|").includes(name));
    }
    /** @param {string} name */
    const label = (name) => (narrow && name.length > 11 ? name.split(" ")[0] : name);

    for (const name of left) {
      const at = /** @type {{x1: number, y: number}} */ (spot.get(name));
      const outside = OUTSIDE.includes(name);
      const partner = deals.some((deal) => deal.studio === name && !ENDED.has(deal.stage));
      const mark = outside
        ? drawn("path", { d: `M${at.x1 - 5} ${at.y + 4}l5 -9l5 9z`, fill: colour.paper, stroke: colour.suit, "stroke-width": 1.6 })
        : drawn("rect", { x: at.x1 - 4.5, y: at.y - 4.5, width: 9, height: 9, rx: 1.5, fill: partner ? colour.accent : colour.paper, stroke: partner ? colour.accent : colour.ink, "stroke-width": 1.5 });
      const text = drawn("text", { x: at.x1 - 11, y: at.y + font * 0.36, "text-anchor": "end", fill: outside ? colour.soft : colour.ink, ...(outside ? { "font-style": "italic" } : {}) }, narrow && outside ? name.split(" ").pop() || "" : label(name));
      node(name, [mark, text], outside ? name : `${name}: ${Words.plain((run.byName.get(name)?.strategy[quarter] || "").toLowerCase())}`);
    }
    for (const vendor of vendors) {
      const product = vendor.product[quarter];
      if (product === undefined) continue; // not founded yet
      const at = /** @type {{x1: number, y: number}} */ (spot.get(vendor.name));
      const gone = GONE.has(product);
      const closed = gone || CLOSED.has(product);
      const h = step - 4;
      const users = run.at(vendor.name, "active_users", quarter) || 0;
      const flagship = vendor.name === run.flagship;
      const shape = [
        drawn("rect", { x: at.x1, y: at.y - h / 2, width: pill, height: h, rx: 4, fill: colour.paper, stroke: closed ? colour.rule : flagship ? colour.accent : colour.soft, "stroke-width": flagship && !closed ? 1.8 : 1, ...(product === "BUILDING" ? { "stroke-dasharray": "3 3" } : {}) }),
      ];
      if (users > 0) shape.push(drawn("rect", { x: at.x1 + 1, y: at.y - h / 2 + 1, width: Math.max(2, (pill - 2) * (users / most)), height: h - 2, rx: 3, fill: flagship ? colour.accent : colour.series[7], opacity: 0.32 }));
      shape.push(drawn("text", { x: at.x1 + pill / 2, y: at.y + font * 0.36, "text-anchor": "middle", fill: closed ? colour.soft : colour.ink, "font-weight": flagship ? 700 : 400, ...(closed ? { "text-decoration": "line-through" } : {}) }, label(vendor.name)));
      node(vendor.name, shape, `${vendor.name}: ${state(product, firms.archetypes.get(vendor.name) === "TOOL_MAKER")}${users > 0 ? `, ${Words.scaled(users)} users` : ""}`);
    }
    for (const name of firms.investors) {
      const at = /** @type {{x1: number, y: number}} */ (spot.get(name));
      const mark = drawn("circle", { cx: at.x1, cy: at.y, r: 4.5, fill: colour.paper, stroke: colour.ink, "stroke-width": 1.5 });
      node(name, [mark, drawn("text", { x: at.x1 + 11, y: at.y + font * 0.36, fill: colour.ink }, label(name))], name);
    }
    place.style.height = height + "px";
    place.replaceChildren(svg);
    figure.key([["deal", colour.accent], ["broken this quarter", colour.alarm], ["suit", colour.suit], ["stake", colour.stake]]);

    const running = deals.filter((deal) => !ENDED.has(deal.stage));
    const pilots = running.filter((deal) => deal.stage === "PILOT").length;
    const broken = deals.filter((deal) => ENDED.has(deal.stage) && deal.stage !== "COMPLETED");
    const open = vendors.filter((vendor) => (run.at(vendor.name, "active_users", quarter) || 0) > 0).length;
    figure.say(
      `${run.labels[quarter]}: ${Words.count(running.length - pilots, "deal")} in force and ${Words.count(pilots, "pilot")}; ` +
        `${broken.length ? broken.length + " broken this quarter" : "none broken this quarter"}; ${Words.count(suits.length, "suit")} open; ` +
        `${Words.count(open, "platform")} with users. A vendor's bar is its users.`,
      () => ({
        head: ["between", "and", "what"],
        rows: [
          ...deals.map((deal) => [deal.studio, deal.vendor, (deal.headline ? "headline deal, " : "deal, ") + deal.stage.toLowerCase()]),
          ...suits.map((each) => [each.plaintiff, each.defendant, "suit: " + each.about]),
          ...(run.stakes[quarter] || []).map((stake) => [stake.holder, stake.vendor, "stake of " + Words.percent(stake.share)]),
        ],
      }),
    );
  }

  return { draw };
})();
