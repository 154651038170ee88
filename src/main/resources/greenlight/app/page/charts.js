// @ts-check
// The charts of one run: users by vendor, the flagship's books, its fleet, the mood of the market.
"use strict";

const Charts = (() => {
  /** Room for the numbers of an axis, so that panels one above the other stand in line. */
  const LEFT = 46;
  const FONT = "Inter, 'Segoe UI', system-ui, sans-serif";

  /** What all charts share. @param {string[]} labels */
  function base(labels) {
    const colour = Palette.now();
    const size = document.body.classList.contains("projector") ? 15 : 12;
    return {
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: size, color: colour.soft },
      tooltip: {
        trigger: "axis",
        confine: true,
        backgroundColor: colour.paper,
        borderColor: colour.rule,
        padding: [8, 12],
        textStyle: { color: colour.ink, fontFamily: FONT, fontSize: size },
        axisPointer: { lineStyle: { color: colour.soft, width: 1, type: "solid" } },
      },
      grid: { left: LEFT, right: 12, top: 12, bottom: 24 },
      xAxis: years(labels),
      yAxis: values(),
    };
  }

  /** A time axis that names years only. @param {string[]} labels @param {any} [more] */
  function years(labels, more = {}) {
    const colour = Palette.now();
    const narrow = innerWidth < 600;
    return {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colour.rule } },
      axisTick: { show: false },
      axisLabel: {
        color: colour.soft,
        interval: (/** @type {number} */ _, /** @type {string} */ text) => text.endsWith("Q1"),
        formatter: (/** @type {string} */ text) => (narrow ? "\u2019" + text.slice(2, 4) : text.slice(0, 4)),
        margin: 10,
      },
      ...more,
    };
  }

  /** @param {(value: number) => string} [words] @param {any} [more] */
  function values(words = Words.tight, more = {}) {
    const colour = Palette.now();
    return {
      type: "value",
      splitNumber: 3,
      axisLabel: { color: colour.soft, formatter: words },
      splitLine: { lineStyle: { color: colour.rule, width: 1 } },
      ...more,
    };
  }

  /** Three panels one above the other, each with its name. @param {string[]} labels @param {[string, (value: number) => string, any][]} rows */
  function panels(labels, rows) {
    const colour = Palette.now();
    const n = rows.length;
    return {
      grid: rows.map((_, i) => ({ left: LEFT, right: 12, top: `${7 + (i * 89) / n}%`, height: `${66 / n}%` })),
      xAxis: rows.map((_, i) => years(labels, { gridIndex: i, ...(i < n - 1 ? { axisLabel: { show: false } } : {}) })),
      yAxis: rows.map(([name, words, more], i) =>
        values(words, { gridIndex: i, ...more, name, nameGap: 7, nameTextStyle: { color: colour.ink, align: "left", padding: [0, 0, 0, 5], fontWeight: 500 } }),
      ),
    };
  }

  /** The mark of the quarter in view. @param {number} quarter */
  function mark(quarter) {
    const colour = Palette.now();
    return {
      silent: true,
      symbol: "none",
      animation: false,
      label: { show: false },
      lineStyle: { color: colour.ink, width: 1.5, type: "solid", opacity: 0.75 },
      data: [{ xAxis: quarter }],
    };
  }

  /** An empty series that carries the mark. @param {number} quarter @param {any} [more] */
  const marker = (quarter, more = {}) => ({ id: "mark", type: "line", data: [], tooltip: { show: false }, markLine: mark(quarter), ...more });

  /** Beyond what has been played nothing is drawn. @param {number[]} series @param {number} seen @param {number} [unit] */
  const shown = (series, seen, unit = 1) => series.map((value, q) => (q > seen || Number.isNaN(value) ? null : value / unit));

  /** @param {string} name @param {string} colour @param {any[]} data @param {any} [more] */
  const line = (name, colour, data, more = {}) => ({
    name,
    type: "line",
    showSymbol: false,
    symbol: "circle",
    symbolSize: 7,
    lineStyle: { width: 2.2, color: colour },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    data,
    ...more,
  });

  /** A tooltip that lists what is above zero. @param {(value: number) => string} words */
  const lines = (words) => (/** @type {any[]} */ items) => {
    const box = element("div", { class: "chart-tip" }, element("b", {}, items[0]?.axisValue ?? ""));
    for (const item of items) {
      if (item.seriesId.startsWith("mark") || item.value === null || item.value === undefined || Number.isNaN(item.value)) continue;
      const dot = element("i");
      dot.style.background = item.color;
      box.append(element("span", {}, dot, item.seriesName, element("em", {}, words(item.value))));
    }
    return box;
  };

  /** Colour of each vendor: the flagship has the accent. @param {Run} run */
  function vendorColours(run) {
    const colour = Palette.now();
    const peak = (/** @type {Entity} */ vendor) => Math.max(0, ...run.read(vendor.name, "active_users").filter((value) => !Number.isNaN(value)));
    const ranked = run
      .of("vendor")
      .map((vendor) => ({ name: vendor.name, peak: peak(vendor) }))
      .filter((each) => each.peak > 0)
      .sort((a, b) => b.peak - a.peak);
    const others = ranked.filter((each) => each.name !== run.flagship);
    /** @type {[string, string][]} */
    const colours = ranked.some((each) => each.name === run.flagship) ? [[run.flagship, colour.accent]] : [];
    const most = others.length === 7 ? 7 : 6;
    others.slice(0, most).forEach((each, place) => colours.push([each.name, colour.series[place]]));
    return { colours, rest: others.slice(most).map((each) => each.name) };
  }

  /** @param {Figure} figure @param {Run} run @param {number} quarter @param {number} seen */
  function users(figure, run, quarter, seen) {
    const { colours, rest } = vendorColours(run);
    const colour = Palette.now();
    const series = colours.map(([name, of]) =>
      line(name, of, shown(run.read(name, "active_users"), seen), { stack: "all", areaStyle: { color: of, opacity: 0.82 }, lineStyle: { width: 0.8, color: colour.paper } }),
    );
    /** @type {[string, string][]} */
    const key = [...colours];
    if (rest.length > 0) {
      const grey = colour.series[7];
      const sum = run.labels.map((_, q) => rest.reduce((all, name) => all + (run.at(name, "active_users", q) || 0), 0));
      series.push(line(rest.length + " smaller ones", grey, shown(sum, seen), { stack: "all", areaStyle: { color: grey, opacity: 0.82 }, lineStyle: { width: 0.8, color: colour.paper } }));
      key.push([rest.length + " smaller ones", grey]);
    }
    figure.key(key);
    const option = base(run.labels);
    figure.draw({ ...option, tooltip: { ...option.tooltip, formatter: lines(Words.scaled) }, series: [...series, marker(quarter)] });
    const total = run.read("market", "active_users");
    const top = total.slice(0, seen + 1).indexOf(Math.max(...total.slice(0, seen + 1)));
    figure.say(
      `In ${run.labels[quarter]}, ${Words.scaled(total[quarter])} people use a video platform` +
        (total[quarter] > 0 && run.flagship ? `, ${Words.scaled(run.at(run.flagship, "active_users", quarter) || 0)} of them ${run.flagship}.` : ".") +
        ` Most so far: ${Words.scaled(total[top])} in ${run.labels[top]}.`,
      () => ({
        head: ["quarter", "all", ...colours.map(([name]) => name)],
        rows: run.labels.slice(0, seen + 1).map((label, q) => [label, Words.scaled(total[q]), ...colours.map(([name]) => Words.scaled(run.at(name, "active_users", q) || 0))]),
      }),
    );
  }

  /** @param {Figure} figure @param {Run} run @param {number} quarter @param {number} seen */
  function books(figure, run, quarter, seen) {
    const colour = Palette.now();
    const cost = run.read(run.flagship, "inference_cost");
    const income = run.read(run.flagship, "quarter_video_revenue");
    figure.key([["cost of the clips", colour.alarm], ["paid by users", colour.accent]]);
    const option = base(run.labels);
    option.yAxis = values((value) => "$" + Words.tight(value));
    figure.draw({
      ...option,
      tooltip: { ...option.tooltip, formatter: lines(Words.dollars) },
      series: [
        line("cost of the clips", colour.alarm, shown(cost, seen), { areaStyle: { color: colour.alarm, opacity: 0.12 } }),
        line("paid by users", colour.accent, shown(income, seen), { areaStyle: { color: colour.accent, opacity: 0.28 } }),
        marker(quarter),
      ],
    });
    const loss = (cost[quarter] || 0) - (income[quarter] || 0);
    figure.say(
      cost[quarter] > 0
        ? `In ${run.labels[quarter]} the clips of ${run.flagship} cost ${Words.dollars(cost[quarter])}, and users paid ${Words.dollars(income[quarter])}: ${loss > 0 ? "a loss of " : "a gain of "}${Words.dollars(Math.abs(loss))}.`
        : `In ${run.labels[quarter]} ${run.flagship} makes no clips for consumers.`,
      () => ({
        head: ["quarter", "cost of the clips", "paid by users"],
        rows: run.labels.slice(0, seen + 1).map((label, q) => [label, Words.dollars(cost[q] || 0), Words.dollars(income[q] || 0)]),
      }),
    );
  }

  /** @param {Figure} figure @param {Run} run @param {number} quarter @param {number} seen */
  function compute(figure, run, quarter, seen) {
    const colour = Palette.now();
    const fleet = run.read(run.flagship, "gpus");
    /** @param {string} key */
    const part = (key) => run.read(run.flagship, key).map((share, q) => share * fleet[q]);
    const video = part("video_share");
    const enterprise = part("enterprise_share");
    const research = part("research_share");
    const made = run.read(run.flagship, "quarter_clips");
    const refused = run.read(run.flagship, "clips_rationed");
    const rationed = refused.map((clips, q) => (clips + made[q] > 0 ? clips / (clips + made[q]) : 0));
    /** @type {[string, string, number[]][]} */
    const parts = [["video", colour.accent, video], ["enterprise", colour.series[0], enterprise], ["research", colour.series[1], research]];
    figure.key(parts.map(([name, of]) => [name, of]));
    const option = base(run.labels);
    figure.draw({
      ...option,
      ...panels(run.labels, [
        ["the fleet, GPUs", Words.tight, { splitNumber: 2 }],
        ["of these for video", Words.tight, { splitNumber: 2 }],
        ["clips rationed", Words.percent, { min: 0, max: 1, interval: 0.5 }],
      ]),
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      tooltip: {
        ...option.tooltip,
        formatter: (/** @type {any[]} */ items) =>
          lines((value) => (value <= 1 ? Words.percent(value) : Words.scaled(value) + " GPUs"))(items),
      },
      series: [
        ...parts.map(([name, of, data]) =>
          line(name, of, shown(data, seen), { stack: "fleet", areaStyle: { color: of, opacity: 0.8 }, lineStyle: { width: 0.8, color: colour.paper } }),
        ),
        line("for video", colour.accent, shown(video, seen), { xAxisIndex: 1, yAxisIndex: 1, areaStyle: { color: colour.accent, opacity: 0.25 } }),
        line("clips rationed", colour.alarm, shown(rationed, seen), { xAxisIndex: 2, yAxisIndex: 2, step: "middle", areaStyle: { color: colour.alarm, opacity: 0.3 } }),
        ...[0, 1, 2].map((i) => marker(quarter, { id: "mark-" + i, xAxisIndex: i, yAxisIndex: i })),
      ],
    });
    figure.say(
      fleet[quarter] > 0
        ? `In ${run.labels[quarter]} ${run.flagship} has ${Words.scaled(fleet[quarter])} GPUs: ${Words.percent(video[quarter] / fleet[quarter])} for video, ${Words.percent(enterprise[quarter] / fleet[quarter])} for enterprise, ${Words.percent(research[quarter] / fleet[quarter])} for research. ${rationed[quarter] > 0.0005 ? Words.percent(rationed[quarter]) + " of the clips asked for are not made." : "No clip is rationed."}`
        : `In ${run.labels[quarter]} ${run.flagship} has no fleet.`,
      () => ({
        head: ["quarter", "GPUs", "video", "enterprise", "research", "clips rationed"],
        rows: run.labels.slice(0, seen + 1).map((label, q) => [label, Words.scaled(fleet[q]), Words.scaled(video[q]), Words.scaled(enterprise[q]), Words.scaled(research[q]), Words.percent(rationed[q])]),
      }),
    );
  }

  /** @param {Figure} figure @param {Run} run @param {number} quarter @param {number} seen */
  function mood(figure, run, quarter, seen) {
    const colour = Palette.now();
    /** @type {[string, string, string, (value: number) => string, any][]} */
    const rows = [
      ["hype", "hype", colour.accent, Words.tight, { min: 0, splitNumber: 2 }],
      ["exuberance: investors' weight on growth", "quarter_exuberance", colour.series[0], Words.tight, { min: 0, max: 1, interval: 0.5 }],
      ["legal climate: chance that a plaintiff wins", "legal_climate", colour.suit, Words.percent, { min: 0, max: 1, interval: 0.5 }],
    ];
    const data = rows.map(([, key]) => run.read("market", key));
    const option = base(run.labels);
    figure.draw({
      ...option,
      ...panels(run.labels, rows.map(([name, , , words, more]) => [name, words, more])),
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      tooltip: { ...option.tooltip, formatter: lines((value) => String(Number(value.toPrecision(3)))) },
      series: rows.flatMap(([name, , of], i) => [
        line(name, of, shown(data[i], seen), { xAxisIndex: i, yAxisIndex: i, areaStyle: { color: of, opacity: 0.14 } }),
        marker(quarter, { id: "mark-" + i, xAxisIndex: i, yAxisIndex: i }),
      ]),
    });
    figure.say(
      `In ${run.labels[quarter]}: hype ${Words.tight(data[0][quarter])} (1 is an ordinary quarter), investors weigh growth by ${Words.percent(data[1][quarter])}, a plaintiff is thought to win with ${Words.percent(data[2][quarter])}.`,
      () => ({
        head: ["quarter", ...rows.map(([name]) => name)],
        rows: run.labels.slice(0, seen + 1).map((label, q) => [label, Words.tight(data[0][q]), Words.tight(data[1][q]), Words.percent(data[2][q])]),
      }),
    );
  }

  return { base, years, values, mark, marker, shown, line, lines, users, books, compute, mood, vendorColours };
})();
