package io.leakage.api.score;

import io.leakage.api.event.ClockState;
import java.util.EnumSet;
import java.util.Set;

/** Why a number is missing or doubtful, or what a reader must know beside it. Kept as bits of a {@code long}. */
public enum Flag {
    /** No execution yet. */
    NO_FILL,
    /** The order is still working. */
    OPEN,
    /** The market data has not come as far as the time asked for. */
    AWAITING_MARKET_DATA,
    /** No mid at arrival: nothing to measure against. */
    NO_ARRIVAL_PRICE,
    /** The time asked for lies before what the quote tape still holds. */
    BEFORE_TAPE,
    /** A side of the book was empty. */
    ONE_SIDED,
    /** Bid above offer. */
    CROSSED,
    /** Bid equal to offer; the mid is defined. */
    LOCKED,
    /** Trading was halted. */
    HALT,
    /** Quotation or auction only. */
    AUCTION,
    /** The feed ended before the horizon. */
    CENSORED,
    /** Market data was lost. */
    MD_GAP,
    /** Market data was dropped or stopped coming. */
    MD_STALE,
    /** The feed is behind its venue: what is measured now was so a while ago. */
    LAGGED,
    /** An event did not fit the book. */
    BOOK_SUSPECT,
    /** Arrival taken from a report or a child, no NewOrderSingle was seen. */
    ARRIVAL_INFERRED,
    /** The order names no parent and none names it: it is its own. */
    PARENT_UNKNOWN,
    /** A fill is through its own limit price. */
    FILL_THROUGH_LIMIT,
    /** CumQty, LeavesQty or AvgPx of the report disagree with our own sum. */
    RECON_MISMATCH,
    /** An execution was corrected or busted. */
    CORRECTED,
    /** The same execution came twice with different content; the first stands. */
    CONFLICT,
    /** A fill came after the order's end. */
    LATE_FILL,
    /** An amount passed the range of 64-bit integers. */
    OVERFLOW,
    /** A time was missing or unreadable; another stands in. */
    TIME_INFERRED,
    /** The feed's clock went backwards, or ran ahead of ours by more than ours can be off. */
    CLOCK_INCONSISTENT,
    /** What was taken for a parent turned out to be the child of another; its row is no longer shown. */
    RELINKED,
    /** Trading was paused for volatility, or a market-wide breaker was reached. */
    LULD,
    /** A print inside the window was broken later. */
    MD_CORRECTED,
    /** The venue emptied the book inside the window. */
    BOOK_CLEARED,
    /** The time asked for lies before the first message of the feed; or of an order's life the drop copy never told the beginning. */
    PARTIAL_HISTORY,
    /** Two sources of this instrument's quote disagree. */
    SOURCE_CONFLICT,
    /** The order's time is known too coarsely to say which quotes came before it. */
    ORDER_UNDECIDABLE,
    /** The machine's clock is not synchronised. */
    CLOCK_UNSYNC,
    /** The source of the machine's clock has fallen silent. */
    CLOCK_HOLDOVER,
    /** The machine's clock jumped. */
    CLOCK_STEP,
    /** The machine's clock may be off by a whole number of seconds, as TAI is from UTC. */
    CLOCK_TAI_SUSPECT,
    /** Sent, and not answered for a while; not counted as working. */
    NOT_ACKNOWLEDGED,
    /** Cancelled by the other side, nobody asked. */
    UNSOLICITED,
    /** A correction or bust waits for the execution it refers to. */
    CORRECTION_WAITING,
    /** An execution that only repeats another: a leg of a spread told as a whole, or a copy under another account; it does not count. */
    TOLD_ELSEWHERE,
    /** A corporate action changed what a share is; what was executed before is told in new shares. */
    RESTATED,
    /** The currency, price unit or symbol of a report is not its order's, and nobody told how one becomes the other. */
    UNIT_AMBIGUOUS,
    /** Another parent worked the same instrument on the other side at the same time. */
    CROSS_PARENT,
    /** Messages of a drop copy that tells of it are missing and were asked for. */
    DC_GAP,
    /** A drop copy that tells of it numbered its messages anew: what was told before may be lost. Until a later report agrees. */
    DC_EPOCH,
    /** A drop copy that tells of it kept nothing for us for a while: what happened then is not known. Until a later report agrees. */
    DC_HOLE,
    /** A drop copy that tells of it has fallen silent. */
    DC_STALE,
    /** A number it needs was not told: the order's quantity, a decision price, fees, reference data. */
    NO_REFERENCE,
    /** What was observed does not single out a number: a move below a tick, a quote without a spread, too few cases. */
    NOT_IDENTIFIED,
    /** A fill did not say whether it took liquidity; the quote just before it does. */
    AGGRESSOR_INFERRED,
    /** Nobody told a day's volatility or volume: they are what the tape up to the arrival taught. */
    LEARNED,
    /** Too few instants alike at which we did nothing, to hold a footprint against. */
    TOO_FEW_PLACEBOS,
    /** The market was far more or far less volatile when a footprint was shown than at all instants it could be held against. */
    VOLATILITY_BREAK,
    /** Its day is over by its drop copy's calendar, and nobody told how it ended: it is taken as expired. */
    DAY_OVER;

    private static final Flag[] ALL = values();
    /** With one of these a number is shown, but how far it may be off nobody knows: it has no interval. */
    private static final long UNBOUNDED = ARRIVAL_INFERRED.bit() | RECON_MISMATCH.bit() | CONFLICT.bit()
            | TIME_INFERRED.bit() | CLOCK_INCONSISTENT.bit() | CORRECTION_WAITING.bit() | RESTATED.bit()
            | UNIT_AMBIGUOUS.bit() | LEARNED.bit() | DC_GAP.bit() | DC_EPOCH.bit() | DC_STALE.bit();
    /** With one of these a number is shown with its interval, but is not to be acted upon. */
    private static final long DEGRADING = UNBOUNDED | MD_GAP.bit() | MD_STALE.bit() | BOOK_SUSPECT.bit()
            | BOOK_CLEARED.bit() | LAGGED.bit() | HALT.bit() | AUCTION.bit() | LULD.bit()
            | SOURCE_CONFLICT.bit() | PARTIAL_HISTORY.bit()
            | ONE_SIDED.bit() | CROSSED.bit() | CENSORED.bit() | BEFORE_TAPE.bit();

    /** {@return this flag as a bit} */
    public long bit() {
        return 1L << ordinal();
    }

    /** {@return whether this flag is among the bits} */
    public boolean in(long bits) {
        return (bits & bit()) != 0;
    }

    /** {@return the flags among the bits, in the order of this enum} */
    public static Set<Flag> of(long bits) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : ALL) {
            if (flag.in(bits)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** {@return the bits of a clock in this state, 0 when nobody told of one} */
    static long of(ClockState state) {
        if (state == null) {
            return 0;
        }
        return switch (state) {
            case LOCKED -> 0;
            case HOLDOVER -> CLOCK_HOLDOVER.bit();
            case FREE, UNSYNC -> CLOCK_UNSYNC.bit();
            case STEPPED -> CLOCK_STEP.bit();
            case TAI_SUSPECT -> CLOCK_TAI_SUSPECT.bit();
        };
    }

    /** {@return whether a number with these bits is {@link Status#DEGRADED}: shown, and not to be acted upon} */
    public static boolean degrade(long bits) {
        return (bits & DEGRADING) != 0;
    }

    /** {@return whether nobody knows how far a number with these bits may be off: it has no interval} */
    public static boolean unbound(long bits) {
        return (bits & UNBOUNDED) != 0;
    }
}
