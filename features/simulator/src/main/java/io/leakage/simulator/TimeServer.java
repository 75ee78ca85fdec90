package io.leakage.simulator;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PTP service as linuxptp's ptp4l is one to whoever asks it: answers management requests (IEEE 1588 clause 15) at a Unix datagram socket,
 * as a port that follows a traceable grandmaster, 40 ns off, with a Sync every second. A simulated market's clock is right by definition;
 * this says so. Linux only.
 */
public final class TimeServer implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int DATAGRAM = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final long LOOK_MICROS = 100_000;
    private static final int NAME_BYTES = 108;
    private static final int LONGEST = 1_500;

    private static final int DATA_AT = 54;
    private static final int SEQUENCE_AT = 30;
    private static final int ACTION_AT = 46;
    private static final int ID_AT = 52;
    private static final int RESPONSE = 2;
    private static final long GRANDMASTER = 0x0012_34FF_FE56_789AL;
    private static final long SCALED_NANO = 65_536;
    private static final long SECOND = 1_000_000_000L;

    private final Path socket;
    private final int descriptor;
    private final Thread thread = new Thread(this::serve, "simulated-ptp");
    private volatile boolean closed;

    /** The C library's datagram sockets, which Java has not. */
    private interface Sockets extends Library {
        Sockets C = Native.load("c", Sockets.class);

        int socket(int domain, int type, int protocol) throws LastErrorException;

        int bind(int descriptor, byte[] address, int length) throws LastErrorException;

        int setsockopt(int descriptor, int level, int option, long[] value, int length) throws LastErrorException;

        NativeLong recvfrom(int descriptor, byte[] into, NativeLong length, int flags, byte[] from, IntByReference fromLength);

        NativeLong sendto(int descriptor, byte[] bytes, NativeLong length, int flags, byte[] to, int toLength);

        int close(int descriptor);
    }

    /**
     * Listens.
     *
     * @param socket its name, at most 107 bytes; gone with {@link #close}
     * @throws IOException when it cannot be had
     */
    public TimeServer(Path socket) throws IOException {
        this.socket = socket;
        byte[] name = socket.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length >= NAME_BYTES) {
            throw new IOException(socket + " is longer than a socket's name may be, " + (NAME_BYTES - 1) + " bytes");
        }
        byte[] address = ByteBuffer.allocate(NAME_BYTES + 2).order(ByteOrder.nativeOrder()).putShort((short) AF_UNIX).put(name).array();
        try {
            descriptor = Sockets.C.socket(AF_UNIX, DATAGRAM, 0);
            Sockets.C.bind(descriptor, address, address.length);
            Sockets.C.setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, new long[]{0, LOOK_MICROS}, 2 * Long.BYTES);
        } catch (LastErrorException | UnsatisfiedLinkError e) {
            throw new IOException("no datagram socket " + socket + ": " + e.getMessage(), e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        byte[] message = new byte[LONGEST];
        byte[] from = new byte[NAME_BYTES + 2];
        while (!closed) {
            IntByReference fromLength = new IntByReference(from.length);
            long length = Sockets.C.recvfrom(descriptor, message, new NativeLong(LONGEST), 0, from, fromLength).longValue();
            if (length >= DATA_AT) {
                byte[] answer = answer(ByteBuffer.wrap(message, 0, (int) length), System.nanoTime() / SECOND * SECOND);
                Sockets.C.sendto(descriptor, answer, new NativeLong(answer.length), 0, from, fromLength.getValue());
            }
        }
    }

    /** {@return what is answered to a GET, the latest Sync having come at {@code syncNanos}} */
    static byte[] answer(ByteBuffer request, long syncNanos) {
        byte[] data = data(request.getShort(ID_AT) & 0xFFFF, syncNanos);
        ByteBuffer answer = ByteBuffer.allocate(DATA_AT + data.length);
        answer.put(request.slice(0, DATA_AT)).put(data);
        answer.putShort(2, (short) answer.capacity()).putShort(SEQUENCE_AT, request.getShort(SEQUENCE_AT)).put(ACTION_AT, (byte) RESPONSE)
                .putShort(ID_AT - 2, (short) (2 + data.length));
        return answer.array();
    }

    /** The data sets, at the offsets of clause 15.5.3 and of linuxptp's own TIME_STATUS_NP. */
    private static byte[] data(int id, long syncNanos) {
        return switch (id) {
            case 0x2000 -> ByteBuffer.allocate(20).putShort(2, (short) 1).array();
            case 0x2001 -> ByteBuffer.allocate(18).put(1, (byte) 1).putLong(2, 40 * SCALED_NANO).putLong(10, 300 * SCALED_NANO).array();
            case 0x2002 -> ByteBuffer.allocate(32).put(19, (byte) 6).put(20, (byte) 0x21).putLong(24, GRANDMASTER).array();
            case 0x2003 -> ByteBuffer.allocate(4).putShort(0, (short) 37).put(2, (byte) (4 | 8 | 16)).array();
            case 0x2004 -> ByteBuffer.allocate(26).put(10, (byte) 9).put(20, (byte) 1).array();
            case 0xC000 -> ByteBuffer.allocate(50).putLong(0, 40).putLong(8, syncNanos).array();
            default -> new byte[0];
        };
    }

    /** Stops answering. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Sockets.C.close(descriptor);
        Files.deleteIfExists(socket);
    }
}
