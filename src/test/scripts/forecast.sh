#!/usr/bin/env bash
# Holds the time that --dry-run forecasts against the time that the sweep then takes, for three sweeps that differ in
# length, users and tables. Ends with 0 when each forecast is within a factor of two. Takes some minutes; other work on the
# machine disturbs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/many-users.yaml" <<'YAML'
name: many-users
replications: 5
set: {users: 200000}
design:
  type: latin-hypercube
  points: 40
  factors: [cost_share, novelty_half_life, minutes_per_clip]
record: [runs]
YAML
./greenlight --version >/dev/null
far=0
for file in experiments/quickstart.yaml experiments/contract-terms.yaml "$work/many-users.yaml"; do
    forecast=$(./greenlight sweep "$file" --out "$work/out" --dry-run | sed -n 's/^ *time *about \([0-9.]* [a-z]*\).*/\1/p')
    said=$(./greenlight sweep "$file" --out "$work/out" --no-report --progress none 2>/dev/null |
        sed -n 's/.* in \([0-9.]* [a-z]*\), written.*/\1/p')
    rm -rf "$work/out"
    awk -v name="$(basename "$file")" -v forecast="$forecast" -v took="$said" '
        function seconds(span, part) {
            split(span, part, " ")
            return part[1] * (part[2] == "h" ? 3600 : part[2] == "min" ? 60 : part[2] == "ms" ? 0.001 : 1)
        }
        BEGIN {
            ratio = seconds(forecast) / seconds(took)
            printf "%s: forecast %s, took %s, ratio %.2f\n", name, forecast, took, ratio
            exit !(ratio >= 0.5 && ratio <= 2)
        }' || far=1
done
exit $far
