// @ts-check
// While a dial is dragged: sketches of the run, one at a time and the newest next, drawn once a frame. They have all people
// where this machine keeps pace with that, and fewer where it does not; the run of the dial let go has all of them.
"use strict";

const Follow = (() => {
  /** Thirty sketches a second, ms each. */
  const FRAME = 33;
  /** Of these, what a sketch's run may take, so that it is drawn in time as well. */
  const RUN = 22;
  const FEWEST = 1000;
  const LEAST = 0.05;
  /** Of the people of the run, how many a sketch has. */
  let share = 1;
  /** What a sketch takes lately, ms. */
  let pace = RUN;
  /** @type {{questions: Question[], inView: number} | undefined} */
  let wanted;
  /** @type {Run[]} */
  let latest = [];
  let following = false;
  let running = false;
  let drawing = false;
  /** @type {any} */
  let page;

  /** Of fewer people, if need be. @param {Question} question @returns {Question} */
  function sketched(question) {
    const users = question.dials.users ?? Share.standard(question.world, "users");
    return { ...question, dials: { ...question.dials, users: Math.min(users, Math.max(FEWEST, Math.round(users * share))) } };
  }

  function begin() {
    following = true;
    latest = [];
    document.body.classList.add("following");
    if (pace > RUN || pace < RUN / 2) keepPace();
  }

  /** As many people as a frame has time for. */
  function keepPace() {
    share = Math.min(1, Math.max(LEAST, (share * RUN) / pace));
    pace = RUN;
  }

  /** Has the runs of a setting sketched, unless a newer one comes before their turn. @param {Question[]} questions @param {number} inView */
  function to(questions, inView) {
    if (!following) begin();
    wanted = { questions, inView };
    if (running) return;
    running = true;
    setTimeout(run); // a key turns a dial and lets it go at once, and needs no sketch
  }

  async function run() {
    try {
      while (wanted) {
        const { questions, inView } = wanted;
        wanted = undefined;
        const sketches = [];
        for (const [side, question] of questions.map(sketched).entries()) sketches.push(await sketch(question, inView, latest[side]));
        if (!following) break;
        latest = sketches;
        if (!drawing) requestAnimationFrame(draw);
        drawing = true;
      }
    } catch {
      stop(); // the run of the dial let go says what is wrong
    } finally {
      running = false;
    }
  }

  /** What has not changed since the sketch before is not run again. @param {Question} question @param {number} inView @param {Run} before */
  async function sketch(question, inView, before) {
    if (before && JSON.stringify(before.dials) === JSON.stringify(question.dials)) return before;
    const { run, took } = await Market.sketch(question, inView);
    pace = 0.8 * pace + 0.2 * took;
    if (pace > 2 * FRAME) keepPace(); // else the number of people stays while a dial is dragged: another one is another story
    return run;
  }

  function draw() {
    drawing = false;
    if (following) page.draw(latest);
  }

  /** The dial is let go, or something else is wanted. */
  function stop() {
    following = false;
    wanted = undefined;
    document.body.classList.remove("following");
  }

  /** @param {{draw: (sketches: Run[]) => void, settle: () => void}} given what draws sketches, and what runs the setting as it is */
  function start(given) {
    page = given;
    // a dial that is let go where it was dragged from says nothing of it
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => following && page.settle()));
  }

  /** Whether what is drawn is a sketch. */
  const on = () => following;

  return { start, to, stop, on };
})();
