// Validates datapackage.json against the profile of its standard, and casts the first rows of every table by its schema.
const { Package } = require("datapackage");
const fs = require("fs");
const path = require("path");

(async () => {
  const folder = path.resolve(process.argv[2]);
  const described = JSON.parse(fs.readFileSync(path.join(folder, "datapackage.json"), "utf8"));
  // numbers of JavaScript end at 2^53, seeds at 2^63: they are read as text
  described.resources[0].schema.fields.find((field) => field.name === "seed").type = "string";
  const whole = await Package.load(described, { basePath: folder, strict: false });
  const complaints = whole.errors.map(String);
  let rows = 0;
  for (const table of whole.resources) {
    try {
      const read = await table.read({ keyed: true, limit: 5000, relations: table.name !== "runs" });
      rows += read.length;
    } catch (fault) {
      complaints.push(`${table.name}: ${[fault, ...(fault.errors || [])].join("; ")}`);
    }
  }
  complaints.forEach((complaint) => console.log(`datapackage: ${complaint}`));
  console.log(`datapackage: ${rows} rows of ${whole.resources.length} tables read, ${complaints.length} complaints`);
  process.exit(complaints.length ? 1 : 0);
})();
