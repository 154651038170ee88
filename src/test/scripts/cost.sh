#!/usr/bin/env bash
# What sweeps in shards cost: processor time of runs and of the merge, and disk, measured on three experiments and put
# into figures per million runs, and from them what a study of 10^8 runs on 1,000 cores takes. Writes the tables that
# docs/cluster.md shows, with the commit. Takes about ten minutes on one core, and 3 GB below TMPDIR.
#
#   src/test/scripts/cost.sh                # 960 runs of the quickstart, twice 20,000 short runs, in 8 shards each
#   RUNS=1600 WHOLE=160 SHARDS=2 src/test/scripts/cost.sh     # a quick look
#
# Processor time is user + sys of the shell's time: other work on the machine disturbs it less than the clock.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
runs=${RUNS:-20000}
whole=${WHOLE:-960}
shards=${SHARDS:-8}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

# measured SECONDS-FILE COMMAND ...: clock and processor seconds of a command, added to the file
measured() {
    local to=$1
    shift
    { time "$@" >>"$work/said" 2>&1; } 2>"$work/time" || { tail -n 5 "$work/said" >&2; exit 1; }
    tail -n 1 "$work/time" | awk '{ print $1, $2 + $3 }' >>"$to"
}
clock() { awk '{ s += $1 } END { printf "%.2f", s }' "$1"; }
processor() { awk '{ s += $2 } END { printf "%.2f", s }' "$1"; }
bytes() { cat "$@" | wc -c; }

# in_shards NAME: sweeps in shards of one thread each, one after the other, and merges them; prints a row of the table
in_shards() {
    local name=$1 at=$work/$1 parts=() part count shards merged
    for ((part = 1; part <= shards; part++)); do
        parts+=("$at-$part")
        measured "$at.sweep" ./greenlight sweep "$at.yaml" --shard "$part/$shards" --out "$at-$part" --threads 1 \
            --progress none
    done
    shards=$(du -sB1 "${parts[@]}" | awk '{ s += $1 } END { print s }')
    measured "$at.merge" ./greenlight merge "${parts[@]}" --out "$at-all" --no-report
    count=$(($(wc -l <"$at-all/runs.csv") - 1))
    merged=$(bytes "$at-all"/*.csv)
    echo "$count $(processor "$at.sweep") $(processor "$at.merge") $(clock "$at.merge") $shards $merged" >"$at.figures"
    awk -v name="$name" '{
        printf "| `%s` | %d | %.1f s, %.1f ms a run | %.0f | %.1f s (%.1f s by the clock) | %.0f MB, %.2f GB | %.1f min | %.0f MB a second |\n",
            name, $1, $2, 1000 * $2 / $1, 3600 * $1 / $2, $3, $4, $6 / 1e6, $6 / $1 / 1e3, $3 / $1 * 1e6 / 60, $6 / $3 / 1e6
    }' "$at.figures"
    rm -rf "${parts[@]}" "$at-all"
}

# both have 16 points
sed "s/^name:.*/name: whole/; s/^replications: *[0-9]*/replications: $((whole / 16))/; /^record:/d" \
    experiments/quickstart.yaml >"$work/whole.yaml"
echo 'record: [runs, quarters, events]' >>"$work/whole.yaml"
for name in short lines; do
    cat >"$work/$name.yaml" <<YAML
name: $name
replications: $((runs / 16))
quarters: 4
set: {users: 100}
design:
  type: factorial
  factors:
    minutes_per_clip: [10, 20, 30, 40]
    exuberance: [0.4, 0.5, 0.6, 0.7]
YAML
done
echo 'record: [runs]' >>"$work/lines.yaml"

./greenlight --version
for _ in 1 2 3 4 5; do
    measured "$work/start" ./greenlight --version
done
echo "Start of Java: $(processor "$work/start" | awk '{ printf "%.2f", $1 / 5 }') s of processor time."
echo
echo "| sweep | runs | runs, processor time | runs per core-hour | merge, processor time | tables, per million runs | merge, per million runs | that is |"
echo "|---|---|---|---|---|---|---|---|"
in_shards whole
in_shards short
in_shards lines
echo
awk -v start="$(processor "$work/start")" '
    FNR == 1 { file++ }
    file == 1 { each = $2 / $1; whole = $6 / $1 }
    file == 2 { line = $6 / $1; journal = $5 / $1; merge = $3 / $1 }
    END {
        hours = 1e8 * each / 3600
        printf "10^8 runs as those of the quickstart: %.0f core-hours, %.2f hours on 1,000 cores, %.0f dollars at 5 cents.\n",
            hours, hours / 1000, hours * 0.05
        printf "Ten experiments of 1,000 tasks: %.1f minutes a task, of which %.2f s are the start of Java.\n",
            1e4 * each / 60, start / 5
        printf "Recorded as runs only: %.0f GB merged, %.0f GB in shards; ten merges of %.0f minutes on a core each.\n",
            line * 1e8 / 1e9, journal * 1e8 / 1e9, 1e7 * merge / 60
        printf "Every quarter and event would be %.0f TB.\n", whole * 1e8 / 1e12
    }' "$work/whole.figures" "$work/lines.figures"
