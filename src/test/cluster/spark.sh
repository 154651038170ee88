#!/usr/bin/env bash
# Spark on one machine: submits an experiment as eight shares, first in local mode, then to a standalone master and a
# worker with two executors on 127.0.0.1, where it kills one executor in the middle; compares the merged tables of both
# with those of one undivided sweep. Fetches Spark (219 MB) by the Maven profile spark; not part of the build.
#
#   src/test/cluster/spark.sh
#
# Exit code: 0 passed, 1 failed. All that it starts it ends by process id.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
cd "$root"
./greenlight --version
if [[ ! -d target/spark/jars ]]; then
    echo "Fetching Spark ..."
    mvn -B -ntp -q -Pspark dependency:copy-dependencies
fi

here=$(mktemp -d)
daemons=()
fail() {
    echo "Spark test failed: $*" >&2
    tail -n 15 "$here"/*.log >&2 || true
    exit 1
}
cleanup() {
    for pid in "${daemons[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${daemons[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$here"
}
trap cleanup EXIT
wait_for() { # seconds, what, command ...
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < end)) || fail "waited in vain for $what."
        sleep 0.2
    done
}

# the program and the class that sends its shares out
mkdir "$here/classes"
javac -d "$here/classes" -cp "target/greenlight-all.jar:target/spark/jars/*" src/spark/java/greenlight/cli/SparkSweep.java
cp target/greenlight-all.jar "$here/app.jar"
(cd "$here/classes" && jar --update --file "$here/app.jar" .)

cat >"$here/lost.yaml" <<YAML
name: lost
title: A sweep that loses an executor
replications: 24
seed: 7
set: {users: 4000}
design:
  type: factorial
  factors:
    minutes_per_clip: [10, 20, 30, 40]
    exuberance: [0.4, 0.7]
YAML
./greenlight sweep "$here/lost.yaml" --out "$here/one" --progress none --no-report | head -n 1

export SPARK_HOME=$root/target/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13
# what Spark's own launch scripts would add for Java 17
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
spark=(java -Xmx512m "${opens[@]}" -cp "target/spark/jars/*")
submit() { # master, results, further options of spark-submit ...
    local master=$1 results=$2
    shift 2
    # in its own place, so that its process id is that of Java
    exec "${spark[@]}" org.apache.spark.deploy.SparkSubmit --master "$master" --class greenlight.cli.SparkSweep \
        --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.ui.enabled=false "$@" \
        "$here/app.jar" "$here/lost.yaml" 8 "$results"
}
same() { # results, what made them
    for table in runs.csv quarters.csv events.csv datapackage.json; do
        mine=$(sha256sum <"$here/one/$table")
        theirs=$(sha256sum <"$1/$table")
        echo "${mine%% *} one machine, ${theirs%% *} $2: $table"
        [[ $mine == "$theirs" ]] || fail "$table is not that of one machine."
    done
}

(submit 'local[2]' "$here/local") >"$here/local.log" 2>&1 || fail "local mode ended with exit code $?."
same "$here/local" "Spark in local mode"

"${spark[@]}" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 17080 >"$here/master.log" 2>&1 &
daemons+=($!)
wait_for 60 "the master" bash -c '</dev/tcp/127.0.0.1/17077'
"${spark[@]}" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 17078 --webui-port 17081 --cores 2 --memory 2g \
    --work-dir "$here/executors" spark://127.0.0.1:17077 >"$here/worker.log" 2>&1 &
worker=$!
daemons+=("$worker")
wait_for 60 "the worker" grep -q 'Successfully registered' "$here/worker.log"

submit spark://127.0.0.1:17077 "$here/lost" --conf spark.executor.cores=1 --conf spark.executor.memory=512m \
    >"$here/driver.log" 2>&1 &
driver=$!
daemons+=("$driver")

amid() { [[ $(cat "$here"/lost-spark/*/*.csv.part 2>/dev/null | wc -c) -gt 120000 ]]; }
amid_or_over() { amid || ! kill -0 "$driver"; }
wait_for 120 "a share to be in the middle" amid_or_over
amid || fail "the driver ended before any share was in the middle."
executors() { pgrep -P "$worker" -f CoarseGrainedExecutorBackend; }
victim=$(executors | head -n 1)
[[ -n $victim ]] || fail "there is no executor to kill."
kill -KILL "$victim"
echo "Executor $victim was killed, with share(s) $(cd "$here/lost-spark" && ls -d -- */ | tr -d '/\n' | sed 's/./& /g')begun."
wait "$driver" || fail "the driver ended with exit code $?."
grep -q 'Lost executor' "$here/driver.log" || fail "Spark did not notice that an executor was lost."
grep -h 'of them before' "$here"/executors/*/*/stdout || fail "no share went on where it was."
same "$here/lost" "Spark's executors"
echo "Spark test passed in $SECONDS s."
