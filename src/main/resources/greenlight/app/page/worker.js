// @ts-check
// The market's worker: holds the compiled market, runs it when asked, and answers with what it told.
"use strict";

/** @type {number[]} */
let numbers = [];
let text = "";
/** @type {any} */ (self).marketNumber = (/** @type {number} */ value) => numbers.push(value);
/** @type {any} */ (self).marketText = (/** @type {string} */ told) => (text = told);

/** @type {Promise<any> | undefined} */
let market;

/**
 * Runs once: how much to tell, the scenario's text, the seed, the dials as KEY=BITS.
 * @param {any} door
 * @param {string[]} request
 */
function once(door, request) {
  numbers = [];
  text = "";
  door.exports.main(request);
  return { numbers: Float64Array.from(numbers), text };
}

self.onmessage = async (/** @type {MessageEvent} */ message) => {
  const asked = message.data;
  if (asked.module) {
    // @ts-ignore: TeaVM's runtime stands in front of this file
    market = TeaVM.wasmGC.load(new Uint8Array(asked.module));
    return;
  }
  try {
    const door = await market;
    const began = performance.now();
    const told = once(door, asked.request);
    const answer = { id: asked.id, numbers: told.numbers, text: told.text, took: performance.now() - began };
    /** @type {any} */ (self).postMessage(answer, [told.numbers.buffer]);
  } catch (fault) {
    /** @type {any} */ (self).postMessage({ id: asked.id, fault: String(fault) });
  }
};
