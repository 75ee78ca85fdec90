package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/** Time and an administrator's decisions, as events like any other. Any thread may call. */
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
     * These rules are in force from now on, in place of the desk's earlier ones.
     *
     * @param desk the desk's id; null for every desk that has no rules of its own
     * @param json the rules; null for none
     * @throws IllegalArgumentException when they cannot be read, with line, column, what was found and what was expected; the earlier
     *                                  ones stay in force
     */
    void rules(String desk, String json);
}
