package io.leakage.marketdata.tape;

import io.leakage.marketdata.wire.MessageSink;
import java.util.ArrayList;
import java.util.List;

/** What a sink was told, in a word each: {@code 2:D19} is message 2, of type D and 19 bytes. Of packets nothing is said. */
public class Words implements MessageSink {
    /** The words so far, the test's to clear. */
    public final List<String> words = new ArrayList<>();

    @Override
    public void packet(long receiveNanos) {
    }

    @Override
    public boolean message(long sequence, byte[] buffer, int offset, int length) {
        words.add(sequence + ":" + (char) buffer[offset] + length);
        return true;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        words.add("gap " + fromSequence + ".." + toSequence);
    }

    @Override
    public void ended(long sequence) {
        words.add("end " + sequence);
    }
}
