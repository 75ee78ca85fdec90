#!/usr/bin/env bash
# Runs the scorecard in a Felix of its own until Ctrl-C; --help shows the arguments.
source "$(dirname "${BASH_SOURCE[0]}")/run.sh"
leakage_run io.leakage.desk.Launch "$@"
