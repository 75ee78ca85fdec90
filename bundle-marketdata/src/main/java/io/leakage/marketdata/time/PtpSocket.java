package io.leakage.marketdata.time;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Unix datagram socket to a PTP service, which Java has not: Java's are streams. Our end has a name too, in a folder of its own, since
 * the service answers to names.
 */
final class PtpSocket implements Closeable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int NAME_BYTES = 108;
    private static final int PATIENCE_MICROS = 200_000;

    private final Path folder;
    private final int socket;
    private final ByteBuffer bytes = Libc.memory(PtpManagement.LONGEST).order(java.nio.ByteOrder.BIG_ENDIAN);
    private final long address = Libc.address(bytes);

    private PtpSocket(Path folder, int socket) {
        this.folder = folder;
        this.socket = socket;
    }

    /**
     * Connects.
     *
     * @param service the service's socket, as in {@code /var/run/ptp4l}
     * @throws IOException when there is none, or this process may not write to it
     */
    static PtpSocket open(Path service) throws IOException {
        if (Libc.missing() != null) {
            throw new IOException(Libc.missing());
        }
        int socket = Libc.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        if (socket < 0) {
            throw Libc.failure("socket");
        }
        PtpSocket opened = new PtpSocket(Files.createTempDirectory("leakage-ptp"), socket);
        try {
            opened.connect(service);
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void connect(Path service) throws IOException {
        if (Libc.bind(socket, name(folder.resolve("socket")), NAME_BYTES + 2) != 0) {
            throw Libc.failure("bind " + folder);
        }
        if (Libc.connect(socket, name(service), NAME_BYTES + 2) != 0) {
            throw Libc.failure("connect " + service);
        }
        ByteBuffer patience = Libc.memory(2 * Long.BYTES).putLong(Long.BYTES, PATIENCE_MICROS);
        if (Libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, Libc.address(patience.clear()), 2 * Long.BYTES) != 0) {
            throw Libc.failure("setsockopt SO_RCVTIMEO");
        }
    }

    private static long name(Path path) throws IOException {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length >= NAME_BYTES) {
            throw new IOException(path + " is longer than a socket's name may be, " + (NAME_BYTES - 1) + " bytes");
        }
        ByteBuffer sockaddr = Libc.memory(NAME_BYTES + 2).putShort(0, (short) AF_UNIX).put(2, name);
        return Libc.address(sockaddr);
    }

    /** {@return the buffer that {@link #send} and {@link #receive} use} */
    ByteBuffer bytes() {
        return bytes;
    }

    /** Sends the buffer, from 0 to its limit. */
    void send() throws IOException {
        if (Libc.send(socket, address, bytes.limit(), 0) != bytes.limit()) {
            throw Libc.failure("send");
        }
    }

    /**
     * Fills the buffer with the next message.
     *
     * @return false when none came within 0.2 s
     */
    boolean receive() throws IOException {
        long length = Libc.recv(socket, address, bytes.capacity(), 0);
        if (length < 0) {
            if (Libc.error() == Libc.EAGAIN || Libc.error() == Libc.EINTR) {
                return false;
            }
            throw Libc.failure("recv");
        }
        bytes.clear().limit((int) length);
        return true;
    }

    @Override
    public void close() throws IOException {
        Libc.close(socket);
        Files.deleteIfExists(folder.resolve("socket"));
        Files.deleteIfExists(folder);
    }
}
