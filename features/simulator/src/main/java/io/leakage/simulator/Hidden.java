package io.leakage.simulator;

/**
 * Orders at the mid that nobody sees. Whether some wait is settled by the seed and the instant, so that two days of one seed find the
 * same ones.
 *
 * @param seed  the dice
 * @param share how many takers of a hundred find one, as a share from 0 to 1
 */
record Hidden(long seed, double share) {
    /** There are none. */
    static final Hidden NONE = new Hidden(0, 0);

    private static final long STREAM = 8;

    /** {@return shares a taker finds who comes at this instant} */
    long shares(int locate, long nanos) {
        if (share == 0) {
            return 0;
        }
        Draws draws = new Draws(seed, STREAM, nanos + locate);
        return draws.uniform() < share ? draws.whole(1, 3) * 100 : 0;
    }
}
