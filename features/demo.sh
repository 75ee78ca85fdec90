#!/usr/bin/env bash
# Runs a simulated desk day through the whole product on this machine; --help shows the arguments.
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
leakage_run io.leakage.desk.Demo "$@"
