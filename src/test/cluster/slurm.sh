#!/usr/bin/env bash
# A cluster of one machine: starts Slurm on 127.0.0.1, submits an experiment as an array of eight and a dependent merge,
# kills one task and preempts another in the middle, and compares the merged tables with those of one undivided sweep.
# Then one shard is lost and made again alone.
#
#   src/test/cluster/slurm.sh
#   src/test/cluster/slurm.sh --time-limit    # instead: two tasks that need more time than their limit of two minutes,
#                                             # go back into the queue and on; takes some minutes, Slurm counts whole ones
#
# Needs root, and installs Debian's Slurm when it is missing; says so and passes the test over where it cannot.
# Exit code: 0 passed or passed over, 1 failed. All that it starts it ends by process id.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
packages=(slurmctld slurmd slurm-client munge)

pass_over() {
    echo "Slurm test passed over: $*"
    exit 0
}

[[ $EUID -eq 0 ]] || pass_over "only root can start Slurm's daemons."
if ! command -v slurmctld slurmd sbatch munged >/dev/null; then
    command -v apt-get >/dev/null || pass_over "Slurm is not installed, and there is no apt-get to install it."
    echo "Installing ${packages[*]} ..."
    log=$(mktemp)
    if ! { apt-get -q update && DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=60 install --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
        tail -n 3 "$log"
        rm -f "$log"
        pass_over "its packages cannot be installed here."
    fi
    rm -f "$log"
fi

here=$(mktemp -d)
test="Slurm test"
logs="$here/slurm*.log $here/results/*/logs/*.txt"
source "$root/src/test/cluster/lost.sh"
chmod 755 "$here"
daemons=()
cleanup() {
    status=$?
    trap - EXIT
    if [[ -n ${SLURM_CONF:-} && -n ${array:-} ]]; then
        scancel --quiet "$array" "$merge" 2>/dev/null || true
        for _ in {1..20}; do
            [[ -n $(squeue --noheader 2>/dev/null) ]] || break
            sleep 0.5
        done
    fi
    for pid in "${daemons[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${daemons[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$here"
    exit "$status"
}
trap cleanup EXIT

# ---- the daemons, on the loopback interface only -------------------------------------------------------------------

mkdir "$here/munge" "$here/state" "$here/spool"
(umask 077 && head -c 128 /dev/urandom >"$here/munge/key")
chown -R munge: "$here/munge"
runuser -u munge -- munged --foreground --key-file="$here/munge/key" --socket="$here/munge/socket" \
    --pid-file="$here/munge/pid" --log-file="$here/munge/log" --seed-file="$here/munge/seed" 2>"$here/munge.log" &
daemons+=($!)
wait_for 10 "munge" test -S "$here/munge/socket"

node=$(hostname -s)
cat >"$here/slurm.conf" <<CONF
ClusterName=loopback
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket=$here/munge/socket,cred_expire=5
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerParameters=batch_sched_delay=1,sched_interval=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
KillWait=2
MpiDefault=none
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 RealMemory=3000 State=UNKNOWN
PartitionName=main Nodes=$node Default=YES State=UP
CONF
export SLURM_CONF=$here/slurm.conf
slurmctld -D -c >/dev/null 2>&1 &
daemons+=($!)
slurmd -D >/dev/null 2>&1 &
daemons+=($!)
wait_for 30 "the node" sh -c 'sinfo --noheader --format=%t | grep -qx idle'
echo "Slurm $(sinfo --version | cut -d' ' -f2) runs on 127.0.0.1, node $node."

# ---- the experiment ----------------------------------------------------------------------------------------------

cd "$here"
# submitted OPTIONS ...: as jobs
submitted() {
    out=$("$root/greenlight" slurm lost.yaml --mem 1G --submit "$@")
    echo "$out"
    array=$(sed -n 's/.*shards are job \([0-9]*\).*/\1/p' <<<"$out")
    merge=$(sed -n 's/.*merge is job \([0-9]*\).*/\1/p' <<<"$out")
}
jobs=results/lost-slurm
gone() { [[ -z $(squeue --noheader --jobs "$1" 2>/dev/null) ]]; }
merged() { [[ -e results/lost/runs.csv ]]; }

if [[ ${1:-} == --time-limit ]]; then
    # as many runs as take a shard three minutes on this machine
    began=$SECONDS
    experiment 20 400000
    rm -rf one
    experiment $((20 * 180 / (SECONDS - began + 1))) 400000
    submitted --shards 2 --time 2
    wait_for 1500 "the merge" gone "$merge"
    merged || fail "the merge left no tables."
    for shard in 1 2; do
        grep 'goes back into the queue' "$jobs/logs/$shard.txt" || fail "shard $shard met no time limit."
        grep 'of them before' "$jobs/logs/$shard.txt" || fail "shard $shard did not go on where it was."
    done
    ! grep 'DUE TO TIME LIMIT' "$jobs"/logs/*.txt || fail "a task did not stop in time."
    same results/lost Slurm
    echo "Slurm test of the time limit passed in $SECONDS s."
    exit 0
fi

experiment 24 4000
submitted --shards 8 --time 10

restarts() { scontrol show job "${array}_$1" | sed -n 's/.*Restarts=\([0-9]*\).*/\1/p'; }
restarted() { (($(restarts "$1") > 0)); }

wait_for 60 "shard 1 to be in the middle" amid 60000 "$jobs/shards/1"
job=$(scontrol show job "${array}_1" | sed -n 's/^JobId=\([0-9]*\).*/\1/p')
java=$(scontrol listpids "$job" | while read -r pid _; do
    [[ $(cat "/proc/$pid/comm" 2>/dev/null) != java ]] || echo "$pid"
done)
kill -KILL "$java"
wait_for 20 "shard 1 to go back into the queue" restarted 1
wait_for 60 "shard 3 to be in the middle" amid 60000 "$jobs/shards/3"
scontrol requeue "${array}_3"
wait_for 20 "shard 3 to go back into the queue" restarted 3
echo "Shard 1 was killed (its Java by SIGKILL), shard 3 preempted (scontrol requeue); restarts: $(restarts 1), $(restarts 3)."

wait_for 150 "the merge" gone "$merge"
merged || fail "the merge left no tables."
for shard in 1 3; do
    grep 'of them before' "$jobs/logs/$shard.txt" || fail "shard $shard did not go on where it was."
done

same results/lost Slurm

rm -r "$jobs/shards/5" results/lost
out=$("$jobs/submit" 5)
merge=$(sed -n 's/.*merge is job \([0-9]*\).*/\1/p' <<<"$out")
wait_for 90 "the second merge" gone "$merge"
merged || fail "the second merge left no tables."
echo "Shard 5 was lost and made again alone:"
same results/lost Slurm
echo "Slurm test passed in $SECONDS s."
