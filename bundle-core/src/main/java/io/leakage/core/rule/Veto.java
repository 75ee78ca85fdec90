package io.leakage.core.rule;

import io.leakage.api.event.ClockState;
import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why nothing may be done although a rule fired. */
public enum Veto {
    /** Trading stands still, is in auction, or is paused. */
    HALT(EnumSet.of(Flag.HALT, Flag.AUCTION, Flag.LULD)),
    /** The market has become another: a number the rule asked is not told apart from it. */
    VOLATILITY(EnumSet.of(Flag.NOT_IDENTIFIED, Flag.VOLATILITY_BREAK)),
    /** What is known is old, of the market or of the order. */
    STALE(EnumSet.of(Flag.MD_STALE, Flag.DC_STALE, Flag.LAGGED)),
    /** Something is missing, of the market or of the order. */
    GAPPED(EnumSet.of(Flag.MD_GAP, Flag.BOOK_SUSPECT, Flag.DC_GAP, Flag.DC_HOLE)),
    /** The machine's clock cannot be trusted, or nobody told it. */
    UNSYNCED(EnumSet.noneOf(Flag.class));

    private final long flags;

    Veto(Set<Flag> flags) {
        this.flags = flags.stream().mapToLong(Flag::bit).reduce(0, (some, one) -> some | one);
    }

    /** {@return its bit among those that hold} */
    public int bit() {
        return 1 << ordinal();
    }

    /** {@return the names of these bits, in the order in which they stand here} */
    static List<String> names(int bits) {
        return Arrays.stream(values()).filter(veto -> (bits & veto.bit()) != 0).map(Veto::name).toList();
    }

    /** {@return whether a row says so, of the order or of any number a rule looked at} */
    boolean holds(ParentRow row, long flagsOfNumbers) {
        if (this == UNSYNCED) {
            return row.clockState() != ClockState.LOCKED && row.clockState() != ClockState.HOLDOVER;
        }
        return ((row.flags() | flagsOfNumbers) & flags) != 0;
    }
}
