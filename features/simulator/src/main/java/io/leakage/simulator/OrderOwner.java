package io.leakage.simulator;

/** Wants to hear of an order's executions; background orders have none. */
@FunctionalInterface
interface OrderOwner {
    /**
     * Part of the order traded, at the agenda's present instant.
     *
     * @param shares      how many
     * @param price       units of 1e-8
     * @param matchNumber the venue's number of the match
     * @param added       true when the order was resting, false when it took
     */
    void executed(long shares, long price, long matchNumber, boolean added);
}
