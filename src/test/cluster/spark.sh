#!/usr/bin/env bash
# Spark on one machine: submits an experiment as eight shards, first in local mode, then to a standalone master and a
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
test="Spark test"
logs="$here/*.log"
source "$root/src/test/cluster/lost.sh"
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

# the program and the class that sends its shards out
mkdir "$here/classes"
javac -d "$here/classes" -cp "target/greenlight-all.jar:target/spark/jars/*" src/spark/java/greenlight/app/spark/SparkSweep.java
cp target/greenlight-all.jar "$here/app.jar"
(cd "$here/classes" && jar --update --file "$here/app.jar" .)

experiment 24 4000

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
    exec "${spark[@]}" org.apache.spark.deploy.SparkSubmit --master "$master" --class greenlight.app.spark.SparkSweep \
        --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.ui.enabled=false "$@" \
        "$here/app.jar" "$here/lost.yaml" 8 "$results"
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

# both executors: whichever is killed, its shard goes on
both() {
    local begun=0 shard
    for shard in "$here"/lost-spark/*; do
        ! amid 60000 "$shard" || begun=$((begun + 1))
    done
    ((begun > 1))
}
both_or_over() { both || ! kill -0 "$driver"; }
wait_for 120 "two shards to be in the middle" both_or_over
both || fail "two shards were never in the middle together."
executors() { pgrep -P "$worker" -f CoarseGrainedExecutorBackend; }
victim=$(executors | head -n 1)
[[ -n $victim ]] || fail "there is no executor to kill."
kill -KILL "$victim"
echo "Executor $victim was killed, with shard(s) $(cd "$here/lost-spark" && ls -d -- */ | tr -d '/\n' | sed 's/./& /g')begun."
wait "$driver" || fail "the driver ended with exit code $?."
grep -q 'Lost executor' "$here/driver.log" || fail "Spark did not notice that an executor was lost."
grep -h 'of them before' "$here"/executors/*/*/stdout || fail "no shard went on where it was."
same "$here/lost" "Spark's executors"
echo "Spark test passed in $SECONDS s."
