package io.leakage.ui.text;

import io.leakage.api.score.Flag;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words why a number is missing or doubtful. */
public final class Reasons {
    private Reasons() {
    }

    /** {@return the reasons among these {@link Flag} bits, separated by semicolons, empty for none} */
    public static String of(long bits) {
        return Flag.of(bits).stream().map(Reasons::of).collect(Collectors.joining("; "));
    }

    /** {@return the reason in words; a flag newer than this class by its name} */
    public static String of(Flag flag) {
        return switch (flag) {
            case NO_FILL -> "no execution yet";
            case OPEN -> "the order is still working";
            case AWAITING_MARKET_DATA -> "the market data has not come that far";
            case NO_ARRIVAL_PRICE -> "no mid at arrival, nothing to measure against";
            case BEFORE_TAPE -> "the time asked for lies before the quotes still held";
            case ONE_SIDED -> "a side of the book was empty";
            case CROSSED -> "the bid was above the offer";
            case LOCKED -> "the bid was equal to the offer";
            case HALT -> "trading was halted";
            case AUCTION -> "quotation or auction only";
            case CENSORED -> "the feed ended before the horizon";
            case MD_GAP -> "market data was lost";
            case MD_STALE -> "market data was dropped or stopped coming";
            case LAGGED -> "the feed is behind its venue: this was so a while ago";
            case BOOK_SUSPECT -> "an event did not fit the book";
            case ARRIVAL_INFERRED -> "no NewOrderSingle was seen, arrival taken from a report or a child";
            case PARENT_UNKNOWN -> "names no parent and none names it: it is its own";
            case FILL_THROUGH_LIMIT -> "a fill is through its own limit price";
            case RECON_MISMATCH -> "CumQty, LeavesQty or AvgPx of a report disagree with the sum of the fills";
            case CORRECTED -> "an execution was corrected or busted";
            case CONFLICT -> "the same execution came twice with different content, the first stands";
            case LATE_FILL -> "a fill came after the order's end";
            case OVERFLOW -> "an amount passed the range of 64-bit integers";
            case TIME_INFERRED -> "a time was missing or unreadable, another stands in";
            case CLOCK_INCONSISTENT -> "the feed's clock went backwards, or ran ahead of ours";
            case RELINKED -> "a child was moved from one parent to another";
            case LULD -> "trading was paused for volatility, or a market-wide breaker was reached";
            case MD_CORRECTED -> "a print inside the window was broken later";
            case BOOK_CLEARED -> "the venue emptied the book inside the window";
            case PARTIAL_HISTORY -> "the time asked for lies before the feed's first message, or the order's beginning was never told";
            case SOURCE_CONFLICT -> "two sources of the quote disagree, the interval holds both";
            case ORDER_UNDECIDABLE -> "the order's time is too coarse to say which quotes came before it, the interval holds all";
            case CLOCK_UNSYNC -> "the machine's clock is not synchronised";
            case CLOCK_HOLDOVER -> "the source of the machine's clock has fallen silent";
            case CLOCK_STEP -> "the machine's clock jumped";
            case CLOCK_TAI_SUSPECT -> "the machine's clock may be off by whole seconds, as TAI is from UTC";
            case NOT_ACKNOWLEDGED -> "sent and not answered, not counted as working";
            case DAY_OVER -> "its day is over by the calendar, nobody told its end: taken as expired";
            case UNSOLICITED -> "cancelled by the other side, nobody asked";
            case CORRECTION_WAITING -> "a correction or bust waits for the execution it refers to";
            case TOLD_ELSEWHERE -> "repeats an execution told elsewhere, as a leg or under another account, and does not count";
            case RESTATED -> "a corporate action changed what a share is";
            case UNIT_AMBIGUOUS -> "currency, price unit or symbol of a report is not its order's";
            case CROSS_PARENT -> "another parent worked the other side of the same instrument at the same time";
            case DC_GAP -> "messages of the drop copy are missing and were asked for";
            case DC_EPOCH -> "the drop copy numbered its messages anew; no report has confirmed the order's figures since";
            case DC_HOLE -> "the drop copy kept nothing for us for a while; no report has confirmed the order's figures since";
            case DC_STALE -> "the drop copy is silent";
            case NO_REFERENCE -> "nobody told a number it needs";
            case AGGRESSOR_INFERRED -> "who took and who gave is read from the quote before the fill, nobody told it";
            case LEARNED -> "a day's volatility or volume is what the tape taught up to the arrival, nobody told it";
            case NOT_IDENTIFIED -> "what was observed singles out no number";
            case TOO_FEW_PLACEBOS -> "too few placebos: instants alike at which nothing was shown";
            case VOLATILITY_BREAK -> "the market has become far more or far less volatile than it was in the ten minutes before";
            default -> flag.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
