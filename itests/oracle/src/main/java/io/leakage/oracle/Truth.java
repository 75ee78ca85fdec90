package io.leakage.oracle;

import io.leakage.simulator.DeskMessage;
import io.leakage.simulator.QuoteHistory;
import io.leakage.simulator.Stretch;

/**
 * What is true of a stretch, from its counterfactuals, which share its dice. Signs are the order's: positive is against it.
 * <ul>
 * <li>leak, of one footprint: the mid a horizon later less the mid there where the predator did not know that one as ours. Up to it the two
 * stretches are equal to the last byte, so nothing else is in it; in a world without a predator it is 0 by construction. What our order
 * did by resting, leaving or trading there it did in both, so it is no part of it;
 * <li>parts of the drift: leakage is the mid at the end less the mid where the predator knows nothing of ours; impact is the latter
 * less the mid without our orders; rest is how the mid moved without them since arrival;
 * <li>leak cost: over all fills, shares times what the predator had added to the mid just before, as against one who knows nothing of ours;
 * <li>saving: the mid at the end less the mid where the parent was switched at the turn to something that the predator does not know.
 * </ul>
 */
final class Truth {
    private static final long[] HORIZONS = {10_000_000L, 100_000_000L, 1_000_000_000L};

    private final Stretch with;
    private final Stretch blind;
    private final Stretch without;
    private final Stretch blindToOne;
    private final Stretch switched;
    private final int one;

    private Truth(Stretch with, Stretch blind, Stretch without, Stretch blindToOne, Stretch switched, int one) {
        this.switched = switched;
        this.with = with;
        this.blind = blind;
        this.without = without;
        this.blindToOne = blindToOne;
        this.one = one;
    }

    /**
     * Simulates the counterfactuals.
     *
     * @param with   what happened
     * @param chance from 0 to 1, draws the footprint to be blind to
     */
    static Truth of(Stretch with, double chance) {
        Stretch.Options options = with.options();
        Stretch without = run(options.withoutOrders());
        if (options.world().isNull()) {
            return new Truth(with, with, without, with, with, 0);
        }
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < options.instruments(); i++) {
            fewest = Math.min(fewest, with.seen(i).size());
        }
        int one = (int) (chance * fewest);
        return new Truth(with, run(options.blindTo(Stretch.ALL)), without, run(options.blindTo(one)), run(options.switchedAtTurn()), one);
    }

    private static Stretch run(Stretch.Options options) {
        return Stretch.run(options, (bytes, offset, length) -> { });
    }

    /** {@return what the one footprint changed by each horizon, in basis points} */
    double[] left(int parent) {
        double[] left = new double[HORIZONS.length];
        if (with == blindToOne) {
            return left;
        }
        long nanos = with.seen(parent).get(one).nanos();
        for (int h = 0; h < left.length; h++) {
            left[h] = bps(parent, with, nanos + HORIZONS[h], blindToOne, nanos + HORIZONS[h]);
        }
        return left;
    }

    boolean leftTraded(int parent) {
        return with != blindToOne && with.seen(parent).get(one).traded();
    }

    double impact(int parent) {
        return bps(parent, blind, with.close(), without, with.close());
    }

    double leakage(int parent) {
        return bps(parent, with, with.close(), blind, with.close());
    }

    double rest(int parent) {
        return bps(parent, without, with.close(), without, with.arrival());
    }

    /** {@return currency} */
    double leakCost(int parent) {
        double cost = 0;
        String id = with.parents().get(parent).id();
        for (DeskMessage message : with.orders()) {
            if ("F".equals(message.get(150)) && id.equals(message.get(526))) {
                long nanos = nanos(message) - 1;
                double added = twiceMid(with, parent, nanos) - twiceMid(blind, parent, nanos);
                cost += sign(parent) * added / 2e8 * Long.parseLong(message.get(32));
            }
        }
        return cost;
    }

    /** {@return the parent at the turn, and what came of it switched and not} */
    SwitchCase switchCase(int parent) {
        long turn = Stretch.turn(with.options());
        double before = bps(parent, with, turn, with, with.arrival());
        double remaining = (double) (with.close() - turn) / (turn - with.arrival());
        return new SwitchCase(before, -before * remaining, -bps(parent, switched, with.close(), with, turn),
                -bps(parent, with, with.close(), with, turn));
    }

    private static long nanos(DeskMessage fill) {
        String time = fill.get(60);
        long seconds = Long.parseLong(time.substring(9, 11)) * 3600 + Long.parseLong(time.substring(12, 14)) * 60
                + Long.parseLong(time.substring(15, 17));
        long nanos = seconds * 1_000_000_000L + Long.parseLong(time.substring(18));
        return nanos - Math.floorMod(Stretch.midnightNanos(), 86_400_000_000_000L);
    }

    private double bps(int parent, Stretch one, long oneNanos, Stretch other, long otherNanos) {
        double moved = twiceMid(one, parent, oneNanos) - twiceMid(other, parent, otherNanos);
        return 1e4 * sign(parent) * moved / twiceMid(with, parent, with.arrival());
    }

    /** NaN when a side of the book is empty. */
    private static double twiceMid(Stretch of, int parent, long nanos) {
        long mid = of.quotes(parent).doubleMid(nanos);
        return mid == QuoteHistory.NO_PRICE ? Double.NaN : mid;
    }

    private int sign(int parent) {
        return with.parents().get(parent).side().sign();
    }
}
