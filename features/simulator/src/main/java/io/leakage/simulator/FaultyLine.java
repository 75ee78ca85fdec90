package io.leakage.simulator;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A network that does to MoldUDP64 packets what {@link Faults} say, the same for the same seed: each packet goes in once, with the time it
 * was sent, and comes out by each line as often as it arrives, with the time it does. Line n takes 50 + 30·n µs and up to 20 µs more.
 * One thread.
 */
public final class FaultyLine {
    private static final long MICRO = 1_000L;
    private static final long OVERTAKEN = 8_000 * MICRO;

    private final Faults faults;
    private final Random random;
    private final Arrival arrival;
    private long silentUntil = Long.MIN_VALUE;

    /** Takes what arrives; not in the order of time, since packets overtake each other. */
    @FunctionalInterface
    public interface Arrival {
        /**
         * A packet will arrive.
         *
         * @param line   by this line, from 0
         * @param nanos  then
         * @param packet its bytes; not to be changed
         */
        void arrives(int line, long nanos, byte[] packet);
    }

    /** A network with these faults. */
    public FaultyLine(Faults faults, long seed, Arrival arrival) {
        this.faults = faults;
        this.random = new Random(seed);
        this.arrival = arrival;
    }

    /**
     * Sends a packet by every line.
     *
     * @param nanos  when
     * @param packet its bytes
     */
    public void send(long nanos, byte[] packet) {
        boolean lostOnAll = random.nextDouble() < faults.lossOnAll();
        boolean silence = random.nextDouble() < faults.silences();
        boolean silent = nanos < silentUntil;
        for (int line = 0; line < faults.lines(); line++) {
            boolean lost = random.nextDouble() < faults.loss();
            boolean late = random.nextDouble() < faults.reordering();
            boolean twice = random.nextDouble() < faults.duplication();
            boolean damaged = random.nextDouble() < faults.corruption();
            long then = nanos + (50 + 30L * line) * MICRO + random.nextInt(20_000) + (late ? (long) (random.nextDouble() * OVERTAKEN) : 0);
            byte[] bytes = damaged ? damaged(packet) : packet;
            if (!silent && !lostOnAll && !lost) {
                arrival.arrives(line, then, bytes);
                if (twice) {
                    arrival.arrives(line, then + random.nextInt(100_000), bytes);
                }
            }
        }
        if (silence && !silent) {
            silentUntil = nanos + faults.silenceNanos();
        }
    }

    /** Damage that a careful reader can see; what a checksum alone would show does not pass a real network's. */
    private byte[] damaged(byte[] packet) {
        byte[] bytes = packet.clone();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
            }
            case 1 -> buffer.putShort(18, (short) (buffer.getShort(18) + 1));
            case 2 -> buffer.putLong(10, 1L << 40 | random.nextLong() >>> 2);
            default -> buffer.putLong(0, random.nextLong());
        }
        return bytes;
    }
}
