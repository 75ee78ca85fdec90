#!/usr/bin/env bash
# Prints the order book of one symbol out of a recorded day of market data, as CSV. --help tells the arguments.
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
leakage_run io.leakage.desk.BookPrinter "$@"
