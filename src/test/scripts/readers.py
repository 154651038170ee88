"""Compares the types a reader finds in a sweep's tables with datapackage.json; see readers.sh."""

import csv
import json
import os
import sys

# what each reader may call a type; pandas has no whole numbers or booleans with gaps by default, R none beyond 31 bits
FULL = {
    "pandas": {"string": {"object", "str"}, "integer": {"int64"}, "number": {"float64"}, "boolean": {"bool"}},
    "duckdb": {"string": {"VARCHAR"}, "integer": {"BIGINT"}, "number": {"DOUBLE"}, "boolean": {"BOOLEAN"}},
    "R": {"string": {"character"}, "integer": {"integer"}, "number": {"numeric"}, "boolean": {"logical"}},
}
GAPS = {"pandas": {"integer": {"float64"}, "boolean": {"object"}}}


def pandas_types(path):
    import pandas

    table = pandas.read_csv(path)
    return {name: str(table[name].dtype) for name in table.columns}, len(table)


def duckdb_types(path):
    import duckdb

    table = duckdb.sql("FROM '" + path.replace("'", "''") + "'")
    return dict(zip(table.columns, map(str, table.types))), len(table)


def r_types(path, classes):
    name = os.path.basename(path)[: -len(".csv")]
    with open(classes, newline="", encoding="utf-8") as lines:
        found = [line for line in csv.reader(lines) if line[0] == name]
    return {line[1]: line[2] for line in found}, int(found[0][3])


def main(folder, reader):
    classes = None if reader in FULL else reader
    reader = reader if classes is None else "R"
    complaints = []
    columns = 0
    runs = set()
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as text:
        package = json.load(text)
    for table in package["resources"]:
        path = os.path.join(folder, table["path"])
        with open(path, newline="", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        types, count = (
            pandas_types(path) if reader == "pandas" else duckdb_types(path) if reader == "duckdb" else r_types(path, classes)
        )
        if count != len(rows):
            complaints.append(f"{table['path']}: {count} rows, not {len(rows)}")
        ids = [row["run_id"] for row in rows]
        if table["schema"].get("primaryKey") == "run_id":
            runs = set(ids)
            if len(runs) != len(ids):
                complaints.append(f"{table['path']}: run_id is not unique")
        elif not set(ids) <= runs:
            complaints.append(f"{table['path']}: a run_id is not in runs.csv")
        for field in table["schema"]["fields"]:
            name, kind = field["name"], field["type"]
            cells = [row[name] for row in rows]
            columns += 1
            if not any(cells):
                continue  # nothing to find a type by
            allowed = FULL[reader][kind]
            if not all(cells):
                allowed = GAPS.get(reader, {}).get(kind, allowed)
            if reader == "R" and kind == "integer" and any(abs(float(cell)) >= 2**31 for cell in cells if cell.strip("-").isdigit()):
                allowed = {"numeric"}  # seeds, rounded to 53 bits: runs are told apart by run_id
            if types.get(name) not in allowed:
                complaints.append(f"{table['path']}, {name}: {types.get(name)} for {kind}")
    for complaint in complaints:
        print(f"{reader}: {complaint}")
    print(f"{reader}: {columns} columns of {len(package['resources'])} tables, {len(complaints)} not as described")
    return 1 if complaints else 0


sys.exit(main(*sys.argv[1:3]))
