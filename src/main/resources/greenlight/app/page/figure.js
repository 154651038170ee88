// @ts-check
// A figure of the page: a title, a label as in a museum, the drawing, its words, its table, and its files.
"use strict";

/**
 * @typedef {{head: string[], rows: (string | number)[][]}} Table
 */

class Figure {
  /**
   * @param {string} id @param {string} title @param {string} label what one looks at, in a sentence
   * @param {boolean} [chart] whether ECharts draws it
   */
  constructor(id, title, label, chart = true) {
    this.id = id;
    this.title = title;
    this.body = element("div", { class: "drawing", id: id + "-drawing", role: "img", "aria-label": title });
    this.words = element("figcaption", { id: id + "-words" });
    this.legend = element("div", { class: "legend" });
    this.tools = element("div", { class: "figure-tools" });
    this.table = element("details", { class: "data" }, element("summary", {}, "As a table"));
    this.tableBody = element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": title + ": table" });
    this.table.append(this.tableBody);
    this.table.addEventListener("toggle", () => this.fillTable());
    this.root = element(
      "figure",
      { class: "figure", id },
      element("div", { class: "figure-head" }, element("h3", {}, title), this.tools),
      element("p", { class: "label" }, label),
      this.legend,
      this.body,
      this.words,
      this.table,
    );
    for (const kind of ["SVG", "PNG"]) {
      this.tools.append(
        element("button", { type: "button", class: "link", "aria-label": title + " as " + kind, "data-save": kind.toLowerCase(), onclick: () => this.save(kind) }, kind),
      );
    }
    this.isChart = chart;
    this.inSight = false;
    new IntersectionObserver(([at]) => (this.inSight = at.isIntersecting)).observe(this.root);
    /** Known without a new layout, where they are known. */
    this.width = 0;
    this.height = 0;
    new ResizeObserver(([at]) => ({ width: this.width, height: this.height } = at.contentRect)).observe(this.body);
    /** In front of the chart while a dial is dragged. @type {SVGElement | undefined} */
    this.sketch = undefined;
    this.keyed = "";
    /** @type {any} */
    this.chart = undefined;
    /** @type {(() => Table) | undefined} */
    this.makeTable = undefined;
  }

  /** Draws with ECharts, or a sketch in front of it. @param {any} option */
  draw(option) {
    if (!this.room()) return; // not shown
    this.sketch?.remove();
    this.sketch = undefined;
    if (this.chart && Follow.on()) {
      this.sketch = Plain.draw(option, this.width, this.height);
      this.body.append(this.sketch);
      return;
    }
    if (!this.chart) {
      // @ts-ignore: ECharts is a script of its own
      this.chart = echarts.init(this.body, null, { renderer: "svg" });
      new ResizeObserver(() => this.body.clientWidth && this.chart.resize()).observe(this.body);
    }
    this.chart.setOption(option, { notMerge: true });
    this.chart.getZr().flush();
  }

  /** Its width; 0 where it is not shown. */
  room() {
    return this.width || this.body.clientWidth;
  }

  /** What the drawing says, in words; not of a sketch. @param {string} words @param {() => Table} makeTable */
  say(words, makeTable) {
    if (Follow.on()) return;
    this.words.textContent = words;
    this.body.setAttribute("aria-label", this.title + ". " + words);
    this.makeTable = makeTable;
    this.fillTable();
  }

  /** Names beside colours. @param {[string, string][]} entries */
  key(entries) {
    const keyed = entries.join();
    if (keyed === this.keyed) return;
    this.keyed = keyed;
    this.legend.replaceChildren(
      ...entries.map(([name, colour]) => {
        const swatch = element("i", { "aria-hidden": "true" });
        swatch.style.background = colour;
        return element("span", {}, swatch, name);
      }),
    );
  }

  fillTable() {
    if (!this.table.open || !this.makeTable) return;
    this.tableBody.replaceChildren(tableOf(this.makeTable()));
  }

  /** The drawing as the text of an SVG file. */
  svg() {
    if (this.chart) return decodeURIComponent(this.chart.getDataURL({ type: "svg" }).replace(/^data:image\/svg\+xml;charset=UTF-8,/, ""));
    const copy = this.body.querySelector("svg").cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("font-family", "Inter, Helvetica, Arial, sans-serif");
    return new XMLSerializer().serializeToString(copy);
  }

  /** @param {string} kind */
  save(kind) {
    const name = "greenlight-" + this.id;
    const text = this.svg();
    if (kind === "SVG") {
      Tables.download(name + ".svg", new Blob([text], { type: "image/svg+xml" }));
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = this.body.clientWidth * 2;
      canvas.height = this.body.clientHeight * 2;
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.fillStyle = Palette.now().paper;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob && Tables.download(name + ".png", blob));
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  }
}

/** A table as elements. @param {Table} table */
function tableOf(table) {
  const head = element("tr", {}, ...table.head.map((words) => element("th", { scope: "col" }, words)));
  const rows = table.rows.map((row) =>
    element("tr", {}, ...row.map((cell, place) => element(place ? "td" : "th", place ? {} : { scope: "row" }, String(cell)))),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}
