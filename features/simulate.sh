#!/usr/bin/env bash
# Simulates a trading day and writes market.itch50 (ITCH 5.0) and orders.fix (FIX drop copy). --help tells the arguments.
source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
leakage_run io.leakage.simulator.Simulate "$@"
