package io.leakage.desk;

import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.MessageSink;

/** Lets ITCH messages through, and says when the first one later than a time is about to come. */
final class StopAt implements MessageSink {
    private final MessageSink next;
    private final long lastNanos;
    private final Runnable before;
    private boolean past;

    /** {@code before} runs once, before the first message later than {@code lastNanos} since midnight is handed on. */
    StopAt(MessageSink next, long lastNanos, Runnable before) {
        this.next = next;
        this.lastNanos = lastNanos;
        this.before = before;
    }

    /** {@return whether a later message has come} */
    boolean isPast() {
        return past;
    }

    @Override
    public void packet(long receiveNanos) {
        next.packet(receiveNanos);
    }

    @Override
    public boolean message(long sequence, byte[] buffer, int offset, int length) {
        if (!past && Itch50Decoder.nanosOf(buffer, offset) > lastNanos) {
            past = true;
            before.run();
        }
        return next.message(sequence, buffer, offset, length);
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        next.gap(fromSequence, toSequence);
    }

    @Override
    public void ended(long sequence) {
        next.ended(sequence);
    }
}
