// @ts-check
// Files to take away: the run's tables, with the columns and the numbers of the program's own.
"use strict";

const Tables = (() => {
  /** @param {string} name @param {Blob} content */
  function download(name, content) {
    const link = element("a", { href: URL.createObjectURL(content), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** @param {string} text */
  const cell = (text) => (/[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);

  /** The id under which the program knows the run: a hash of the model's version, the world, every dial and the seed. @param {Run} run */
  async function id(run) {
    const page = run.world.own || run.world.edited; // such a world has its own id in the program, by a digest of its tables
    const lines = ["model=" + MODEL.version, "scenario=" + run.world.name + (page ? "@" + run.world.text : "")];
    for (const dial of MODEL.dials) {
      lines.push(dial.key + "=" + Words.decimal(run.dials[dial.key] ?? Share.standard(run.world.name, dial.key)));
    }
    lines.push("seed=" + run.seed, "");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("\n"))));
    return (page ? "p" : "r") + [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** The text of quarters.csv. @param {Run} run */
  async function quarters(run) {
    const key = await id(run);
    const lines = ["run_id,quarter,label,entity,kind," + MODEL.readings.map((reading) => reading.key).join(",")];
    for (let q = 0; q < run.quarters; q++) {
      for (const kind of ["market", "vendor", "studio"]) {
        for (const entity of run.of(kind)) {
          if (entity.at[q] === undefined) continue;
          const cells = [key, q, run.labels[q], entity.name, kind].map(String);
          for (const reading of MODEL.readings) {
            if (reading.words) cells.push((reading.key === "product" ? entity.product : entity.strategy)[q]);
            else {
              const value = run.at(entity.name, reading.key, q);
              cells.push(Number.isNaN(value) ? "" : reading.whole ? String(value) : Words.decimal(value));
            }
          }
          lines.push(cells.map(cell).join(","));
        }
      }
    }
    return lines.join("\n") + "\n";
  }

  /** The text of events.csv. @param {Run} run */
  async function events(run) {
    const key = await id(run);
    const lines = ["run_id,quarter,label,event,who,whom,amount,cause"];
    for (const event of run.events) {
      const amount = event.dollars === 0 ? "" : Words.decimal(event.dollars);
      const cells = [key, String(event.quarter), run.labels[event.quarter], event.kind.toLowerCase(), event.who, event.whom, amount, event.cause];
      lines.push(cells.map(cell).join(","));
    }
    return lines.join("\n") + "\n";
  }

  /** @param {string} name @param {(run: Run) => Promise<string>} make @param {Run} run */
  async function save(name, make, run) {
    download(name, new Blob([await make(run)], { type: "text/csv" }));
  }

  return { download, quarters, events, save };
})();
