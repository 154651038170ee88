#!/usr/bin/env bash
# Sweeps a thousand runs, then a million, of a small market in the same heap of 256 MB: memory does not grow with the
# number of runs. Takes hours on two cores; RUNS=100000 takes minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for runs in 1000 "${RUNS:-1000000}"; do
    printf 'name: many\nreplications: %s\nset: {users: 100, quarters: 4}\nrecord: [runs]\nmeasures: [clips]\n' "$runs" \
        >"$work/many.yaml"
    JAVA_OPTS=-Xmx256m ./greenlight sweep "$work/many.yaml" --out "$work/$runs" --no-report --progress none | head -n 1
    echo "$runs runs: $(wc -l <"$work/$runs/runs.csv") lines of runs.csv in a heap of 256 MB"
done
