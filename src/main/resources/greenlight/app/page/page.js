// @ts-check
// The page: what is set, which run is in view, and who draws it.
"use strict";

const Page = (() => {
  /** @type {Setting} */
  let setting = Share.plain(MODEL.worlds[0].name);
  /** @type {Run | undefined} */
  let run;
  /** @type {Run | undefined} */
  let other;
  /** The last sketch that was drawn. @type {Run | undefined} */
  let sketch;
  let seen = 0;
  /** Whose dials the panel turns. */
  let side = "a";
  let asked = 0;

  const figures = {
    map: new Figure("map", "The market", "Who deals with whom, who holds whose shares, who sues whom. Point at a firm to see its ties.", false),
    users: new Figure("users", "Users by vendor", "People who used each video platform in the quarter."),
    money: new Figure("money", "Where each dollar went", "Every payment of the quarter, from the ledger: payers left, payees right.", false),
    books: new Figure("books", "What a clip costs and earns", "The flagship's GPU bill for video against its subscriptions."),
    compute: new Figure("compute", "Compute", "The flagship's GPUs by what they work on; below, the share of clips asked for and not made."),
    mood: new Figure("mood", "Mood", "Hype around video, investors' weight on growth, and how likely a plaintiff is thought to win."),
  };
  const CHART_NAMES = /** @type {Record<string, string>} */ ({ users: "Users", money: "Money", books: "Costs and earnings", compute: "Compute", mood: "Mood" });

  /** Chooses the file of a world. */
  const opener = element("input", { type: "file", id: "open-world", accept: ".zip,application/zip" });

  const quarter = () => setting.quarter ?? 0;

  // ---- what is drawn ----

  function drawRun() {
    if (!run || setting.view !== "run") return;
    const q = quarter();
    Transport.show(run, q);
    byId("verdict").textContent = Verdict.words(run, q);
    MarketMap.draw(figures.map, run, q);
    if (setting.charts.includes("money")) Money.draw(figures.money, run, q);
    for (const name of /** @type {("users" | "books" | "compute" | "mood")[]} */ (["users", "books", "compute", "mood"])) {
      if (setting.charts.includes(name)) Charts[name](figures[name], run, q, seen);
    }
    Newspaper.print(run, q, seen);
  }

  /** Draws of a sketch what is in sight; words and news wait for the run. @param {Run[]} sketches */
  function drawSketch(sketches) {
    const [a, b] = sketches;
    const q = Math.min(quarter(), a.quarters - 1);
    if (b) Compare.curves(a, b, q);
    else {
      if (figures.map.inSight) MarketMap.draw(figures.map, a, q);
      if (figures.money.inSight) Money.draw(figures.money, a, q);
      for (const name of /** @type {("users" | "books" | "compute" | "mood")[]} */ (["users", "books", "compute", "mood"])) {
        if (figures[name].inSight) Charts[name](figures[name], a, q, a.quarters - 1);
      }
    }
    sketch = a;
    document.body.dataset.sketch = String(Number(document.body.dataset.sketch || 0) + 1);
  }

  function draw() {
    if (!run) return;
    Transport.show(run, quarter());
    if (setting.view === "run") drawRun();
    if (setting.view === "compare" && other) Compare.draw(run, other, quarter());
    if (setting.view === "many") Many.show(run, quarter());
    if (setting.view === "predict") Predict.show(run);
  }

  /** Shows what is set, but for the run itself. */
  function dress() {
    Worlds.edit(setting.world, setting.firms);
    const world = worldOf(setting.world);
    byId("world").textContent = world.name + " \u00b7 from " + Words.label(world, 0) + (world.own ? " \u00b7 a world of your own" : "") + (world.edited ? " \u00b7 with firms edited" : "");
    byId("question").textContent = world.title;
    byId("description").textContent = world.description;
    byId("seed").value = setting.seed;
    document.body.dataset.view = setting.view;
    for (const button of document.querySelectorAll(".views [data-view]")) {
      const on = /** @type {HTMLElement} */ (button).dataset.view === setting.view;
      if (on) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    for (const view of document.querySelectorAll(".view")) /** @type {HTMLElement} */ (view).hidden = view.id !== "view-" + setting.view;
    for (const name of Share.CHARTS) {
      const on = setting.charts.includes(name);
      figures[/** @type {"users"} */ (name)].root.hidden = !on;
      document.querySelector(`[data-chart=${name}]`)?.setAttribute("aria-pressed", String(on));
    }
    if (setting.view !== "compare") side = "a";
    for (const button of document.querySelectorAll("[data-side]")) button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.side === side));
    Dials.show(setting.world, side === "b" ? setting.other : setting.dials);
    byId("firms").replaceChildren(...Worlds.fields(setting.world, setting.firms, acts.firm));
    byId("firms-back").disabled = !world.edited;
    const users = setting.dials.users ?? Share.standard(setting.world, "users");
    byId("provenance").textContent = `Greenlight ${MODEL.program}, model ${MODEL.version} (${MODEL.digest}); ${users.toLocaleString("en")} user agents; the same run as ./greenlight run ${setting.world} --seed ${setting.seed}${Object.keys(setting.dials).length ? " with the dials set here" : ""}${world.edited ? " and the firms edited here" : ""}.`;
  }

  /** Writes what is set into the address, so that a copied address holds it. */
  function address() {
    try {
      history.replaceState(null, "", "#" + Share.write(setting));
    } catch {
      // an embedded view may not allow it; the button Share still copies the link
    }
  }

  // ---- what is run ----

  /** Works out what is set and draws it. @param {boolean} whole whether all of the run shows at once */
  async function refresh(whole) {
    const began = performance.now();
    const turn = ++asked;
    Follow.stop();
    dress();
    document.body.classList.add("working");
    try {
      const question = { world: setting.world, seed: setting.seed, dials: { ...setting.dials } };
      const stale = () => turn !== asked; // something newer is on its way
      const told = await Market.run(question, stale);
      const against = setting.view === "compare" ? await Market.run({ ...question, dials: { ...setting.other } }, stale) : undefined;
      if (stale()) return;
      run = told;
      other = against;
      const end = run.quarters - 1;
      if (setting.quarter === null) setting.quarter = opening(run);
      setting.quarter = Math.min(quarter(), end);
      seen = whole ? end : quarter();
      draw();
    } catch (fault) {
      notice("The market stopped: " + String(fault instanceof Error ? fault.message : fault) + ". Reload the page to start afresh.");
    } finally {
      if (turn === asked) document.body.classList.remove("working");
    }
    const now = performance.now();
    document.body.dataset.redraw = String(Math.round(now - began));
    document.body.dataset.turn = String(turn);
    document.body.dataset.digest = run?.digest || "";
    document.body.dataset.interactive ||= String(Math.round(now));
  }

  /** The quarter a run opens at: that of the headline deal's signing, or else the last. @param {Run} of */
  function opening(of) {
    const { signed } = of.headline(of.quarters - 1);
    return signed >= 0 ? signed : of.quarters - 1;
  }

  /** @param {string} words */
  function notice(words) {
    byId("notice").textContent = words;
    byId("notice").hidden = !words;
  }

  // ---- what can be done ----

  const acts = {
    /** To a quarter. @param {number} q */
    go(q) {
      if (!run) return;
      setting.quarter = Math.max(0, Math.min(run.quarters - 1, q));
      seen = Math.max(seen, setting.quarter);
      draw();
      address();
    },
    /** A quarter on; whether there was one. */
    forward() {
      if (!run || quarter() >= run.quarters - 1) return false;
      acts.go(quarter() + 1);
      return quarter() < run.quarters - 1;
    },
    back() {
      acts.go(quarter() - 1);
    },
    /** Before playing: from the start when at the end. */
    begin() {
      if (run && quarter() >= run.quarters - 1) acts.reset();
      else seen = quarter();
    },
    /** Back to the first quarter with the same luck. */
    reset() {
      setting.quarter = 0;
      seen = 0;
      draw();
      address();
    },
    /** Another luck, from the first quarter. @param {string} seed */
    luck(seed) {
      notice("");
      setting.seed = seed;
      setting.quarter = 0;
      address();
      return refresh(setting.view !== "run");
    },
    refused: notice,
    /** A dial is being dragged. @param {string} key @param {number} value */
    turning(key, value) {
      const compared = setting.view === "compare";
      Transport.pause();
      if (!run || (setting.view !== "run" && !compared)) return;
      const question = { world: setting.world, seed: setting.seed };
      const sides = compared ? { a: setting.dials, b: setting.other } : { a: setting.dials };
      Follow.to(Object.entries(sides).map(([each, dials]) => ({ ...question, dials: each === side ? { ...dials, [key]: value } : dials })), quarter());
    },
    /** A dial is set. @param {string} key @param {number} value */
    turned(key, value) {
      notice("");
      const dials = side === "b" ? setting.other : setting.dials;
      if (value === Share.standard(setting.world, key)) delete dials[key];
      else dials[key] = value;
      address();
      return refresh(true);
    },
    /** A firm's figure or name is edited; as it was where there is none. @param {string} id @param {string | number | undefined} value */
    firm(id, value) {
      const firms = { ...setting.firms };
      if (value === undefined) delete firms[id];
      else firms[id] = value;
      return acts.firms(firms);
    },
    /** @param {Record<string, string | number>} firms */
    firms(firms) {
      if (!Share.fits({ ...setting, firms })) return notice("A link does not hold so many edits. Export the world (./greenlight scenarios " + setting.world + " --export DIR), edit its tables, and open it here.");
      notice("");
      setting.firms = firms;
      address();
      return refresh(true);
    },
    /** Opens a world from a file. @param {File} file */
    async open(file) {
      try {
        const world = await Worlds.open(file);
        presets();
        await acts.world(world.name);
        notice("");
      } catch (fault) {
        if (!(fault instanceof Worlds.Refused)) throw fault;
        notice("The world was refused and nothing was changed.\n" + fault.message);
      }
    },
    cleared() {
      if (side === "b") setting.other = {};
      else setting.dials = {};
      address();
      return refresh(true);
    },
    /** B becomes A with some dials changed. @param {Record<string, number>} dials */
    tried(dials) {
      setting.other = { ...setting.dials, ...dials };
      address();
      return refresh(true);
    },
    /** @param {string} view */
    view(view) {
      Transport.pause();
      const first = view === "compare" && !Object.keys(setting.other).length;
      setting.view = view;
      if (first) setting.other = { ...setting.dials, cost_share: 0.4 };
      address();
      scrollTo({ top: 0 });
      if (view === "compare" || !run) return refresh(true);
      seen = run.quarters - 1;
      dress();
      draw();
      return undefined;
    },
    /** @param {string} name */
    chart(name) {
      setting.charts = Share.CHARTS.filter((each) => (each === name) !== setting.charts.includes(each));
      dress();
      drawRun();
      address();
    },
    /** @param {string} world */
    world(world) {
      Transport.pause();
      setting = { ...Share.plain(world), seed: setting.seed, view: ["lessons", "about"].includes(setting.view) ? "run" : setting.view, charts: setting.charts };
      byId("presets").open = false;
      address();
      return refresh(true);
    },
  };

  /** Reads the address; a bad one is refused in a sentence and does nothing else. */
  function follow() {
    const fragment = location.hash.slice(1);
    if (!fragment) return true;
    try {
      setting = Share.read(fragment);
      notice("");
      return true;
    } catch (fault) {
      if (!(fault instanceof Share.Refused)) throw fault;
      notice(fault.message);
      return false;
    }
  }

  async function share() {
    address();
    const link = location.href.replace(/#.*/, "") + "#" + Share.write(setting);
    try {
      await navigator.clipboard.writeText(link);
      notice("The link is copied. It holds the scenario, every changed dial, the luck, the quarter and the charts.");
    } catch {
      notice("The address above is the link: it holds the scenario, every changed dial, the luck, the quarter and the charts.");
    }
  }

  /** The worlds that one can choose. */
  function presets() {
    byId("preset-list").replaceChildren(
      ...MODEL.worlds.map((world) => element("button", { type: "button", "data-world": world.name, onclick: () => acts.world(world.name) }, element("strong", {}, world.title), element("small", {}, (world.own ? "Your own world. " : "") + world.description))),
      element("label", { class: "open-world" }, element("strong", {}, "Open a world of your own"), element("small", {}, "A zip file that ./greenlight scenarios NAME --export world.zip writes, edited or not; or drop it anywhere on the page."), opener),
    );
  }

  function buttons() {
    for (const button of document.querySelectorAll(".views [data-view]")) button.addEventListener("click", () => acts.view(/** @type {any} */ (button).dataset.view));
    for (const button of document.querySelectorAll("[data-side]")) {
      button.addEventListener("click", () => {
        side = /** @type {any} */ (button).dataset.side;
        dress();
      });
    }
    presets();
    byId("open-world").addEventListener("change", () => {
      const [file] = byId("open-world").files;
      byId("open-world").value = ""; // the same file may be opened again when it was edited
      if (file) acts.open(file);
    });
    addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
    addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      acts.open(file);
    });
    byId("firms-back").addEventListener("click", () => acts.firms({}));
    byId("choose").append(
      element("span", { class: "label" }, "Charts"),
      ...Share.CHARTS.map((name) => element("button", { type: "button", class: "chip", "data-chart": name, "aria-pressed": "true", onclick: () => acts.chart(name) }, CHART_NAMES[name])),
    );
    byId("share").addEventListener("click", share);
    byId("csv-quarters").addEventListener("click", () => run && Tables.save("quarters.csv", Tables.quarters, run));
    byId("csv-events").addEventListener("click", () => run && Tables.save("events.csv", Tables.events, run));
    byId("projector").addEventListener("click", () => {
      const on = document.body.classList.toggle("projector");
      byId("projector").setAttribute("aria-pressed", String(on));
      draw();
    });
    byId("theme").addEventListener("click", () => {
      document.documentElement.dataset.theme = Palette.isDark() ? "light" : "dark";
      themed();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themed);
    byId("skip").addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      byId("stage-anchor").focus();
    });
    const panel = (/** @type {boolean} */ open) => document.body.classList.toggle("panel-open", open);
    byId("panel-open").addEventListener("click", () => panel(true));
    byId("panel-close").addEventListener("click", () => panel(false));
    document.addEventListener("keydown", (event) => event.key === "Escape" && panel(false));
    for (const button of document.querySelectorAll("[data-lesson]")) {
      button.addEventListener("click", () => {
        for (const each of document.querySelectorAll("[data-lesson]")) {
          const name = /** @type {any} */ (each).dataset.lesson;
          each.setAttribute("aria-pressed", String(each === button));
          byId("lesson-" + name).hidden = each !== button;
        }
      });
    }
    for (const link of document.querySelectorAll(".prose a[href*='greenlight.html#']")) link.setAttribute("href", "#" + /** @type {any} */ (link).getAttribute("href").split("#")[1]);
    for (const [name, duty] of MODEL.phases) byId("phases").append(element("li", {}, element("b", {}, name), ": " + duty));
  }

  function themed() {
    byId("theme").textContent = Palette.isDark() ? "Light" : "Dark";
    draw();
  }

  /** Folds what follows a heading that begins with the teacher's key. */
  function foldKeys() {
    for (const heading of document.querySelectorAll(".lesson h2")) {
      if (!heading.textContent?.startsWith("Teacher")) continue;
      const inside = [];
      for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) inside.push(next);
      heading.replaceWith(element("details", { class: "key" }, element("summary", {}, heading.textContent), ...inside));
    }
  }

  async function start() {
    if (!Market.possible()) {
      document.body.classList.add("impossible");
      byId("main").replaceChildren(
        element("p", { class: "impossible-words" }, "This page runs the market itself, inside the browser, and this browser cannot: it lacks WebAssembly with garbage collection. Any Chrome or Edge from version 119, Firefox from 120 or Safari from 18.2 can open it."),
      );
      return;
    }
    byId("map-place").append(figures.map.root);
    byId("charts").append(...Share.CHARTS.map((name) => figures[/** @type {"users"} */ (name)].root));
    buttons();
    foldKeys();
    Dials.start(acts);
    Follow.start({ draw: drawSketch, settle: () => refresh(true) });
    Transport.start(acts);
    Newspaper.start({ go: acts.go, redraw: drawRun });
    Compare.start(acts);
    Many.start();
    Predict.start({ luck: () => byId("fresh").click() });
    follow();
    addEventListener("hashchange", () => follow() && refresh(true));
    let size = "";
    new ResizeObserver(() => {
      const now = [figures.map.body.clientWidth, figures.money.body.clientWidth, figures.money.body.clientHeight].join();
      if (setting.view === "run" && run && now !== size) {
        size = now;
        MarketMap.draw(figures.map, run, quarter());
        if (setting.charts.includes("money")) Money.draw(figures.money, run, quarter());
      }
      if (setting.view === "predict") Predict.paint();
    }).observe(byId("stage-anchor"));
    themed();
    await refresh(true);
    Market.warm({ world: setting.world, seed: "2", dials: {} });
  }

  start();
  return { acts, get setting() { return setting; }, get run() { return run; }, get other() { return other; }, get sketch() { return sketch; } };
})();
