package io.leakage.fuzz;

import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.marketdata.wire.SequencedStream;

/** IEX-TP, one segment of TOPS. */
public final class IexTpTarget {
    private static final MessageSink SINK = new MessageSink() {
        @Override
        public void packet(long receiveNanos) {
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            return offset + length <= buffer.length;
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
        }

        @Override
        public void ended(long sequence) {
        }
    };

    private IexTpTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> new SequencedStream(SINK, new IexTpSegment(IexTpSegment.TOPS)).packet(input, 0, input.length, 0));
    }
}
