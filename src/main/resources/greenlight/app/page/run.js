// @ts-check
// One run as the market told it.
"use strict";

/**
 * @typedef {{quarter: number, kind: string, who: string, whom: string, dollars: number, cause: string, sentence: string}} News
 * @typedef {{id: number, studio: string, vendor: string, stage: string, cause: string, headline: boolean}} Deal
 * @typedef {{holder: string, vendor: string, share: number}} Stake
 * @typedef {{plaintiff: string, defendant: string, about: string, filed: number}} Case
 * @typedef {{why: number, from: number, to: number, cents: number}} Flow
 * @typedef {{kind: string, name: string, at: number[], product: string[], strategy: string[]}} Entity
 */

/** Readings that are numbers, in the order in which they are told. */
const NUMBERS = MODEL.readings.filter((reading) => !reading.words);
/** @type {Map<string, number>} */
const PLACE = new Map(NUMBERS.map((reading, place) => [reading.key, place]));

class Run {
  /**
   * @param {World} world @param {string} seed @param {Record<string, number>} dials
   * @param {Float64Array} numbers @param {string} text
   */
  constructor(world, seed, dials, numbers, text) {
    this.world = world;
    this.seed = seed;
    this.dials = dials;
    this.numbers = numbers;
    /** @type {Entity[]} */
    this.entities = [];
    /** @type {Map<string, Entity>} */
    this.byName = new Map();
    /** @type {News[]} */
    this.events = [];
    /** @type {Deal[][]} */
    this.deals = [];
    /** @type {Stake[][]} */
    this.stakes = [];
    /** @type {Case[][]} */
    this.cases = [];
    /** @type {Flow[][]} */
    this.flows = [];
    this.digest = "";
    /** @type {{plain: string[], kinds: string[]}} */
    this.rowsInOrder = { plain: [], kinds: [] };
    const firms = firmsOf(world);
    /** @type {any[][]} */
    const raw = [];
    let offset = MODEL.measures.length;
    let quarters = 0;
    for (const line of text.split("\n")) {
      const part = line.split("\t");
      const quarter = Number(part[1]);
      switch (part[0]) {
        case "row": {
          const entity = this.byName.get(part[3]) || this.enter(part[2], part[3]);
          entity.at[quarter] = offset;
          entity.product[quarter] = part[4];
          entity.strategy[quarter] = part[5];
          quarters = quarter + 1;
          offset += NUMBERS.length;
          break;
        }
        case "event":
          this.events.push({
            quarter,
            kind: part[2],
            who: part[3],
            whom: part[4],
            dollars: Number(part[5]) / 100,
            cause: part[6],
            sentence: part[7],
          });
          break;
        case "deal":
          raw.push(part);
          break;
        case "stake":
          (this.stakes[quarter] ||= []).push({ holder: part[2], vendor: part[3], share: Number(part[4]) / 10000 });
          break;
        case "case":
          (this.cases[quarter] ||= []).push({
            plaintiff: part[2],
            defendant: part[3],
            about: part[4],
            filed: Number(part[5]),
          });
          break;
        case "flow":
          (this.flows[quarter] ||= []).push({
            why: Number(part[2]),
            from: Number(part[3]),
            to: Number(part[4]),
            cents: Number(part[5]),
          });
          break;
        case "digest":
          this.digest = part[1];
          break;
      }
    }
    /** How many quarters it lasts. */
    this.quarters = quarters;
    this.labels = Array.from({ length: quarters }, (_, quarter) => Words.label(world, quarter));
    const vendors = this.of("vendor");
    for (const part of raw) {
      (this.deals[Number(part[1])] ||= []).push({
        id: Number(part[2]),
        studio: firms.studios[Number(part[3])],
        vendor: vendors[Number(part[4])].name,
        stage: part[5],
        cause: part[6],
        headline: part[7] === "1",
      });
    }
    this.flagship = firms.flagship;
  }

  /** @param {string} kind @param {string} name @returns {Entity} */
  enter(kind, name) {
    const entity = { kind, name, at: [], product: [], strategy: [] };
    this.entities.push(entity);
    this.byName.set(name, entity);
    return entity;
  }

  /** Entities of a kind, in their order. @param {string} kind */
  of(kind) {
    return this.entities.filter((entity) => entity.kind === kind);
  }

  /** A reading of an entity in every quarter; not-a-number where there is none. @param {string} name @param {string} key */
  read(name, key) {
    const entity = this.byName.get(name);
    const place = /** @type {number} */ (PLACE.get(key));
    /** @type {number[]} */
    const values = [];
    for (let quarter = 0; quarter < this.quarters; quarter++) {
      const at = entity ? entity.at[quarter] : undefined;
      values.push(at === undefined ? NaN : this.numbers[at + place]);
    }
    return values;
  }

  /** One value. @param {string} name @param {string} key @param {number} quarter */
  at(name, key, quarter) {
    const at = this.byName.get(name)?.at[quarter];
    return at === undefined ? NaN : this.numbers[at + /** @type {number} */ (PLACE.get(key))];
  }

  /** A measure of the whole run. @param {string} key */
  measure(key) {
    return this.numbers[MODEL.measures.findIndex((measure) => measure.key === key)];
  }

  /** The headline deal's state in a quarter, and how it got there. @param {number} quarter */
  headline(quarter) {
    let signed = -1;
    let ended = -1;
    /** @type {Deal | undefined} */
    let deal;
    for (let q = 0; q <= quarter; q++) {
      const found = (this.deals[q] || []).find((each) => each.headline);
      if (found) {
        deal = found;
        if (signed < 0) signed = q;
        if (ENDED.has(found.stage)) ended = q;
      }
    }
    return { deal, signed, ended };
  }
}

const ENDED = new Set(["COMPLETED", "TERMINATED", "VOIDED"]);

/** The firms of a world, by what its text says. @param {World} world */
function firmsOf(world) {
  /** @type {string[]} */
  const studios = [];
  /** @type {string[]} */
  const investors = [];
  /** @type {Map<string, string>} */
  const archetypes = new Map();
  let flagship = "";
  for (const line of world.text.split("\n")) {
    const part = line.split("\t");
    if (part[0] === "studio") studios.push(part[1]);
    if (part[0] === "investor") investors.push(part[1]);
    if (part[0] === "vendor") {
      archetypes.set(part[1], part[2]);
      if (part[part.length - 1] === "1" && !flagship) flagship = part[1];
    }
  }
  return { studios, investors, archetypes, flagship: flagship || [...archetypes.keys()][0] };
}
