package io.leakage.marketdata.time;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/**
 * Times taken by the kernel, or by the network card where that is set up, and handed over beside the packet (Linux SO_TIMESTAMPING). A
 * packet that came without one is stamped by this process, and {@link #stampSource} says so.
 *
 * <p>Reads by the socket's number, which a channel that is registered with a selector keeps until the selector lets go of it: a channel
 * that another thread closes is never mistaken for the next one of that number.
 */
final class KernelStamps implements PacketSource {
    private static final int SOL_SOCKET = 1;
    private static final int SO_TIMESTAMPNS = 35;
    private static final int SO_TIMESTAMPING = 37;
    /** Receive times by hardware (4) and software (8), reported in software (16) and raw hardware (64) form. */
    private static final int STAMPING_FLAGS = 4 | 8 | 16 | 64;
    private static final int MSG_DONTWAIT = 0x40;

    private final DatagramChannel channel;
    private final int socket;
    private final MessageHeader header = new MessageHeader();
    private ByteBuffer known;
    private long knownAddress;

    /**
     * Switches the kernel's times on.
     *
     * @param channel bound, in non-blocking mode
     * @throws IOException when there is no C library, no way to the socket's number, or the kernel refuses
     */
    KernelStamps(DatagramChannel channel) throws IOException {
        if (Libc.missing() != null) {
            throw new IOException(Libc.missing());
        }
        this.channel = channel;
        this.socket = number(channel);
        ByteBuffer value = Libc.memory(Integer.BYTES);
        long address = Libc.address(value);
        value.putInt(0, STAMPING_FLAGS);
        if (Libc.setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPING, address, Integer.BYTES) != 0) {
            value.putInt(0, 1);
            if (Libc.setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPNS, address, Integer.BYTES) != 0) {
                throw Libc.failure("setsockopt SO_TIMESTAMPNS");
            }
        }
    }

    /** The JDK tells a channel's number to whom {@code --add-exports=java.base/sun.nio.ch} names. */
    private static int number(DatagramChannel channel) throws IOException {
        try {
            Class<?> type = Class.forName("sun.nio.ch.SelChImpl", false, ClassLoader.getPlatformClassLoader());
            return (int) type.getMethod("getFDVal").invoke(channel);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IOException("the socket's number is not told (--add-exports=java.base/sun.nio.ch=ALL-UNNAMED is missing): " + cause);
        }
    }

    @Override
    public int receive(ByteBuffer buffer) throws IOException {
        if (buffer != known) {
            Buffers.direct(buffer);
            knownAddress = Libc.address(buffer.duplicate().clear());
            known = buffer;
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        long length = Libc.recvmsg(socket, header.into(knownAddress + buffer.position(), buffer.remaining()), MSG_DONTWAIT);
        if (length < 0) {
            return none();
        }
        header.read();
        buffer.position(buffer.position() + (int) length);
        return (int) length;
    }

    private static int none() throws IOException {
        int error = Libc.error();
        if (error == Libc.EAGAIN || error == Libc.EINTR) {
            return NONE;
        }
        throw Libc.failure("recvmsg");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }

    @Override
    public StampSource stampSource() {
        return header.stampSource();
    }
}
