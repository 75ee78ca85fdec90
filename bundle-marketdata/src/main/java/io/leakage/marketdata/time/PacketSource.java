package io.leakage.marketdata.time;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Datagrams of one socket, each with the time it came and where that time was taken. {@link PacketSources} gives the best there is.
 *
 * <p>For one thread; allocates nothing per packet. Never blocks: wait for the next packet with a {@link java.nio.channels.Selector} on the
 * channel. The channel stays its owner's, who closes it.
 */
public interface PacketSource {
    /** What {@link #receive} returns when no packet waits. */
    int NONE = -1;

    /**
     * Takes the next packet. What does not fit into the buffer is lost.
     *
     * @param buffer a direct buffer; filled from its position on, which moves behind the packet. Keep to one buffer.
     * @return the packet's length in bytes, 0 for an empty packet, {@link #NONE} when no packet waits
     * @throws IOException              when the socket fails; {@link java.nio.channels.ClosedChannelException} when it is closed
     * @throws IllegalArgumentException on a buffer that is not direct
     */
    int receive(ByteBuffer buffer) throws IOException;

    /** {@return when the latest packet came, nanoseconds since the epoch on this machine's clock} */
    long stampNanos();

    /** {@return where the latest packet's time was taken} */
    StampSource stampSource();
}
