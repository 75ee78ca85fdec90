package io.leakage.fuzz;

import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.SequencedStream;

/** A line of MoldUDP64: packets, each behind a byte that says how long it is. */
public final class MoldUdp64Target {
    private MoldUdp64Target() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> {
            SequencedStream stream = new SequencedStream(new Decoding(), new MoldUdp64Packet());
            int at = 0;
            while (at < input.length) {
                int length = Math.min(input[at] & 0xFF, input.length - at - 1);
                stream.packet(input, at + 1, length, at);
                at += 1 + length;
            }
        });
    }

    private static final class Decoding implements MessageSink {
        private final Itch50Decoder decoder = new Itch50Decoder(new Itch50Listener() { });

        @Override
        public void packet(long receiveNanos) {
            // nothing to decode
        }

        @Override
        public boolean message(long sequence, byte[] bytes, int offset, int length) {
            return decoder.decode(bytes, offset, length);
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            // nothing to decode
        }

        @Override
        public void ended(long sequence) {
            // nothing to decode
        }
    }
}
