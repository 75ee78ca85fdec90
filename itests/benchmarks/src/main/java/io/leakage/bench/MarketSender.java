package io.leakage.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A generated market as MoldUDP64 packets of about 1,400 bytes, each message stamped when it is sent. One thread. */
final class MarketSender implements AutoCloseable {
    private static final int HEADER = 20;
    private static final int MAX_PACKET = 1_400;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SHORTEST_NAP = 60_000;

    private final GeneratedMarket market;
    private final DatagramChannel channel;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(MAX_PACKET);
    private final byte[] session = "BENCHMARK ".getBytes(StandardCharsets.US_ASCII);
    private long next = 1;
    private int at;

    MarketSender(InetSocketAddress target, int symbols, int liveOrders) throws IOException {
        market = new GeneratedMarket(symbols, liveOrders);
        channel = DatagramChannel.open().connect(target);
    }

    /** Generates the next messages; the first time those that open the market come before them. */
    void prepare(int messages) throws IOException {
        if (next == 1) {
            market.writeOpening();
            send(400_000);
        }
        market.write(messages);
    }

    /** Sends what was prepared, {@code rate} messages a second. {@return how many} */
    long send(int rate) throws IOException {
        long first = next;
        long begin = System.nanoTime();
        at = 0;
        while (at < market.end()) {
            long due = begin + (long) ((next - first) * 1e9 / rate);
            long early = due - System.nanoTime();
            if (early > SHORTEST_NAP) {
                LockSupport.parkNanos(early);
            } else {
                packet();
            }
        }
        return next - first;
    }

    void heartbeat() throws IOException {
        header(0);
        channel.write(packet.flip());
    }

    /** {@return number of the next message} */
    long next() {
        return next;
    }

    private void packet() throws IOException {
        byte[] bytes = market.bytes();
        Instant now = Instant.now();
        long nanos = (now.getEpochSecond() * 1_000_000_000L + now.getNano()) % DAY_NANOS;
        int start = at;
        int count = 0;
        while (at < market.end()) {
            int size = 2 + bytes[at + 1];
            if (at + size - start > MAX_PACKET - HEADER) {
                break;
            }
            stamp(bytes, at + 7, nanos);
            at += size;
            count++;
        }
        header(count);
        packet.put(bytes, start, at - start);
        channel.write(packet.flip());
        next += count;
    }

    private void header(int count) {
        packet.clear();
        packet.put(session).putLong(next).putShort((short) count);
    }

    private static void stamp(byte[] bytes, int offset, long nanos) {
        for (int i = 0; i < 6; i++) {
            bytes[offset + i] = (byte) (nanos >>> 40 - 8 * i);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
