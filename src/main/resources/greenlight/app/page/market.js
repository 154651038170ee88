// @ts-check
// The two workers that hold the compiled market: one for the run in view, one for the many in the background.
"use strict";

/** @typedef {{world: string, seed: string, dials: Record<string, number>}} Question */

const Market = (() => {
  /** The bits of a double as 16 hexadecimal digits. @param {number} value */
  function bits(value) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16).padStart(16, "0");
  }

  /** Whether this browser knows WebAssembly with garbage collection: a module with a struct type is valid there. */
  function possible() {
    try {
      const module = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0);
      return typeof DecompressionStream === "function" && WebAssembly.validate(module);
    } catch {
      return false;
    }
  }

  /** @type {Promise<ArrayBuffer> | undefined} */
  let unpacked;

  /** The compiled market's bytes. */
  function bytes() {
    unpacked ||= (async () => {
      const holder = byId("market");
      const packed = Uint8Array.from(atob(holder.textContent), (letter) => letter.charCodeAt(0));
      holder.remove();
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(stream).arrayBuffer();
    })();
    return unpacked;
  }

  class Desk {
    constructor() {
      /** @type {Map<number, {done: (answer: any) => void, failed: (fault: Error) => void}>} */
      this.open = new Map();
      this.next = 1;
      /** @type {Promise<Worker> | undefined} */
      this.worker = undefined;
      /** When the last request is answered. @type {Promise<any>} */
      this.last = Promise.resolve();
    }

    start() {
      this.worker ||= bytes().then((module) => {
        const source = new Blob([byId("worker").textContent], { type: "text/javascript" });
        const worker = new Worker(URL.createObjectURL(source));
        worker.onmessage = (message) => {
          const asked = this.open.get(message.data.id);
          this.open.delete(message.data.id);
          if (message.data.fault) asked?.failed(new Error(message.data.fault));
          else asked?.done(message.data);
        };
        worker.postMessage({ module: module.slice(0) });
        return worker;
      });
      return this.worker;
    }

    /** @param {string} how @param {Question} question @param {number} [inView] the quarter in view @returns {Promise<any>} */
    ask(how, question, inView = 0) {
      const answer = this.send(how, question, inView);
      this.last = answer.catch(() => undefined);
      return answer;
    }

    /** @param {string} how @param {Question} question @param {number} inView @returns {Promise<any>} */
    async send(how, question, inView) {
      const dials = Object.entries(question.dials).map(([key, value]) => key.toUpperCase() + "=" + bits(value));
      return this.request([how, worldOf(question.world).text, question.seed, dials.join(" "), String(inView)]);
    }

    /** @param {string[]} request @returns {Promise<any>} */
    async request(request) {
      const worker = await this.start();
      const id = this.next++;
      return new Promise((done, failed) => {
        this.open.set(id, { done, failed });
        worker.postMessage({ id, request });
      });
    }
  }

  const front = new Desk();
  const back = new Desk();
  if (possible()) front.start(); // while the rest of the page is read

  /** The whole of one run; none where it has become stale before its turn. @param {Question} question @param {() => boolean} [stale] */
  async function run(question, stale = () => false) {
    for (let last; last !== front.last; ) await (last = front.last);
    if (stale()) return undefined;
    const told = await front.ask("whole", question);
    return new Run(worldOf(question.world), question.seed, question.dials, told.numbers, told.text);
  }

  /** What figures show of one run, and how long it took, ms. @param {Question} question @param {number} inView */
  async function sketch(question, inView) {
    const told = await front.ask("sketch", question, inView);
    return { run: new Run(worldOf(question.world), question.seed, question.dials, told.numbers, told.text), took: told.took };
  }

  /** What the crowd of many runs needs of one. @param {Question} question */
  async function brief(question) {
    const told = await back.ask("brief", question);
    return new Run(worldOf(question.world), question.seed, question.dials, told.numbers, told.text);
  }

  /** Has the browser optimise the market before somebody waits for it. @param {Question} question */
  async function warm(question) {
    for (let turn = 0; turn < 2; turn++) await front.ask("whole", question);
  }

  /** What the program says of a world's tables: the world, or its faults. @param {string} name @param {string} tables @returns {Promise<string>} */
  async function world(name, tables) {
    return (await front.request(["world", name, tables, MODEL.tables])).text;
  }

  return { possible, run, sketch, brief, warm, world, bits };
})();
