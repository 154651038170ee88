# shellcheck shell=bash disable=SC2154
# What the tests of schedulers have in common: an experiment, its tables from one machine, and the comparison with them.
# To be sourced by a script that sets:
#   root     the project's folder
#   here     a folder of its own, removed at the end
#   test     what failures are called, such as "Spark test"
#   logs     patterns of files that a failure shows the end of

fail() {
    echo "$test failed: $*" >&2
    # shellcheck disable=SC2086 # patterns
    tail -n 15 $logs >&2 2>/dev/null || true
    exit 1
}

wait_for() { # seconds, what, command ...
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < end)) || fail "waited in vain for $what."
        sleep 0.2
    done
}

# Writes $here/lost.yaml, eight points, and sweeps it undivided into $here/one.
experiment() { # replications, users
    cat >"$here/lost.yaml" <<YAML
name: lost
title: A sweep that loses a shard
replications: $1
seed: 7
set: {users: $2}
design:
  type: factorial
  factors:
    minutes_per_clip: [10, 20, 30, 40]
    exuberance: [0.4, 0.7]
YAML
    "$root/greenlight" sweep "$here/lost.yaml" --out "$here/one" --progress none --no-report | head -n 1
}

# Whether a shard is in the middle of its work: its tables have more than so many bytes and no names.
amid() { # bytes, folder
    [[ ! -e $2/runs.csv && $(cat "$2"/*.csv.part 2>/dev/null | wc -c) -gt $1 ]]
}

same() { # results, what made them
    local table mine theirs
    for table in runs.csv quarters.csv events.csv datapackage.json; do
        mine=$(sha256sum <"$here/one/$table")
        theirs=$(sha256sum <"$1/$table")
        echo "${mine%% *} one machine, ${theirs%% *} $2: $table"
        [[ $mine == "$theirs" ]] || fail "$table is not that of one machine."
    done
}
