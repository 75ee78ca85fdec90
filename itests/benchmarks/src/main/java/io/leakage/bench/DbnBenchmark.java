package io.leakage.bench;

import io.leakage.marketdata.wire.DbnDecoder;
import io.leakage.marketdata.wire.DbnListener;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * DBN records (mbo, and one mbp-1 among eight) in memory to fields, one thread: a listener that adds up every field of a book's records.
 * Beside it a bare walk that reads each record's length and type and nothing else, as no decoder can be faster.
 */
final class DbnBenchmark implements Benchmark {
    private static final int RECORDS = 2_000_000;
    private static final int ORDER = 56;
    private static final int TOP = 80;
    private static final double MILLION_A_SECOND = 20;

    private byte[] bytes = {};
    private final Sum sum = new Sum();
    private final DbnDecoder decoder = new DbnDecoder(sum, 3);
    private long walked;

    @Override
    public String name() {
        return "dbn";
    }

    @Override
    public Report run() throws Exception {
        bytes = records();
        Report report = new Duel(name(), "record")
                .contestant("header walk", this::walk)
                .contestant("ours", this::decode, Goal.atMost(1_000 / MILLION_A_SECOND), Goal.atMost(0))
                .run();
        if (walked == 0 || sum.records == 0) {
            throw new IllegalStateException("nothing was read");
        }
        double nanos = report.figures().stream().filter(figure -> figure.what().equals("ours") && figure.unit().equals("CPU ns/record"))
                .findFirst().orElseThrow().value();
        return report.figure("ours", "M records/s", 1_000 / nanos, Goal.atLeast(MILLION_A_SECOND));
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

    private static byte[] records() {
        Random random = new Random(3);
        ByteBuffer buffer = ByteBuffer.allocate(RECORDS / 8 * (7 * ORDER + TOP)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RECORDS; i++) {
            boolean top = i % 8 == 7;
            int length = top ? TOP : ORDER;
            int start = buffer.position();
            buffer.put((byte) (length / 4)).put((byte) (top ? 0x01 : 0xA0)).putShort((short) 1).putInt(random.nextInt(500)).putLong(i);
            while (buffer.position() < start + length) {
                buffer.putInt(random.nextInt());
            }
        }
        return buffer.array();
    }

    /** Adds up every field, so that none is left unread. */
    private static final class Sum implements DbnListener {
        private long sum;
        private long records;

        @Override
        public void order(int publisher, long id, long eventNanos, long order, long price9, long size, int flags, int channel, char action,
                char side, long receiveNanos, int inDelta, long sequence) {
            records++;
            sum += publisher + id + eventNanos + order + price9 + size + flags + channel + action + side + receiveNanos + inDelta
                    + sequence;
        }

        @Override
        public void top(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
                long receiveNanos, int inDelta, long sequence, long bid9, long offer9, long bidSize, long offerSize, long bidOrders,
                long offerOrders) {
            records++;
            sum += publisher + id + eventNanos + price9 + size + flags + depth + action + side + receiveNanos + inDelta + sequence + bid9
                    + offer9 + bidSize + offerSize + bidOrders + offerOrders;
        }
    }
}
