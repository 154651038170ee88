// @ts-check
// What a link may hold, and how it is read. A link is refused as a whole, in a sentence, before anything is done.
"use strict";

/**
 * @typedef {{world: string, seed: string, quarter: number | null, view: string, charts: string[], dials: Record<string, number>, other: Record<string, number>, firms: Record<string, string | number>}} Setting
 */

const Share = (() => {
  const LONGEST = 4000;
  const VIEWS = ["run", "predict", "compare", "many", "lessons", "about"];
  const CHARTS = ["users", "money", "books", "compute", "mood"];
  const MOST_SEED = 2n ** 63n - 1n;

  /** Dials whose range on the page is narrower than the table's, so that a run stays a moment. */
  const HERE = /** @type {Record<string, {from: number, to: number}>} */ ({
    users: { from: 1000, to: 50000 },
    quarters: { from: 8, to: 40 },
  });

  /** Dials that the page offers. */
  const DIALS = MODEL.dials.filter((dial) => dial.kind !== "choice");

  /** @param {Dial} dial */
  const range = (dial) => HERE[dial.key] || dial;

  /** What a dial is in a world. @param {string} world @param {string} key */
  const standard = (world, key) => worldOf(world).dials[key] ?? dialOf(key).standard;

  /** A setting with nothing changed. @param {string} world @returns {Setting} */
  const plain = (world) => ({
    world,
    seed: "1",
    quarter: null,
    view: "run",
    charts: [...CHARTS],
    dials: {},
    other: {},
    firms: {},
  });

  class Refused extends Error {}

  /** @param {string} sentence @returns {never} */
  function refuse(sentence) {
    throw new Refused("This link was refused and nothing was changed: " + sentence);
  }

  /** Whether text is a seed. @param {string} text */
  function isSeed(text) {
    if (!/^-?\d{1,19}$/.test(text)) return false;
    const seed = BigInt(text);
    return seed <= MOST_SEED && seed >= -MOST_SEED - 1n && String(seed) === text;
  }

  /** @param {Dial} dial @param {string} text */
  function value(dial, text) {
    if (dial.kind === "switch") {
      if (text !== "on" && text !== "off") refuse("the switch " + dial.key + " is neither on nor off.");
      return text === "on" ? 1 : 0;
    }
    const { from, to } = range(dial);
    const number = /^-?\d{1,15}(\.\d{1,17})?(e[-+]?\d{1,2})?$/.test(text) ? Number(text) : NaN;
    const allowed = "; allowed is " + from + " to " + to + ".";
    if (!Number.isFinite(number)) refuse("the dial " + dial.key + " is not a number" + allowed);
    if (number < from || number > to) refuse("the dial " + dial.key + " is outside its range" + allowed);
    if (dial.kind === "integer" && !Number.isInteger(number)) refuse("the dial " + dial.key + " is not a whole number.");
    return number;
  }

  /**
   * Reads the fragment of a link.
   * @param {string} fragment without the leading #
   * @returns {Setting}
   * @throws {Refused} with a sentence that repeats nothing of the link but names the page knows
   */
  function read(fragment) {
    if (fragment.length > LONGEST) refuse("it is longer than any link of this page.");
    if (!/^[A-Za-z0-9_.,=&+-]*$/.test(fragment)) refuse("it holds letters or signs that no link of this page has.");
    /** @type {Map<string, string>} */
    const parts = new Map();
    for (const part of fragment.split("&").filter((each) => each)) {
      const equals = part.indexOf("=");
      if (equals < 1) refuse("a part of it is not of the form name=value.");
      const key = part.slice(0, equals);
      if (parts.has(key)) refuse("it says one thing twice.");
      parts.set(key, part.slice(equals + 1));
    }
    const world = parts.get("scenario") ?? MODEL.worlds[0].name;
    if (!MODEL.worlds.some((each) => each.name === world)) refuse("there is no such scenario here; a world of one's own is opened from its file first.");
    const setting = plain(world);
    /** @type {string[][]} */
    const edits = [];
    for (const [key, text] of parts) {
      if (key === "scenario") continue;
      if (key === "seed") {
        if (!isSeed(text)) refuse("its seed is not a whole number of 64 bits.");
        setting.seed = text;
      } else if (key === "q") {
        if (!/^\d{1,2}$/.test(text)) refuse("its quarter is not a whole number.");
        setting.quarter = Number(text);
      } else if (key === "view") {
        if (!VIEWS.includes(text)) refuse("there is no such view here.");
        setting.view = text;
      } else if (key === "charts") {
        const charts = text ? text.split(",") : [];
        if (charts.some((chart) => !CHARTS.includes(chart))) refuse("there is no such chart here.");
        setting.charts = CHARTS.filter((chart) => charts.includes(chart));
      } else if (/^[sv]\d{1,3}\.[a-z]{1,9}$/.test(key)) {
        edits.push([key, text]);
      } else {
        const side = key.startsWith("b.") ? setting.other : setting.dials;
        const dial = DIALS.find((each) => each.key === key.replace(/^b\./, ""));
        if (!dial) refuse("it sets a dial that there is not.");
        side[dial.key] = value(dial, text);
      }
    }
    for (const [key, text] of edits) setting.firms[key] = edit(world, key, text, setting.firms);
    const quarters = setting.dials.quarters ?? standard(world, "quarters");
    if (setting.quarter !== null && setting.quarter >= quarters) refuse("its quarter is after the end of the run.");
    return setting;
  }

  /** What a link says of a firm. @param {string} world @param {string} key @param {string} text @param {Record<string, string | number>} before */
  function edit(world, key, text, before) {
    const [firm, what] = key.split(".");
    const found = Worlds.firms(world).find((each) => each.key === firm);
    if (!found) refuse("it edits a firm that there is not.");
    if (what === "name") {
      const name = unpacked(text);
      if (Worlds.fault(name, firm, world, before)) refuse("it gives a firm a name that none can have here.");
      return name;
    }
    const figure = found.figures.find((each) => each.id === key);
    if (!figure) refuse("it edits a figure that firms do not have here.");
    const number = /^\d{1,15}(\.\d{1,17})?(e[-+]?\d{1,2})?$/.test(text) ? Number(text) : NaN;
    if (!(number >= figure.from && number <= figure.to)) refuse("a figure of a firm is outside its range; allowed is " + figure.from + " to " + figure.to + ".");
    return number;
  }

  /** Words as letters that a link may hold. @param {string} words */
  const packed = (words) => btoa(String.fromCharCode(...new TextEncoder().encode(words))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  /** @param {string} text */
  function unpacked(text) {
    try {
      const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return "";
    }
  }

  /** @param {Dial} dial @param {number} number */
  const text = (dial, number) => (dial.kind === "switch" ? (number ? "on" : "off") : String(number));

  /** The fragment of a setting. @param {Setting} setting @returns {string} */
  function write(setting) {
    const parts = ["scenario=" + setting.world, "seed=" + setting.seed];
    if (setting.quarter !== null) parts.push("q=" + setting.quarter);
    if (setting.view !== "run") parts.push("view=" + setting.view);
    if (setting.charts.length < CHARTS.length) parts.push("charts=" + setting.charts.join(","));
    for (const [key, number] of Object.entries(setting.dials)) parts.push(key + "=" + text(dialOf(key), number));
    for (const [key, number] of Object.entries(setting.other)) parts.push("b." + key + "=" + text(dialOf(key), number));
    for (const [key, value] of Object.entries(setting.firms)) parts.push(key + "=" + (typeof value === "string" ? packed(value) : String(value)));
    return parts.join("&");
  }

  /** Whether a link can hold a setting. @param {Setting} setting */
  const fits = (setting) => write(setting).length <= LONGEST;

  return { read, write, fits, plain, standard, range, isSeed, Refused, DIALS, CHARTS };
})();
