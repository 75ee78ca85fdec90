package io.leakage.fuzz;

import io.leakage.marketdata.wire.LobsterBook;
import io.leakage.marketdata.wire.LobsterDecoder;

/** LOBSTER, one line: as a message and as a row of the order book. */
public final class LobsterTarget {
    private static final LobsterDecoder DECODER = new LobsterDecoder((nanos, type, order, shares, price4, buy) -> { });
    private static final LobsterBook BOOK = new LobsterBook(2);

    private LobsterTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> {
            DECODER.decode(input, 0, input.length);
            LobsterBook.levelsOf(input, 0, input.length);
            BOOK.read(input, 0, input.length);
        });
    }
}
