// @ts-check
// Charts of this page's options as plain lines, where ECharts draws them but several times quicker: for sketches.
"use strict";

const Plain = (() => {
  /** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

  /** @param {any} one */
  const each = (one) => (Array.isArray(one) ? one : [one]);

  /** @param {number | string} length pixels or a percentage @param {number} whole */
  const pixels = (length, whole) => (typeof length === "string" ? (whole * parseFloat(length)) / 100 : length);

  /** The step between the marks of an axis, as ECharts rounds it. @param {number} raw */
  function step(raw) {
    const power = 10 ** Math.floor(Math.log10(raw));
    const digit = raw / power;
    return power * (digit < 1.5 ? 1 : digit < 2.5 ? 2 : digit < 4 ? 3 : digit < 7 ? 5 : 10);
  }

  /** Where a value axis begins and ends and what its step is. @param {any} axis @param {number[]} values */
  function scale(axis, values) {
    const low = axis.min ?? Math.min(0, ...values);
    const high = axis.max ?? Math.max(0, ...values);
    const by = axis.interval ?? step((high - low || 1) / axis.splitNumber);
    return { from: axis.min ?? Math.floor(low / by) * by, to: axis.max ?? (Math.ceil(high / by) * by || by), by };
  }

  /** Each series between what lies below it and its own values. @param {any[]} series */
  function stacked(series) {
    /** @type {Map<string, number[]>} */
    const tops = new Map();
    return series.map((one) => {
      const below = one.stack ? tops.get(one.stack) : undefined;
      const values = one.data.map((/** @type {number | null} */ value, /** @type {number} */ q) => (value === null ? null : value + (below?.[q] ?? 0)));
      if (one.stack) tops.set(one.stack, values.map((/** @type {number | null} */ value, /** @type {number} */ q) => value ?? below?.[q] ?? 0));
      return { one, below, values };
    });
  }

  /** The corners of a line; several lines where values are missing. @param {(number | null)[]} values @param {(q: number) => number} x @param {(value: number) => number} y @param {boolean} steps */
  function corners(values, x, y, steps) {
    /** @type {{q: number, points: string[]}[]} */
    const lines = [];
    values.forEach((value, q) => {
      if (value === null) return;
      if (q === 0 || values[q - 1] === null) lines.push({ q, points: [] });
      const points = lines[lines.length - 1].points;
      if (steps && points.length) points.push(`${(x(q - 1) + x(q)) / 2} ${y(/** @type {number} */ (values[q - 1]))}`, `${(x(q - 1) + x(q)) / 2} ${y(value)}`);
      points.push(`${x(q)} ${y(value)}`);
    });
    return lines;
  }

  /** @param {SVGElement} svg @param {Box} box @param {any} across @param {any} up @param {any[]} series @param {number} font */
  function panel(svg, box, across, up, series, font) {
    const lines = stacked(series.filter((one) => one.data.length));
    const { from, to, by } = scale(up, lines.flatMap(({ values }) => values.filter((/** @type {any} */ value) => value !== null)));
    const last = across.data.length - 1;
    const x = (/** @type {number} */ q) => +(box.left + (q / last) * (box.right - box.left)).toFixed(1);
    const y = (/** @type {number} */ value) => +(box.bottom - ((value - from) / (to - from)) * (box.bottom - box.top)).toFixed(1);
    for (let mark = from; mark <= to + by / 2; mark += by) {
      svg.append(
        drawn("path", { d: `M${box.left} ${y(mark)}H${box.right}`, stroke: up.splitLine.lineStyle.color }),
        drawn("text", { x: box.left - 8, y: y(mark) + font * 0.36, "text-anchor": "end" }, up.axisLabel.formatter(Number(mark.toPrecision(12)))),
      );
    }
    if (up.name) svg.append(drawn("text", { x: box.left + 5, y: box.top - 7, fill: up.nameTextStyle.color, "font-weight": up.nameTextStyle.fontWeight }, up.name));
    for (const [q, label] of across.data.entries()) {
      if (across.axisLabel.show === false || !across.axisLabel.interval(q, label)) continue;
      svg.append(drawn("text", { x: x(q), y: box.bottom + across.axisLabel.margin + font * 0.86, "text-anchor": "middle" }, across.axisLabel.formatter(label)));
    }
    for (const { one, below, values } of lines) {
      for (const { q, points } of corners(values, x, y, !!one.step)) {
        const ends = values.indexOf(null, q) < 0 ? values.length : values.indexOf(null, q);
        if (one.areaStyle) {
          const floor = below ? corners(below.slice(0, ends), x, y, !!one.step)[0].points.slice(q).reverse().join("L") : `${x(ends - 1)} ${y(Math.max(0, from))}L${x(q)} ${y(Math.max(0, from))}`;
          svg.append(drawn("path", { d: `M${points.join("L")}L${floor}Z`, fill: one.areaStyle.color, opacity: one.areaStyle.opacity }));
        }
        svg.append(drawn("path", { d: "M" + points.join("L"), fill: "none", stroke: one.lineStyle.color, "stroke-width": one.lineStyle.width, ...(Array.isArray(one.lineStyle.type) ? { "stroke-dasharray": one.lineStyle.type.join(" ") } : {}) }));
      }
    }
    for (const { markLine } of series.filter((one) => one.markLine)) {
      const { color, width, opacity } = markLine.lineStyle;
      svg.append(drawn("path", { d: `M${x(markLine.data[0].xAxis)} ${box.bottom}V${box.top}`, stroke: color, "stroke-width": width, opacity }));
    }
  }

  /** @param {any} option of lines over quarters, as this page makes it @param {number} width @param {number} height */
  function draw(option, width, height) {
    const font = option.textStyle.fontSize;
    const svg = drawn("svg", { class: "sketch", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", "font-size": font, fill: option.textStyle.color });
    each(option.grid).forEach((grid, place) => {
      const top = pixels(grid.top, height);
      const box = { left: grid.left, right: width - grid.right, top, bottom: grid.height ? top + pixels(grid.height, height) : height - grid.bottom };
      panel(svg, box, each(option.xAxis)[place], each(option.yAxis)[place], option.series.filter((/** @type {any} */ one) => (one.xAxisIndex ?? 0) === place), font);
    });
    return svg;
  }

  return { draw };
})();
