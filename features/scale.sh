#!/usr/bin/env bash
# Runs the pipeline in a Flink cluster, one of its own or yours, or shows the metrics of what runs there. --help tells the arguments.
LEAKAGE_MODULE=scale-flink
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
LEAKAGE_JAVA_OPTS="-Dlogback.configurationFile=$LEAKAGE_ROOT/features/scale-flink/src/main/config/logback.xml ${LEAKAGE_JAVA_OPTS:-}"
leakage_run io.leakage.flink.Scale "$@"
