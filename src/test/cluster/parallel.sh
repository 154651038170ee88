#!/usr/bin/env bash
# GNU parallel as the scheduler: it runs eight shards of an experiment, two at a time, loses one in the middle and starts
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
test="Test of GNU parallel"
logs=$here/said
source "$root/src/test/cluster/lost.sh"
experiment 24 4000

cd "$here"
parallel --version | head -n 1
# the launcher becomes Java, so the id of what is killed is that of the sweep
parallel --will-cite --jobs 2 --retries 3 \
    "$root/greenlight" sweep lost.yaml --shard {}/8 --out shards/{} --threads 1 --progress plain --resume ::: {1..8} \
    >"$here/said" 2>&1 &
all=$!
amid_or_over() { amid 60000 shards/1 || ! kill -0 "$all"; }
wait_for 60 "shard 1 to be in the middle" amid_or_over
amid 60000 shards/1 || fail "shard 1 was never in the middle."
kill -KILL "$(pgrep -P "$all" --full -- '--shard 1/8')"
echo "Shard 1 was killed by SIGKILL."
wait "$all" || fail "it ended with exit code $?."
grep 'of them before' "$here/said" || fail "shard 1 did not go on where it was."
"$root/greenlight" merge shards/* --out all | head -n 1
same all "GNU parallel"
echo "Test of GNU parallel passed in $SECONDS s."
