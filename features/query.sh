#!/usr/bin/env bash
# Asks the archive in SQL and prints the answer. --help tells the arguments.
LEAKAGE_MODULE=archive-parquet
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
leakage_run io.leakage.archive.query.Query "$@"
