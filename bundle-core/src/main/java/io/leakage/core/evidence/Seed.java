package io.leakage.core.evidence;

/**
 * Chance that can be repeated: a number is drawn from what it is for (day, instrument, time of the footprint …), never from what was drawn
 * before. So the same input gives the same draws in whatever order things became known. The mixing is SplitMix64's (Steele, Lea and Flood,
 * "Fast splittable pseudorandom number generators", 2014).
 */
public final class Seed {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private Seed() {
    }

    /** {@return a seed for an instrument on the UTC day of a time} */
    public static long of(long nanos, int instrument) {
        return with(with(GOLDEN, Math.floorDiv(nanos, DAY_NANOS)), instrument);
    }

    /** {@return a seed that depends on another and on a number, and looks like neither} */
    public static long with(long seed, long number) {
        long bits = seed + GOLDEN * (number + 1);
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    /** {@return uniform on [0, 1)} */
    public static double uniform(long seed) {
        return (seed >>> 11) * 0x1p-53;
    }

    /** {@return uniform on 0 … {@code bound} − 1} */
    static int below(long seed, int bound) {
        return (int) (uniform(seed) * bound);
    }
}
