#!/usr/bin/env bash
# Scores a recorded day from files and prints the final scorecards. --help tells the arguments.
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
if [[ -t 2 ]]; then
    LEAKAGE_JAVA_OPTS="${LEAKAGE_JAVA_OPTS:-} -Dleakage.progress=true"
fi
leakage_run io.leakage.desk.Replay "$@"
