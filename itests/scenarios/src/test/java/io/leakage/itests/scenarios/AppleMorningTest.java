package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.desk.SymbolBook;
import io.leakage.marketdata.feed.ItchFile;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.LineAddress;
import io.leakage.marketdata.feed.LiveSettings;
import io.leakage.marketdata.feed.UdpFraming;
import io.leakage.marketdata.feed.UdpReceiver;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.MessageSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Apple on 2020-01-30 before the open, 10,000 real messages: our book must be the recorder's, level by level. */
class AppleMorningTest {
    private static final Path DAY = Path.of(System.getProperty("leakage.data", "."), "itch/aapl-20200130-premarket-10k.itch50");
    private static final Path LADDER = DAY.resolveSibling("aapl-20200130-premarket-10k.ladder.csv");

    private final SymbolBook book = new SymbolBook("AAPL");
    private final ItchToInlet itch = new ItchToInlet(book, VenueDay.undated());
    private final List<String> problems = new ArrayList<>();

    @Test
    void theBookReadFromTheFileIsTheRecorders() throws IOException {
        try (ItchFile file = open()) {
            file.readAll(itch);
        }

        assertEquals(Files.readAllLines(LADDER), ladder());
        assertEquals(79, book.levels(Side.BUY));
        assertEquals(63, book.levels(Side.SELL));
        assertEquals(List.of(), problems);
    }

    @Test
    void theBookHeardOverUdpIsTheRecorders() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Arrivals arrivals = new Arrivals(itch);
        try (ItchFile file = open(); DatagramChannel line = DatagramChannel.open();
                UdpReceiver receiver = UdpReceiver.open("apple", UdpFraming.MOLD,
                        LiveSettings.of(new LineAddress(loopback, 0, null)), arrivals)) {
            line.connect(new InetSocketAddress(loopback, receiver.port(0)));
            file.readAll(new Departures(line, arrivals.room));

            assertTrue(arrivals.end.await(30, TimeUnit.SECONDS), "no end of session");
            assertEquals(0, receiver.state().lost());
        }
        assertEquals(Files.readAllLines(LADDER), ladder());
    }

    private ItchFile open() throws IOException {
        Assumptions.assumeTrue(Files.exists(DAY), () -> "no recording at " + DAY);
        return ItchFile.open(DAY, problems::add);
    }

    private List<String> ladder() {
        List<String> lines = new ArrayList<>(List.of("side,price,shares,orders"));
        for (Side side : Side.values()) {
            for (int level = 0; level < book.levels(side); level++) {
                lines.add((side == Side.BUY ? "B," : "S,") + BigDecimal.valueOf(book.price(side, level), 8).setScale(2) + ","
                        + book.shares(side, level) + "," + book.orders(side, level));
            }
        }
        return lines;
    }

    /** Sends each message as a packet, while the receiver has room: loopback drops what overflows the socket's buffer. */
    private record Departures(DatagramChannel line, Semaphore room) implements MessageSink {
        @Override
        public void packet(long receiveNanos) {
            // one message is one packet
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            room.acquireUninterruptibly();
            send(header(sequence, 1, 2 + length).putShort((short) length).put(buffer, offset, length));
            return true;
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            throw new AssertionError("the file has a gap from " + fromSequence + " to " + toSequence);
        }

        @Override
        public void ended(long sequence) {
            send(header(sequence, 0xFFFF, 0));
        }

        private static ByteBuffer header(long sequence, int count, int more) {
            return ByteBuffer.allocate(20 + more).put("0123456789".getBytes()).putLong(sequence).putShort((short) count);
        }

        private void send(ByteBuffer packet) {
            try {
                line.write(packet.flip());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Hands on what was received and makes room for as much. */
    private static final class Arrivals implements LiveSink {
        private final Semaphore room = new Semaphore(200);
        private final CountDownLatch end = new CountDownLatch(1);
        private final LiveSink next;

        Arrivals(LiveSink next) {
            this.next = next;
        }

        @Override
        public void packet(long receiveNanos) {
            next.packet(receiveNanos);
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            boolean read = next.message(sequence, buffer, offset, length);
            room.release();
            return read;
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            next.gap(fromSequence, toSequence);
        }

        @Override
        public void ended(long sequence) {
            next.ended(sequence);
            end.countDown();
        }

        @Override
        public void filled() {
            next.filled();
        }

        @Override
        public void recovering() {
            throw new AssertionError("nobody was asked for a snapshot");
        }

        @Override
        public void recovered(long sequence) {
            throw new AssertionError("nobody was asked for a snapshot");
        }

        @Override
        public void silent(boolean silent) {
            next.silent(silent);
        }

        @Override
        public void lagging(long nanos) {
            next.lagging(nanos);
        }

        @Override
        public void sessionChanged() {
            throw new AssertionError("there is one session");
        }

        @Override
        public long venueNanos() {
            return next.venueNanos();
        }
    }
}
