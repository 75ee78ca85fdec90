package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.testing.Garbage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real packets over loopback, stamped by the kernel and by this process. */
class PacketSourceTest {
    private static final long MILLI = 1_000_000;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer packet = ByteBuffer.allocateDirect(100);
    private DatagramChannel in;
    private DatagramChannel out;
    private Selector selector;

    @BeforeEach
    void open() throws IOException {
        in = DatagramChannel.open(StandardProtocolFamily.INET);
        in.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).configureBlocking(false);
        selector = Selector.open();
        in.register(selector, SelectionKey.OP_READ);
        out = DatagramChannel.open(StandardProtocolFamily.INET).connect(in.getLocalAddress());
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
        in.close();
        out.close();
    }

    @Test
    void theKernelsStampLiesBetweenSendingAndReceiving() throws IOException {
        PacketSource source = kernel(in);
        prime(source);
        for (int i = 0; i < 1_000; i++) {
            long before = WallClock.epochNanos();
            out.write(packet.clear());
            buffer.clear();
            await(source);
            long after = WallClock.epochNanos();

            assertTrue(before <= source.stampNanos() && source.stampNanos() <= after,
                    "stamp " + source.stampNanos() + " outside [" + before + ", " + after + "] in packet " + i);
        }
        assertEquals(StampSource.KERNEL, source.stampSource());
    }

    @Test
    void theKernelsStampIsOfTheArrivalHoweverLateWeLook() throws Exception {
        PacketSource source = kernel(in);
        prime(source);
        out.write(packet.clear());
        long sent = WallClock.epochNanos();
        Thread.sleep(20);
        assertEquals(100, await(source));

        assertEquals(StampSource.KERNEL, source.stampSource());
        assertTrue(source.stampNanos() <= sent, "stamped " + (source.stampNanos() - sent) + " ns after the sending was over");
    }

    @Test
    void thisProcesssStampIsOfTheReceiving() throws Exception {
        PacketSource source = PacketSources.jvm(in);
        out.write(packet.clear());
        long sent = WallClock.epochNanos();
        Thread.sleep(20);
        assertEquals(100, await(source));

        assertEquals(StampSource.JVM, source.stampSource());
        assertTrue(source.stampNanos() - sent >= 19 * MILLI, "stamped " + (source.stampNanos() - sent) + " ns after the sending");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"kernel", "jvm"})
    void packetsComeWholeOneByOneAndThenNone(String which) throws IOException {
        PacketSource source = source(which);
        try (DatagramChannel line = DatagramChannel.open(StandardProtocolFamily.INET)) {   // one that is connected sends no empty packets
            for (byte[] bytes : new byte[][] {{1, 2, 3}, {}, {4}}) {
                line.send(ByteBuffer.wrap(bytes), in.getLocalAddress());
            }
        }
        buffer.position(5);

        assertEquals(3, await(source));
        assertEquals(0, await(source));
        assertEquals(1, await(source));
        assertEquals(PacketSource.NONE, source.receive(buffer));
        assertEquals(9, buffer.position());
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), buffer.flip().position(5));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"kernel", "jvm"})
    void aClosedChannelAndAHeapBufferAreRefused(String which) throws IOException {
        PacketSource source = source(which);
        assertEquals("buffer: heap buffer of 9 bytes, expected a direct one",
                assertThrows(IllegalArgumentException.class, () -> source.receive(ByteBuffer.allocate(9))).getMessage());
        in.close();
        assertThrows(ClosedChannelException.class, () -> source.receive(buffer));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"kernel", "jvm"})
    void aPacketLeavesNoGarbage(String which) throws IOException {
        PacketSource source = source(which);

        assertEquals(0, Garbage.bytesOf(40, () -> packets(source, 2_000)));
    }

    @Test
    void theJitterOfBothStampingPointsIsMeasured() throws IOException {
        kernel(in);
        StampJitter kernel = StampJitter.measure(5_000, channel -> PacketSources.of("jitter", channel));
        StampJitter jvm = StampJitter.measure(5_000, PacketSources::jvm);
        System.out.println("stamping points over loopback: " + kernel + ", " + jvm);

        assertEquals(StampSource.KERNEL, kernel.source());
        assertEquals(StampSource.JVM, jvm.source());
        assertTrue(0 < kernel.medianNanos() && kernel.medianNanos() < jvm.medianNanos(), kernel + " is earlier than " + jvm);
        assertTrue(kernel.medianNanos() <= kernel.p999Nanos(), kernel.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a card on TAI,            1500000037000000400, 1500000000000010400, 1500000000000000400",
        "a card on UTC,            1500000000000000400, 1500000000000010400, 1500000000000000400",
        "a card nobody sets,       1500000000300000000, 1500000000000000000, -9223372036854775808",
        "a card without a stamp,   0,                   1500000000000000000, -9223372036854775808",
        "no kernel stamp beside,   1500000000000000000, 0,                   -9223372036854775808"})
    void aCardsTimeIsBroughtToUtcByWholeSecondsOrNotUsed(String what, long card, long kernel, long expected) {
        assertEquals(expected, CardTime.utc(card, kernel), what);
    }

    @Test
    void theClockWithoutGarbageKeepsWithTheMachines() {
        AnchoredClock clock = new AnchoredClock();
        long end = System.nanoTime() + 1_200 * MILLI;   // past its next anchor
        while (System.nanoTime() < end) {
            long before = WallClock.epochNanos();
            long between = clock.epochNanos();
            long after = WallClock.epochNanos();

            assertTrue(before - 100_000 <= between && between <= after + 100_000, before + " " + between + " " + after);
        }
    }

    private void packets(PacketSource source, int count) {
        try {
            for (int i = 0; i < count; i++) {
                out.write(packet.clear());
                while (source.receive(buffer.clear()) == PacketSource.NONE) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel switches its receive times on a little after it is asked to. */
    private void prime(PacketSource source) throws IOException {
        do {
            out.write(packet.clear());
            await(source);
            buffer.clear();
        } while (source.stampSource() != StampSource.KERNEL);
    }

    private int await(PacketSource source) throws IOException {
        int length = source.receive(buffer);
        while (length == PacketSource.NONE) {
            assertTrue(selector.select(5_000) > 0, "no packet within 5 s");
            selector.selectedKeys().clear();
            length = source.receive(buffer);
        }
        return length;
    }

    private PacketSource source(String which) {
        Function<DatagramChannel, PacketSource> opening = which.equals("kernel") ? PacketSourceTest::kernel : PacketSources::jvm;
        return opening.apply(in);
    }

    private static PacketSource kernel(DatagramChannel channel) {
        PacketSource source = PacketSources.of("test", channel);
        Assumptions.assumeTrue(source instanceof KernelStamps, "no kernel receive times here: " + Libc.missing());
        return source;
    }
}
