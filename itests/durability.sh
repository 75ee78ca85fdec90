#!/usr/bin/env bash
# The long proofs that nothing is lost and nothing counts twice:  itests/durability.sh [KILLS]
#   KILLS times kill -9 (100) under 300 messages a second; a ring that is full for 60 s at a heartbeat of 5 s; 20 runs in which writes to
#   files and sockets fail at random (needs fiu-utils); a power cut on a file system that forgets what was not forced (needs FUSE).
# Variables: JAVA_HOME, SEED (4) of the moments of the kills.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills="${1:-100}"
[[ "$kills" =~ ^[0-9]+$ ]] || { echo "durability.sh: KILLS: a whole number, got \"$kills\"" >&2; exit 2; }

mvn -q -B -ntp -pl bundle-core,bundle-fix-dropcopy test \
    -Dtest='KillTest,DurableSessionTest,WriteFailureTest,PowerCutTest' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dleakage.kills="$kills" -Dleakage.seed="${SEED:-4}" -Dleakage.ringfull.seconds=60 -Dleakage.writefailures=20 2>&1 \
    | grep -v '^SLF4J'
