// @ts-check
// Worlds of one's own: opened from a bundle, and firms whose main figures are edited.
"use strict";

const Worlds = (() => {
  /** Limits of a bundle, those of the program. */
  const MOST_FILES = 1000;
  const MOST_TABLE = 4 * 2 ** 20;
  const MOST_BYTES = 16 * 2 ** 20;
  const LONGEST_NAME = 40;
  const LABELS = /** @type {Record<string, string>} */ ({ ip: "IP value", cash: "Cash, $ million", gpus: "GPUs" });
  const LETTERS = /** @type {Record<string, string>} */ ({ studio: "s", vendor: "v" });

  class Refused extends Error {}

  // ---- a bundle ----

  /** Why a bundle cannot be read, by its first bytes. @param {DataView} view @param {string} name */
  function unreadable(view, name) {
    const whole = "allowed is a folder or a bundle (.zip) of one.";
    if (view.byteLength === 0) return new Refused(`${name}: the file is empty; ${whole}`);
    if (view.byteLength < 4 || view.getUint32(0, true) !== 0x04034b50) return new Refused(`${name}: this is not a zip file; ${whole}`);
    if (view.byteLength > 6 && view.getUint8(6) & 1) return new Refused(`${name}: the bundle is encrypted; allowed is one without a password.`);
    const method = view.byteLength > 8 ? view.getUint8(8) : 8;
    if (![0, 8].includes(method)) return new Refused(`${name}: the bundle is packed by a method (number ${method}) that is not read; allowed are deflate, which most programs use, and no packing.`);
    return new Refused(`${name}: the bundle was cut off or damaged; allowed is a whole zip file.`);
  }

  /** The files of a zip file, each with how its bytes are read. @param {ArrayBuffer} bundle @param {string} name */
  function entries(bundle, name) {
    const view = new DataView(bundle);
    let end = view.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < 0) throw unreadable(view, name);
    const count = view.getUint16(end + 10, true);
    const found = [];
    try {
      for (let i = 0, at = view.getUint32(end + 16, true); i < count; i++) {
        if (view.getUint32(at, true) !== 0x02014b50) throw unreadable(view, name);
        const [length, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
        const path = new TextDecoder().decode(new Uint8Array(bundle, at + 46, length));
        const local = view.getUint32(at + 42, true);
        const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        found.push({ path, encrypted: !!(view.getUint16(at + 8, true) & 1), method: view.getUint16(at + 10, true), bytes: new Uint8Array(bundle, from, view.getUint32(at + 20, true)) });
        at += 46 + length + extra + comment;
      }
    } catch (fault) {
      if (fault instanceof RangeError) throw unreadable(view, name);
      throw fault;
    }
    const files = found.filter((entry) => !entry.path.endsWith("/")).length;
    if (files > MOST_FILES) throw new Refused(`${name}: ${files} files; allowed are ${MOST_FILES} at most in a bundle.`);
    return found;
  }

  /** The content of a file of a bundle, but no more than a table may have. @param {{method: number, bytes: Uint8Array}} entry */
  async function unpacked(entry) {
    if (entry.method === 0) return entry.bytes;
    const reader = new Blob([/** @type {any} */ (entry.bytes)]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const parts = [];
    let size = 0;
    for (let next = await reader.read(); !next.done && size <= MOST_TABLE; next = await reader.read()) {
      parts.push(next.value);
      size += next.value.length;
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  /** The tables of a bundle by file name. @param {ArrayBuffer} bundle @param {string} name @returns {Promise<Map<string, string>>} */
  async function tables(bundle, name) {
    /** @type {Map<string, string>} */
    const tables = new Map();
    let folder;
    let all = 0;
    for (const entry of entries(bundle, name)) {
      const path = entry.path.replace(/\\/g, "/");
      const shown = "'" + entry.path.replace(/[\u0000-\u001f\u007f]/g, "?") + "'";
      if (path.startsWith("/") || path.includes(":") || path.split("/").includes("..")) {
        throw new Refused(`${name}: the bundle has a file ${shown}, whose path leads out of it; allowed are plain names.`);
      }
      const file = path.slice(path.lastIndexOf("/") + 1);
      const within = path.slice(0, path.length - file.length);
      if (!file.endsWith(".csv") || file.startsWith(".") || path.startsWith("__MACOSX/")) continue;
      if (folder !== undefined && folder !== within) throw new Refused(`${name}: tables are in two folders, '${folder}' and '${within}'; a bundle holds one scenario.`);
      folder = within;
      if (entry.encrypted || ![0, 8].includes(entry.method)) throw unreadable(new DataView(bundle), name);
      const bytes = await unpacked(entry).catch(() => {
        throw new Refused(`${name}: the bundle was cut off or damaged; allowed is a whole zip file.`);
      });
      all += bytes.length;
      if (bytes.length > MOST_TABLE) throw new Refused(`${name}/${file}: more than 4 MB; allowed are 4 MB at most for a table.`);
      if (all > MOST_BYTES) throw new Refused(`${name}: more than 16 MB of tables; allowed are 16 MB at most in a bundle.`);
      if (tables.has(file)) throw new Refused(`${name}/${file}: there twice; allowed is one table of a name.`);
      try {
        tables.set(file, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      } catch {
        throw new Refused(`${name}/${file}: not UTF-8 text; save it with that encoding.`);
      }
    }
    if (!tables.size) throw new Refused(`${name}: no table of a scenario is there; each is a file whose name ends in .csv.`);
    return tables;
  }

  /**
   * Reads a file that was chosen or dropped.
   * @param {File} file
   * @returns {Promise<World>}
   * @throws {Refused} with the sentences of the command line
   */
  async function open(file) {
    if (file.size > MOST_BYTES) throw new Refused(file.name + ": more than 16 MB; allowed are 16 MB at most in a bundle.");
    const read = await tables(await file.arrayBuffer(), file.name);
    const plain = file.name.replace(/\.zip$/i, "").replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, LONGEST_NAME) || "scenario";
    const name = MODEL.worlds.some((world) => !world.own && world.name === plain) ? plain + "-own" : plain;
    const text = [...read].map(([table, content]) => `${table}\t${content.length}\n${content}`).join("");
    const [kind, ...lines] = (await Market.world(name, text)).split("\n");
    if (kind === "faults") throw new Refused(lines.join("\n"));
    const [description, ...rest] = lines;
    const [, , title, year, ofYear] = rest[0].split("\t");
    /** @type {Record<string, number>} */
    const dials = {};
    for (const line of rest.filter((each) => each.startsWith("dial\t"))) {
      const [, key, bits] = line.split("\t");
      dials[key.toLowerCase()] = real(bits);
    }
    const world = { own: true, name, title, description, year: Number(year), ofYear: Number(ofYear), dials, text: rest.join("\n") };
    MODEL.worlds = [world, ...MODEL.worlds.filter((each) => each.name !== name)];
    return world;
  }

  // ---- the firms' figures ----

  /** @param {string} bits 16 hexadecimal digits of a double */
  function real(bits) {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt("0x" + bits));
    return view.getFloat64(0);
  }

  /**
   * The firms of a world whose figures can be edited, as it has them.
   * @param {string} world
   * @returns {{key: string, of: string, name: string, figures: (Figures & {id: string, value: number})[]}[]}
   */
  function firms(world) {
    const count = /** @type {Record<string, number>} */ ({ studio: 0, vendor: 0 });
    return plainWorld(world)
      .text.split("\n")
      .map((line) => line.split("\t"))
      .filter(([of]) => of in count)
      .map((fields) => {
        const key = LETTERS[fields[0]] + count[fields[0]]++;
        const figures = MODEL.figures.filter((figure) => figure.of === fields[0]);
        return { key, of: fields[0], name: fields[1], figures: figures.map((figure) => ({ ...figure, id: key + "." + figure.key, value: real(fields[figure.place]) })) };
      });
  }

  /** Why a firm cannot have a name; empty where it can. @param {string} name @param {string} key of the firm @param {string} world @param {Record<string, string | number>} edits */
  function fault(name, key, world, edits) {
    if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'-]*$/u.test(name) || name.length > LONGEST_NAME || name !== name.trim()) return `a name has up to ${LONGEST_NAME} letters, digits and blanks.`;
    if (MODEL.taken.includes(name.toLowerCase()) || /^Newcomer \d+$/.test(name)) return "that name belongs to something else in the market.";
    const others = plainWorld(world).text.split("\n").map((line) => line.split("\t")).filter(([of]) => ["investor", "newcomer"].includes(of)).map(([, other]) => other);
    const firm = firms(world).filter((each) => each.key !== key).map((each) => edits[each.key + ".name"] ?? each.name);
    return [...others, ...firm].some((other) => String(other).toLowerCase() === name.toLowerCase()) ? "another firm has that name." : "";
  }

  /** A world with its firms edited. @param {string} world @param {Record<string, string | number>} edits */
  function text(world, edits) {
    const all = firms(world);
    /** @type {Map<string, string>} */
    const renamed = new Map();
    for (const firm of all) if (firm.key + ".name" in edits) renamed.set(firm.name, String(edits[firm.key + ".name"]));
    const place = /** @type {Record<string, number[]>} */ ({ studio: [1], vendor: [1], stake: [2], event: [3, 4] });
    let next = 0;
    return plainWorld(world)
      .text.split("\n")
      .map((line) => {
        const fields = line.split("\t");
        if (fields[0] in LETTERS) {
          for (const figure of all[next++].figures) if (figure.id in edits) fields[figure.place] = Market.bits(Number(edits[figure.id]));
        }
        for (const at of place[fields[0]] ?? []) fields[at] = renamed.get(fields[at]) ?? fields[at];
        return fields.join("\t");
      })
      .join("\n");
  }

  /** Makes a world's edited form the one that runs start from. @param {string} world @param {Record<string, string | number>} edits */
  function edit(world, edits) {
    editedWorld = Object.keys(edits).length ? { ...plainWorld(world), edited: true, text: text(world, edits) } : undefined;
  }

  /** The fields of the panel. @param {string} world @param {Record<string, string | number>} edits @param {(id: string, value: string | number | undefined) => void} change */
  function fields(world, edits, change) {
    return firms(world).map((firm) => {
      const name = element("input", { type: "text", maxlength: String(LONGEST_NAME), value: String(edits[firm.key + ".name"] ?? firm.name), "aria-label": `Name of the ${firm.of} ${firm.name}`, "data-firm": firm.key + ".name" });
      name.addEventListener("change", () => {
        const words = name.value.trim();
        const why = words && words !== firm.name ? fault(words, firm.key, world, edits) : "";
        name.setCustomValidity(why && "Not taken over: " + why);
        if (why) name.reportValidity();
        else change(firm.key + ".name", words && words !== firm.name ? words : undefined);
      });
      const rows = firm.figures.map((figure) => {
        const scale = figure.unit === "USD" ? 1e6 : 1;
        const brief = (/** @type {number} */ value) => (value / scale).toLocaleString("en", { maximumSignificantDigits: 15 });
        const input = element("input", { type: "text", inputmode: "decimal", value: brief(Number(edits[figure.id] ?? figure.value)), id: "firm-" + figure.id, "data-firm": figure.id });
        input.addEventListener("change", () => {
          const value = input.value.trim() === "" ? figure.value : Number(input.value.replace(/,/g, "")) * scale;
          const bad = !(value >= figure.from && value <= figure.to);
          input.setCustomValidity(bad ? `Not taken over: allowed is a number from ${brief(figure.from)} to ${brief(figure.to)}.` : "");
          if (bad) input.reportValidity();
          else change(figure.id, value === figure.value ? undefined : value);
        });
        return element("label", { class: "figure-field" + (figure.id in edits ? " changed" : ""), title: Words.capital(figure.meaning) + ", " + figure.unit }, LABELS[figure.key] ?? Words.capital(Words.plain(figure.key)), input);
      });
      return element("div", { class: "firm" + (firm.key + ".name" in edits ? " changed" : "") }, name, ...rows);
    });
  }

  return { open, edit, firms, fault, fields, Refused };
})();
