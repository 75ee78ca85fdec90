package io.leakage.fuzz;

import io.leakage.marketdata.wire.TopsDecoder;
import io.leakage.marketdata.wire.TopsListener;

/** IEX TOPS 1.6, one message. */
public final class TopsTarget {
    private static final TopsDecoder DECODER = new TopsDecoder(new TopsListener() { });

    private TopsTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> DECODER.decode(input, 0, input.length));
    }
}
