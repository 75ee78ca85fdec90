package io.leakage.core.evidence;

import java.util.Arrays;

/**
 * Draws the placebos of a footprint: {@value #K} of the newest {@value #MOST} instants of its pool that lie within the
 * {@value #REACH_NANOS} ns before it, were wholly over before it, had no own footprint within a horizon on either side, and found the
 * market in the same state. When that is too few, states are widened in a fixed order: the volatility may lie in the next class, then the
 * imbalance is let go, then the spread. A volatility further off is never taken; when only that keeps them too few, the market has broken
 * with its last ten minutes.
 *
 * <p>Instants in the life of the footprint's own order are taken alone where they suffice, and once it has lived {@value #YOUNG} times as
 * long as it takes to see {@value #K} of them no others are: a drift that came with the order is theirs as well, and not taken for an
 * answer to it. One draw at a time; allocates nothing.
 */
final class Draw {
    /** So many placebos a footprint. */
    static final int K = 19;
    /** How far back they may lie: ten minutes. */
    static final long REACH_NANOS = 600_000_000_000L;
    /** Among so many they are drawn at most. */
    static final int MOST = 128;
    /** An order is young for so many times as long as it takes to see {@value #K} instants. */
    static final int YOUNG = 2;

    private final long[][] found = new long[MarketState.ANYTHING + 1][MOST];
    private final int[] counts = new int[MarketState.ANYTHING + 1];
    /** How many of them, the first ones, lie in the life of the order. */
    private final int[] own = new int[MarketState.ANYTHING + 1];
    private final double[] moves = new double[K];
    private final long[] numbers = new long[K];
    private boolean grown;
    private int widening;

    /**
     * Draws.
     *
     * @param pool    the instants there are
     * @param trail   own footprints of the instrument
     * @param nanos   when the footprint was
     * @param horizon in nanoseconds
     * @param since   when its order showed something first
     * @param state   of the market just before the footprint, known
     * @param seed    what the draw depends on besides
     * @return false when there were too few
     */
    boolean draw(PlaceboPool pool, Trail trail, long nanos, long horizon, long since, int state, long seed) {
        grown = nanos - since >= YOUNG * K * Placebos.step(horizon);
        find(pool, trail, nanos, horizon, since, state);
        for (widening = 0; widening < MarketState.WIDENINGS; widening++) {
            int count = count(widening);
            if (count >= K) {
                choose(pool, found[widening], count, seed);
                return true;
            }
        }
        return false;
    }

    /** {@return how many there are to choose from} */
    private int count(int widened) {
        return grown || own[widened] >= K ? own[widened] : counts[widened];
    }

    /** {@return after a draw that found too few, whether there were enough but for their volatility} */
    boolean isBroken() {
        return count(MarketState.ANYTHING) >= K;
    }

    private void find(PlaceboPool pool, Trail trail, long nanos, long horizon, long since, int state) {
        Arrays.fill(counts, 0);
        Arrays.fill(own, 0);
        int before = trail.count();   // so many own footprints lie not after a window and its horizon before
        long oldest = pool.firstSince(grown ? Math.max(since, nanos - REACH_NANOS) : nanos - REACH_NANOS);
        for (long number = pool.added() - 1; number >= oldest && counts[0] < MOST; number--) {
            int likeness = MarketState.likeness(state, pool.state(number));
            if (counts[likeness] == MOST) {
                continue;   // there are enough of its like: of most instants not even the time is read
            }
            long instant = pool.nanos(number);
            while (before > 0 && trail.at(before - 1).nanos() > instant + horizon) {
                before--;
            }
            boolean spoiled = before > 0 && trail.at(before - 1).nanos() >= instant - horizon;
            if (instant + horizon < nanos && !spoiled) {
                include(number, likeness, instant >= since);
            }
        }
    }

    private void include(long number, int likeness, boolean ofTheOrder) {
        for (int i = likeness; i <= MarketState.ANYTHING; i++) {
            if (counts[i] < MOST) {
                found[i][counts[i]++] = number;
                own[i] += ofTheOrder ? 1 : 0;
            }
        }
    }

    /** The first K of a shuffle. */
    private void choose(PlaceboPool pool, long[] from, int count, long seed) {
        for (int i = 0; i < K; i++) {
            int other = i + Seed.below(Seed.with(seed, i), count - i);
            long number = from[other];
            from[other] = from[i];
            from[i] = number;
            numbers[i] = number;
            moves[i] = pool.move(number);
        }
    }

    /** {@return their moves, signed for an order; to read before the next draw} */
    double[] signed(int sign) {
        for (int i = 0; i < K; i++) {
            moves[i] *= sign;
        }
        return moves;
    }

    /** {@return their numbers in the pool} */
    long[] numbers() {
        return numbers;
    }

    /** {@return how far states were widened, 0 not at all} */
    int widening() {
        return widening;
    }

    /**
     * {@return mean move of all instants alike that lie at {@code since} or later, NaN when they are fewer than {@code least}} To ask after a draw
     * that succeeded.
     */
    double quiet(PlaceboPool pool, long since, int least) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < counts[widening]; i++) {
            long number = found[widening][i];
            if (pool.nanos(number) >= since) {
                sum += pool.move(number);
                count++;
            }
        }
        return count < least ? Double.NaN : sum / count;
    }
}
