package io.leakage.fuzz;

/** Throws at some bytes, so that the fuzzer has something to find. */
public final class BrokenDecoder {
    private BrokenDecoder() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'O' && input[1] == 'X') {
            throw new IllegalStateException("found");
        }
    }
}
