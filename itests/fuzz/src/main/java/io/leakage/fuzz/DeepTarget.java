package io.leakage.fuzz;

import io.leakage.marketdata.wire.DeepDecoder;
import io.leakage.marketdata.wire.DeepListener;

/** IEX DEEP 1.0, one message. */
public final class DeepTarget {
    private static final DeepDecoder DECODER = new DeepDecoder(new DeepListener() { });

    private DeepTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> DECODER.decode(input, 0, input.length));
    }
}
