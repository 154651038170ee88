// @ts-check
// Play, pause, step, reset, new luck, speed, scrubbing, and the keys for them.
"use strict";

const Transport = (() => {
  const ICON = { play: "M5 3l8 5-8 5z", pause: "M4 3h3v10H4zM9 3h3v10H9z" };
  /** @type {number | undefined} */
  let timer;
  /** @type {any} */
  let page;

  const playing = () => timer !== undefined;

  function dress() {
    const button = byId("play");
    button.querySelector("span").textContent = playing() ? "Pause" : "Play";
    button.querySelector("path").setAttribute("d", playing() ? ICON.pause : ICON.play);
  }

  function pause() {
    if (!playing()) return;
    clearInterval(timer);
    timer = undefined;
    dress();
  }

  function tick() {
    if (!page.forward()) pause();
  }

  function play() {
    if (playing()) return pause();
    page.begin();
    timer = setInterval(tick, Number(byId("speed").value));
    dress();
  }

  /** Shows where the run is. @param {Run} run @param {number} quarter */
  function show(run, quarter) {
    const slider = byId("quarter");
    slider.max = String(run.quarters - 1);
    slider.value = String(quarter);
    slider.setAttribute("aria-valuetext", run.labels[quarter]);
    byId("when").textContent = run.labels[quarter];
    byId("count").textContent = `quarter ${quarter + 1} of ${run.quarters}`;
    const ticks = byId("ticks");
    if (ticks.dataset.of !== run.labels.join()) {
      ticks.dataset.of = run.labels.join();
      ticks.replaceChildren(
        ...run.labels.flatMap((label, q) => {
          if (!label.endsWith("Q1")) return [];
          const tick = element("span", {}, label.slice(0, 4));
          tick.style.left = (100 * q) / (run.quarters - 1) + "%";
          return [tick];
        }),
      );
    }
  }

  /** A seed that nobody chose: small enough to say aloud. */
  const anySeed = () => String(2 + (crypto.getRandomValues(new Uint32Array(1))[0] % 99998));

  /** @param {any} given */
  function start(given) {
    page = given;
    byId("play").addEventListener("click", play);
    byId("step").addEventListener("click", () => (pause(), page.forward()));
    byId("same").addEventListener("click", () => (pause(), page.reset()));
    byId("fresh").addEventListener("click", () => (pause(), page.luck(anySeed())));
    byId("quarter").addEventListener("input", () => (pause(), page.go(Number(byId("quarter").value))));
    byId("speed").addEventListener("change", () => playing() && (pause(), play()));
    byId("seed").addEventListener("change", () => {
      const text = byId("seed").value.trim();
      pause();
      if (Share.isSeed(text)) page.luck(text);
      else page.refused("The luck is a whole number of 64 bits, such as 7.");
    });
    document.addEventListener("keydown", (event) => {
      const at = /** @type {HTMLElement} */ (event.target);
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) return;
      const onButton = /^(BUTTON|SUMMARY|A)$/.test(at.tagName);
      if (event.key === " " && !onButton) play();
      else if (event.key === "ArrowRight") byId("step").click();
      else if (event.key === "ArrowLeft") (pause(), page.back());
      else if (event.key.toLowerCase() === "r") byId("same").click();
      else if (event.key.toLowerCase() === "n") byId("fresh").click();
      else return;
      event.preventDefault();
    });
  }

  return { start, show, pause };
})();
