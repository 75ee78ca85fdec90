package io.leakage.simulator;

/**
 * A stream of random numbers that belongs to one cause (one instrument's arrivals, one background order, one parent), found by its key
 * and not by its turn: what one cause draws never shifts another's numbers. That is what makes two days of one seed a pair.
 * SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Draws {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Draws(long seed, long kind, long number) {
        state = mix(mix(mix(seed + GOLDEN) ^ kind * GOLDEN) + number * GOLDEN);
    }

    /** {@return all bits of {@code z} mixed into each other} */
    static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        long b = (a ^ a >>> 27) * 0x94D0_49BB_1331_11EBL;
        return b ^ b >>> 31;
    }

    /** {@return 64 random bits} */
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** {@return uniform in [0, 1)} */
    double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    /** {@return uniform in [low, high)} */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** {@return uniform whole number from low to high, both included} */
    long whole(long low, long high) {
        return low + (long) (uniform() * (high - low + 1));
    }

    /** {@return exponential with this mean} */
    double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }

    /** {@return standard normal, from two uniforms} */
    double normal() {
        return Math.sqrt(exponential(2)) * Math.cos(2 * Math.PI * uniform());
    }
}
