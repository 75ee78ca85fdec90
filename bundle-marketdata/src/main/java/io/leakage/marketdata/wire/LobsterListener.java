package io.leakage.marketdata.wire;

/** One line of a LOBSTER message file, as primitives. Called by {@link LobsterDecoder} on the caller's thread. */
@FunctionalInterface
public interface LobsterListener {
    /**
     * An event.
     *
     * @param nanos  nanoseconds since midnight in the venue's zone
     * @param type   1 a new order, 2 part of one cancelled, 3 one deleted, 4 a displayed order traded, 5 a hidden one traded, 6 an auction
     *               traded, 7 a trading halt (price −1 halted, 0 quoting, 1 trading)
     * @param order  the order's number; 0 for a hidden one
     * @param shares whole units
     * @param price4 units of 1e-4
     * @param buy    whether it is about a buy order; an execution's direction is the resting order's
     */
    void event(long nanos, int type, long order, long shares, long price4, boolean buy);
}
