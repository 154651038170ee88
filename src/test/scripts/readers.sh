#!/bin/sh
# Reads the tables of a sweep with pandas, R, DuckDB and the datapackage library of npm, each with its default options,
# and compares the types they find with datapackage.json. What is not installed is passed over, with a message.
#
#   src/test/scripts/readers.sh [DIR]     results of a sweep; without it the quickstart is swept into a passing folder
#
# PYTHON names the Python to use. Needs ./greenlight only without DIR. Exit code 0 when all that is installed agrees.

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P) || exit 1
passing=$(mktemp -d) || exit 1
trap 'rm -rf "$passing"' EXIT
results=${1:-}
if [ -z "$results" ]; then
    results=$passing/quickstart
    "$here/../../../greenlight" sweep "$here/../../../experiments/quickstart.yaml" --out "$results" >/dev/null || exit
fi
python=${PYTHON:-python3}
failed=0

if ! command -v "$python" >/dev/null; then
    echo "passed over: there is no Python, which compares the types"
    exit 0
fi
for reader in pandas duckdb; do
    if "$python" -c "import $reader" 2>/dev/null; then
        "$python" "$here/readers.py" "$results" "$reader" || failed=1
    else
        echo "passed over: $reader is not installed for $python"
    fi
done
if command -v Rscript >/dev/null; then
    Rscript --vanilla "$here/readers.R" "$results" >"$passing/r.csv" &&
        "$python" "$here/readers.py" "$results" "$passing/r.csv" || failed=1
else
    echo "passed over: R is not installed"
fi
if command -v npm >/dev/null && (cd "$passing" && npm install --silent --no-save datapackage@1.1.10 >/dev/null 2>&1); then
    cp "$here/readers.js" "$passing" && node "$passing/readers.js" "$results" || failed=1
else
    echo "passed over: npm could not install datapackage"
fi
exit $failed
