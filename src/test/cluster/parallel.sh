#!/usr/bin/env bash
# GNU parallel as the scheduler: it runs eight shares of an experiment, two at a time, loses one in the middle and starts
# it again; the merged tables are compared with those of one undivided sweep.
#
#   src/test/cluster/parallel.sh
#
# Exit code: 0 passed, or passed over where there is no GNU parallel; 1 failed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
if ! parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    echo "Test of GNU parallel passed over: it is not installed (apt-get install parallel)."
    exit 0
fi
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
fail() {
    echo "Test of GNU parallel failed: $*" >&2
    tail -n 15 "$here/said" >&2 || true
    exit 1
}
cat >"$here/shared.yaml" <<YAML
name: shared
title: A sweep that loses a process
replications: 24
seed: 7
set: {users: 4000}
design:
  type: factorial
  factors:
    minutes_per_clip: [10, 20, 30, 40]
    exuberance: [0.4, 0.7]
YAML
"$root/greenlight" sweep "$here/shared.yaml" --out "$here/one" --progress none --no-report | head -n 1

cd "$here"
parallel --version | head -n 1
# the launcher becomes Java, so the id of what is killed is that of the sweep
parallel --will-cite --jobs 2 --retries 3 \
    "$root/greenlight" sweep shared.yaml --shard {}/8 --out shares/{} --threads 1 --progress plain --resume ::: {1..8} \
    >"$here/said" 2>&1 &
all=$!
amid() { [[ $(cat shares/1/*.csv.part 2>/dev/null | wc -c) -gt 60000 && ! -e shares/1/runs.csv ]]; }
for _ in {1..600}; do
    ! amid || break
    kill -0 "$all" 2>/dev/null || break
    sleep 0.1
done
amid || fail "share 1 was never in the middle."
kill -KILL "$(pgrep -P "$all" --full -- '--shard 1/8')"
echo "Share 1 was killed by SIGKILL."
wait "$all" || fail "it ended with exit code $?."
grep 'of them before' "$here/said" || fail "share 1 did not go on where it was."
"$root/greenlight" merge shares/* --out all | head -n 1
for table in runs.csv quarters.csv events.csv datapackage.json; do
    mine=$(sha256sum <"one/$table")
    theirs=$(sha256sum <"all/$table")
    echo "${mine%% *} one machine, ${theirs%% *} GNU parallel: $table"
    [[ $mine == "$theirs" ]] || fail "$table is not that of one machine."
done
echo "Test of GNU parallel passed in $SECONDS s."
