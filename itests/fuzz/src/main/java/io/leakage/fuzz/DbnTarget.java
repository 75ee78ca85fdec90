package io.leakage.fuzz;

import io.leakage.marketdata.wire.DbnDecoder;
import io.leakage.marketdata.wire.DbnListener;
import io.leakage.marketdata.wire.DbnMetadata;

/** Databento DBN: a head where the bytes begin like one, and then, as every version, records. */
public final class DbnTarget {
    private static final DbnDecoder[] DECODERS = {new DbnDecoder(new DbnListener() { }, 1), new DbnDecoder(new DbnListener() { }, 2),
        new DbnDecoder(new DbnListener() { }, 3)};

    private DbnTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> records(input, head(input)));
    }

    private static int head(byte[] input) {
        if (input.length < DbnMetadata.PREFIX || !DbnMetadata.isDbn(input, 0, input.length)) {
            return 0;
        }
        int length = (int) Math.min(input.length, DbnMetadata.lengthOf(input, 0));
        DbnMetadata head = new DbnMetadata();
        if (head.wrap(input, 0, length) == null) {
            head.forEachMapping((asked, told, firstDay, endDay) -> { });
        }
        return length;
    }

    private static void records(byte[] input, int start) {
        int at = start;
        while (at + DbnDecoder.HEADER <= input.length) {
            int length = DbnDecoder.lengthOf(input, at);
            if (length < DbnDecoder.HEADER || at + length > input.length) {
                return;
            }
            for (DbnDecoder decoder : DECODERS) {
                decoder.decode(input, at, length);
            }
            at += length;
        }
    }
}
