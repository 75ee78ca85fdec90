package io.leakage.marketdata.tape;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes that are almost right: seeds with a few places changed, cut or doubled, now and then pure noise. The same for the same seed. */
public final class Mutations {
    /** The longest that comes out. */
    public static final int LONGEST = 4_096;
    private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x10000, 12, 16};

    private final Random random;
    private final List<byte[]> seeds;

    /** Mutations of these, of which none is empty. */
    public Mutations(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /** {@return the next, its own array} */
    public byte[] next() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(LONGEST)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 4; i++) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2, 3 -> extreme(bytes, Math.min(at, bytes.length - 4), EXTREMES[random.nextInt(EXTREMES.length)]);
            case 4 -> {
                return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            default -> {
                return doubled(bytes, at);
            }
        }
        return bytes;
    }

    private void extreme(byte[] bytes, int at, int value) {
        boolean big = random.nextBoolean();
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (big ? 3 - i : i));
        }
    }

    /** A stretch comes twice. */
    private byte[] doubled(byte[] bytes, int at) {
        int length = Math.min(random.nextInt(64), Math.min(bytes.length - at, LONGEST - bytes.length));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}
