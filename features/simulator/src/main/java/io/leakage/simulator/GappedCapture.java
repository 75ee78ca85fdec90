package io.leakage.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture (pcap) of market data in MoldUDP64 packets, one message each, from which the packets of a while are missing. One thread. */
public final class GappedCapture implements MessageSink, AutoCloseable {
    private static final int ETHERNET = 14;
    private static final int IP = 20;
    private static final int UDP = 8;
    private static final int MOLD = 22;
    private static final byte[] SESSION = "0000000001".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final long from;
    private final long to;
    private final long midnightNanos;
    private long sequence;

    /**
     * Writes a file, over what was there.
     *
     * @param file          where to
     * @param midnightNanos what message times count from, nanoseconds since the epoch
     * @param from          when the gap begins, nanoseconds since the venue's midnight
     * @param to            when it is over
     * @throws IOException when it cannot be created
     */
    public GappedCapture(Path file, long midnightNanos, long from, long to) throws IOException {
        this.from = from;
        this.to = to;
        this.midnightNanos = midnightNanos;
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putInt(0xA1B23C4D).putShort((short) 2).putShort((short) 4)
                .putInt(0).putInt(0).putInt(1 << 16).putInt(1).array());
    }

    @Override
    public void message(byte[] bytes, int offset, int length) {
        sequence++;
        long nanos = ByteBuffer.wrap(bytes, offset + 3, 8).getLong() & 0xFFFF_FFFF_FFFFL;
        if (nanos >= from && nanos < to) {
            return;
        }
        int frame = ETHERNET + IP + UDP + MOLD + length;
        long at = midnightNanos + nanos;
        ByteBuffer record = ByteBuffer.allocate(16 + frame).order(ByteOrder.LITTLE_ENDIAN).putInt((int) (at / 1_000_000_000L))
                .putInt((int) (at % 1_000_000_000L)).putInt(frame).putInt(frame).order(ByteOrder.BIG_ENDIAN);
        record.put(new byte[12]).putShort((short) 0x0800);
        record.putShort((short) 0x4500).putShort((short) (frame - ETHERNET)).putInt(0).putShort((short) 0x4011).putShort((short) 0)
                .putInt(0x0A000001).putInt(0xE9360C65);
        record.putShort((short) 26477).putShort((short) 26477).putShort((short) (frame - ETHERNET - IP)).putShort((short) 0);
        record.put(SESSION).putLong(sequence).putShort((short) 1).putShort((short) length).put(bytes, offset, length);
        try {
            out.write(record.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
