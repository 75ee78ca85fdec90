package io.leakage.marketdata.time;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Times taken by this process once it holds the packet: late by as much as the thread was, which {@link StampJitter} measures. */
final class JvmStamps implements PacketSource {
    private final DatagramChannel channel;
    private final AnchoredClock clock = new AnchoredClock();
    private long stampNanos;

    /** Reads a channel in non-blocking mode. */
    JvmStamps(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public int receive(ByteBuffer buffer) throws IOException {
        Buffers.direct(buffer);
        int from = buffer.position();
        if (channel.receive(buffer) == null) {
            return NONE;
        }
        stampNanos = clock.epochNanos();
        return buffer.position() - from;
    }

    @Override
    public long stampNanos() {
        return stampNanos;
    }

    @Override
    public StampSource stampSource() {
        return StampSource.JVM;
    }
}
