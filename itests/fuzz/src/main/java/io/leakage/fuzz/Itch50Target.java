package io.leakage.fuzz;

import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;

/** Nasdaq TotalView-ITCH 5.0, one message. */
public final class Itch50Target {
    private static final Itch50Decoder DECODER = new Itch50Decoder(new Itch50Listener() { });

    private Itch50Target() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> DECODER.decode(input, 0, input.length));
    }
}
