package io.leakage.fuzz;

import io.leakage.marketdata.wire.SoupBinTcpClient;
import io.leakage.marketdata.wire.SoupListener;
import io.leakage.marketdata.wire.SoupLogin;

/** What a SoupBinTCP server may send: the bytes in two pieces, the first byte says where they are cut. */
public final class SoupBinTcpTarget {
    private static final SoupLogin LOGIN = new SoupLogin("desk", "secret");
    private static final SoupListener NOBODY = new SoupListener() {
        @Override
        public void accepted(String session, long sequence) {
            // nothing to decode
        }

        @Override
        public void rejected(char reason) {
            // nothing to decode
        }

        @Override
        public void sequenced(long sequence, byte[] bytes, int offset, int length) {
            // nothing to decode
        }

        @Override
        public void unsequenced(byte[] bytes, int offset, int length) {
            // nothing to decode
        }

        @Override
        public void ended(long next) {
            // nothing to decode
        }
    };

    private SoupBinTcpTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> {
            SoupBinTcpClient client = new SoupBinTcpClient(LOGIN, 1_000, (bytes, length) -> { }, NOBODY);
            client.connected("", 1, 0);
            int cut = input.length == 0 ? 0 : Math.min(input[0] & 0xFF, input.length);
            if (client.received(input, 0, cut, 1) == null) {
                client.received(input, cut, input.length - cut, 2);
            }
        });
    }
}
