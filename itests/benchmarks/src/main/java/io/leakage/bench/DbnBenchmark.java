package io.leakage.bench;

import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.wire.DbnDecoder;
import io.leakage.marketdata.wire.DbnListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * DBN records (mbo, and one mbp-1 among eight), one thread: in memory to fields, for a listener that adds up every field of a book's
 * records; and from a file through the mapping to an inlet that takes in every field too. Beside them a bare walk that reads each record's
 * length and type and nothing else, as no decoder can be faster.
 */
final class DbnBenchmark implements Benchmark {
    private static final int RECORDS = 2_000_000;
    private static final int ORDER = 56;
    private static final int TOP = 80;
    private static final int INSTRUMENTS = 500;
    private static final int WIDTH = 8;
    private static final double MILLION_A_SECOND = 20;

    private byte[] bytes = {};
    private final Sum sum = new Sum();
    private final CountingInlet inlet = new CountingInlet();
    private final DbnDecoder decoder = new DbnDecoder(sum, 3);
    private long walked;

    @Override
    public String name() {
        return "dbn";
    }

    @Override
    public Report run() throws Exception {
        bytes = records();
        Path file = Files.createTempFile("records", ".dbn");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(head());
                out.write(bytes);
            }
            return run(file);
        } finally {
            Files.delete(file);
        }
    }

    private Report run(Path file) throws Exception {
        Report report = new Duel(name(), "record")
                .contestant("header walk", this::walk)
                .contestant("ours", this::decode, Goal.atMost(1_000 / MILLION_A_SECOND), Goal.atMost(0))
                .contestant("ours, file to inlet", () -> play(file), Goal.atMost(1_000 / MILLION_A_SECOND), null)
                .run();
        if (walked == 0 || sum.sum == 0 || inlet.digest() == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return report.figure("ours", "M records/s", 1_000 / report.value("ours", "CPU ns/record"), Goal.atLeast(MILLION_A_SECOND))
                .figure("ours, file to inlet", "M records/s", 1_000 / report.value("ours, file to inlet", "CPU ns/record"), Goal.atLeast(MILLION_A_SECOND));
    }

    private long play(Path file) throws IOException {
        try (RecordedFeed feed = FeedFormat.DBN.open(file, VenueDay.undated(), inlet, problem -> {
            throw new IllegalStateException(problem);
        })) {
            while (feed.next()) {
                continue;
            }
            return feed.messages();
        }
    }

    private long walk() {
        long records = 0;
        for (int at = 0; at < bytes.length; at += DbnDecoder.lengthOf(bytes, at)) {
            walked += DbnDecoder.typeOf(bytes, at);
            records++;
        }
        return records;
    }

    private long decode() {
        long records = 0;
        int at = 0;
        while (at < bytes.length) {
            int length = DbnDecoder.lengthOf(bytes, at);
            decoder.decode(bytes, at, length);
            at += length;
            records++;
        }
        return records;
    }

    /** A head of version 3: number n is the symbol "n" on the first day of the epoch, which all records are of. */
    private static byte[] head() {
        int mapping = WIDTH + 4 + 8 + WIDTH;
        ByteBuffer head = ByteBuffer.allocate(8 + 100 + 5 * 4 + INSTRUMENTS * mapping).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {'D', 'B', 'N', 3}).putInt(head.capacity() - 8).putShort(53, (short) WIDTH)
                .putInt(124, INSTRUMENTS).position(128);
        for (int i = 0; i < INSTRUMENTS; i++) {
            byte[] number = Integer.toString(1_000 + i).getBytes(StandardCharsets.US_ASCII);
            head.put(number).putInt(0).putInt(1).putInt(19_700_101).putInt(19_700_102).put(Integer.toString(i).getBytes(
                    StandardCharsets.US_ASCII)).position(128 + (i + 1) * mapping);
        }
        return head.array();
    }

    private static byte[] records() {
        Random random = new Random(3);
        ByteBuffer buffer = ByteBuffer.allocate(RECORDS / 8 * (7 * ORDER + TOP)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RECORDS; i++) {
            boolean top = i % 8 == 7;
            int length = top ? TOP : ORDER;
            int start = buffer.position();
            buffer.put((byte) (length / 4)).put((byte) (top ? 0x01 : 0xA0)).putShort((short) 1).putInt(random.nextInt(INSTRUMENTS))
                    .putLong(i);
            while (buffer.position() < start + length) {
                buffer.putInt(random.nextInt());
            }
            buffer.putLong(start + (top ? 32 : 40), i);   // when it was received: on the same day
            if (!top) {
                buffer.put(start + 38, (byte) ("AACC".charAt(i % 4))).put(start + 39, (byte) ("BA".charAt(i % 2)));
            }
        }
        return buffer.array();
    }

    /** Adds up every field, so that none is left unread. */
    private static final class Sum implements DbnListener {
        private long sum;

        @Override
        public void order(int publisher, long id, long eventNanos, long order, long price9, long size, int flags, int channel, char action,
                char side, long receiveNanos, int inDelta, long sequence) {
            sum += publisher + id + eventNanos + order + price9 + size + flags + channel + action + side + receiveNanos + inDelta
                    + sequence;
        }

        @Override
        public void top(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
                long receiveNanos, int inDelta, long sequence, long bid9, long offer9, long bidSize, long offerSize, long bidOrders,
                long offerOrders) {
            sum += publisher + id + eventNanos + price9 + size + flags + depth + action + side + receiveNanos + inDelta + sequence + bid9
                    + offer9 + bidSize + offerSize + bidOrders + offerOrders;
        }
    }
}
