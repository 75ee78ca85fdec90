package io.leakage.fuzz;

import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.fix.FixScan;

/** A FIX message of the drop copy. */
public final class FixTarget {
    private static final FixScan SCAN = new FixScan(FixScan.DEFAULT_PARENT_TAG, true);
    private static final OrderMessage MESSAGE = new OrderMessage();

    private FixTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> SCAN.scan(input, 0, input.length, MESSAGE));
    }
}
