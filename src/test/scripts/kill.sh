#!/usr/bin/env bash
# Kills a sweep with SIGKILL at twenty random moments, resumes it each time, and compares the SHA-256 of its tables with
# those of an undisturbed sweep, and of sweeps on 1, 2 and 8 threads. Takes a few minutes. Ends with 0 when all are equal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/kill.yaml" <<'YAML'
name: kill
replications: 60
seed: 7
set: {users: 20000}
design:
  type: factorial
  factors:
    minutes_per_clip: [10, 40]
    cost_share: [0, 0.2, 0.4, 0.6]
    guarantee: [0, 0.2]
YAML
sums() {
    (cd "$1" && sha256sum runs.csv quarters.csv events.csv experiment.yaml datapackage.json)
}
./greenlight --version
for threads in 1 2 8; do
    ./greenlight sweep "$work/kill.yaml" --out "$work/$threads" --threads "$threads" --progress none --no-report >/dev/null
    sums "$work/$threads" >"$work/$threads.sums"
    diff "$work/1.sums" "$work/$threads.sums"
    echo "$threads threads: the same bytes"
done
kills=0
# java itself, not the launcher, so that the signal hits what writes
while ((kills < 20)); do
    java -jar target/greenlight-all.jar sweep "$work/kill.yaml" --out "$work/killed" --resume --progress none --no-report \
        >"$work/said" 2>&1 &
    victim=$!
    sleep "$((RANDOM % 4 + 1)).$((RANDOM % 10))"
    if kill -KILL "$victim" 2>/dev/null; then
        wait "$victim" 2>/dev/null || true
        kills=$((kills + 1))
    else
        wait "$victim" || { cat "$work/said"; exit 1; }
        echo "finished before kill $((kills + 1)); begun anew"
        sums "$work/killed" | diff "$work/1.sums" -
        rm -rf "$work/killed"
    fi
done
./greenlight sweep "$work/kill.yaml" --out "$work/killed" --resume --progress none --no-report | head -n 1
sums "$work/killed" | diff "$work/1.sums" -
echo "killed $kills times and resumed: the same bytes"
