// @ts-check
// Figures in words, and the model's own tables as the page knows them.
"use strict";

/**
 * @typedef {{key: string, kind: string, standard: number, from: number, to: number, scale: string, unit: string, group: string, known: string, meaning: string, source: string}} Dial
 * @typedef {{own: boolean, edited?: boolean, name: string, title: string, description: string, year: number, ofYear: number, dials: Record<string, number>, text: string}} World
 * @typedef {{of: string, key: string, place: number, from: number, to: number, unit: string, meaning: string}} Figures
 * @typedef {{key: string, of: string, unit: string, meaning: string, whole: boolean, words: boolean}} Reading
 * @typedef {{key: string, unit: string, meaning: string, yesOrNo: boolean}} Measure
 * @typedef {{program: string, version: string, digest: string, dials: Dial[], worlds: World[], tables: string, figures: Figures[], taken: string[], readings: Reading[], measures: Measure[], sectors: string[], whys: string[], phases: string[][]}} Model
 */

/** @type {Model} */
const MODEL = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("data")).textContent || "{}");

const Words = (() => {
  /** @param {number} size at least 0 @param {number} digits */
  const short = (size, digits) =>
    size >= 100 ? Math.round(size).toLocaleString("en") : String(Number(size.toPrecision(digits)));

  /** Such as 1.3 billion or 420,000. @param {number} value */
  function scaled(value) {
    if (!Number.isFinite(value)) return "none";
    const size = Math.abs(value);
    const sign = value < 0 ? "\u2212" : "";
    if (size >= 1e9) return sign + short(size / 1e9, 3) + " billion";
    if (size >= 1e6) return sign + short(size / 1e6, 3) + " million";
    if (size >= 1e4) return sign + (Math.round(size / 1e3) * 1e3).toLocaleString("en");
    return sign + (size >= 100 ? Math.round(size).toLocaleString("en") : short(size, 3));
  }

  /** Such as 1.3B, 20M, 4k: for axes. @param {number} value */
  function tight(value) {
    const size = Math.abs(value);
    const sign = value < 0 ? "\u2212" : "";
    for (const [unit, letter] of /** @type {[number, string][]} */ ([[1e9, "B"], [1e6, "M"], [1e3, "k"]])) {
      if (size >= unit) return sign + Number((size / unit).toPrecision(3)) + letter;
    }
    return sign + Number(size.toPrecision(3));
  }

  /** @param {number} value */
  const dollars = (value) => (value < 0 ? "\u2212$" : "$") + scaled(Math.abs(value));

  /** @param {number} share */
  const percent = (share) => {
    const value = share * 100;
    const size = Math.abs(value);
    if (size < 0.1) return Number(value.toPrecision(1)) + " %"; // a small share is not none
    return (size < 10 ? Number(value.toFixed(1)) : Math.round(value)) + " %";
  };

  /** A value with its unit, as a reader wants it. @param {number} value @param {string} unit */
  function amount(value, unit) {
    if (!Number.isFinite(value)) return "none";
    if (unit === "on/off") return value ? "on" : "off";
    if (unit.startsWith("USD")) return dollars(value) + (unit.length > 3 ? " " + per(unit.slice(4)) : "");
    if (unit === "share" || unit === "share of clips" || unit === "probability") return percent(value);
    return scaled(value) + (["index", "weight", "ratio", "utils", "exponent", "log s.d.", "s.d.", ""].includes(unit) ? "" : " " + unit);
  }
  /** @param {string} unit */
  const per = (unit) => (unit ? "a " + unit : "");

  /** Such as "cost share" from cost_share. @param {string} key */
  const plain = (key) => key.replace(/_/g, " ").replace(/\bgpu(s?)\b/g, "GPU$1").replace(/\bhhi\b/, "concentration").replace(/\bip\b/g, "IP").replace(/\bvc\b/g, "VC").replace(/\bai\b/g, "AI").replace(/\bfomo\b/g, "fear of missing out");

  /** With a capital letter. @param {string} words */
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  /** The decimal of the program's files: shortest, always with a point. @param {number} value */
  function decimal(value) {
    if (Number.isNaN(value)) return "";
    if (value === 0) return "0.0";
    const [mantissa, power] = Math.abs(value).toExponential().split("e");
    const digits = mantissa.replace(".", "");
    const ten = Number(power);
    const sign = value < 0 ? "-" : "";
    if (ten >= 7 || ten < -3) return sign + digits[0] + "." + (digits.slice(1) || "0") + "E" + ten;
    if (ten < 0) return sign + "0." + "0".repeat(-ten - 1) + digits;
    const whole = digits.slice(0, ten + 1).padEnd(ten + 1, "0");
    return sign + whole + "." + (digits.slice(ten + 1) || "0");
  }

  /** The calendar label of a quarter. @param {World} world @param {number} later */
  function label(world, later) {
    const index = world.year * 4 + (world.ofYear - 1) + later;
    return Math.floor(index / 4) + "Q" + ((index % 4) + 1);
  }

  /** A, B and C. @param {string[]} names */
  const list = (names) =>
    names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " and " + names[names.length - 1];

  /** 1 deal, 2 deals. @param {number} n @param {string} thing */
  const count = (n, thing) => n.toLocaleString("en") + " " + thing + (n === 1 ? "" : "s");

  return { scaled, tight, dollars, percent, amount, plain, capital, decimal, label, list, count };
})();

/** A world by its name, without edits. @param {string} name */
const plainWorld = (name) => /** @type {World} */ (MODEL.worlds.find((world) => world.name === name));

/** The world whose firms are edited. @type {World | undefined} */
let editedWorld;

/** A world by its name, with the edits of its firms. @param {string} name */
const worldOf = (name) => (editedWorld?.name === name ? editedWorld : plainWorld(name));

/** A dial by its key. @param {string} key */
const dialOf = (key) => /** @type {Dial} */ (MODEL.dials.find((dial) => dial.key === key));

/** An element of the page. @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/**
 * A new element; words go in as text, never as markup.
 * @param {string} tag @param {Record<string, any>} [attributes] @param {...(Node | string)} inside @returns {any}
 */
function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...inside);
  return made;
}

/**
 * A new part of a drawing.
 * @param {string} tag @param {Record<string, any>} [attributes] @param {...(Node | string)} inside @returns {SVGElement}
 */
function drawn(tag, attributes = {}, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}
