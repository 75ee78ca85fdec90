package io.leakage.marketdata.time;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How late a stamping point is: packets of our own over loopback, each stamped between its sending and its receiving. The time from before
 * the sending to the stamp holds the sending too, so it bounds the lateness from above.
 *
 * @param source      the stamping point; the worst that was met
 * @param samples     packets
 * @param medianNanos half of them were stamped within this
 * @param p999Nanos   99.9 % of them were
 */
record StampJitter(StampSource source, int samples, long medianNanos, long p999Nanos) {
    private static final int WARM_UP = 2_000;
    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * Measures. Takes about 30 µs a packet, on the calling thread.
     *
     * @param samples packets, 1,000 or more for a p99.9
     * @param opening the stamping point, for a channel that is bound and in non-blocking mode
     * @throws IOException when loopback does not carry the packets
     */
    static StampJitter measure(int samples, Function<DatagramChannel, PacketSource> opening) throws IOException {
        try (DatagramChannel in = DatagramChannel.open(StandardProtocolFamily.INET);
                DatagramChannel out = DatagramChannel.open(StandardProtocolFamily.INET);
                Selector selector = Selector.open()) {
            in.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0)).configureBlocking(false);
            in.register(selector, SelectionKey.OP_READ);
            out.connect(in.getLocalAddress());
            return new Bench(opening.apply(in), out, selector).run(samples);
        }
    }

    private static final class Bench {
        private final PacketSource source;
        private final DatagramChannel out;
        private final Selector selector;
        private final ByteBuffer packet = ByteBuffer.allocateDirect(64);
        private final ByteBuffer received = ByteBuffer.allocateDirect(64);
        private StampSource worst = StampSource.HW_TRAILER;

        Bench(PacketSource source, DatagramChannel out, Selector selector) {
            this.source = source;
            this.out = out;
            this.selector = selector;
        }

        StampJitter run(int samples) throws IOException {
            warmUp();
            worst = StampSource.HW_TRAILER;
            long[] nanos = new long[samples];
            for (int i = 0; i < samples; i++) {
                nanos[i] = once();
            }
            Arrays.sort(nanos);
            return new StampJitter(worst, samples, nanos[samples / 2], nanos[(int) Math.ceil(0.999 * samples) - 1]);
        }

        /** The kernel switches its receive times on a little after it is asked to, later when it is busy. */
        private void warmUp() throws IOException {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            int sent = 0;
            do {
                once();
                sent++;
            } while (sent < WARM_UP
                    || source instanceof KernelStamps && source.stampSource() == StampSource.JVM && System.nanoTime() < deadline);
        }

        private long once() throws IOException {
            long before = WallClock.epochNanos();
            out.write(packet.clear());
            while (source.receive(received.clear()) == PacketSource.NONE) {
                if (selector.select(PATIENCE_MILLIS) == 0) {
                    throw new IOException("no packet came back over loopback within " + PATIENCE_MILLIS + " ms");
                }
                selector.selectedKeys().clear();
            }
            worst = worst.compareTo(source.stampSource()) < 0 ? source.stampSource() : worst;
            return source.stampNanos() - before;
        }
    }
}
