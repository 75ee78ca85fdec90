package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Time and an administrator's decisions, as events like any other. Any thread may call. A call waits while the ring is full, so it is
 * nothing for the thread of a user interface.
 */
@ProviderType
public interface DeskInlet {
    /**
     * Says what the machine's clock read, and how good it is. The core has no other clock.
     *
     * @param epochNanos       nanoseconds since the epoch, UTC
     * @param state            how far it may be trusted
     * @param uncertaintyNanos what it is off by at most, {@link Absent#LONG} when nothing bounds it
     */
    void clock(long epochNanos, ClockState state, long uncertaintyNanos);

    /**
     * Orders of this account belong to this desk from now on.
     *
     * @param desk    the desk's id ({@code equities-us})
     * @param account Account (FIX 1) as it stands in the drop copy
     * @param enabled false takes the account away again: its new orders are unassigned
     */
    void desk(String desk, String account, boolean enabled);

    /**
     * Orders that say this belong to this desk from now on; of several keys the first that a desk has claimed decides.
     *
     * @param desk  the desk's id
     * @param key   by what
     * @param value as it stands in the drop copy; for {@link OrderKey#CUSTOM} with its tag ({@code 9700=US-EQ})
     * @param given false takes it away again: new orders that say it are unassigned
     */
    void claim(String desk, OrderKey key, String value, boolean given);

    /**
     * What is on for a desk from now on, and how far it may go.
     *
     * @param desk  the desk's id
     * @param terms null when the desk is no more: its orders are judged by the rules of every desk, and none is switched
     * @throws IllegalArgumentException when their numbers have so many digits that no event has room for them
     */
    void terms(String desk, DeskTerms terms);

    /**
     * These rules are in force from now on, in place of the desk's earlier ones.
     *
     * @param desk the desk's id; null for every desk that has no rules of its own
     * @param json the rules; null for none
     * @throws IllegalArgumentException when they cannot be read, with line, column, what was found and what was expected; the earlier
     *                                  ones stay in force
     */
    void rules(String desk, String json);
}
