package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** FIX codes, names, prices and times of a row as words; null where the row has none. Any thread. */
public final class Words {
    /** What is written for an order that no desk claims. */
    public static final String NO_DESK = "unassigned";

    private static final String[] STATES = {"NEW", "PARTIALLY_FILLED", "FILLED", "DONE_FOR_DAY", "CANCELED", "REPLACED",
            "PENDING_CANCEL", "STOPPED", "REJECTED", "SUSPENDED"};
    private static final String[] LATER_STATES = {"PENDING_NEW", "CALCULATED", "EXPIRED", "ACCEPTED_FOR_BIDDING", "PENDING_REPLACE"};
    private static final String[] LIQUIDITY = {null, "ADDED", "REMOVED", "ROUTED_OUT", "AUCTION"};
    private static final DateTimeFormatter NANOS = new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final int PRICE_DECIMALS = 8;
    private static final char SOH = 1;

    private Words() {
    }

    /**
     * Reads a parent that a list shows: one that turned out to be another's child is not.
     *
     * @param into filled with the parent's newest row
     * @return false when there is no such parent, or a list leaves it out
     */
    public static boolean isShown(Scorecard scorecard, int parent, ParentRow into) {
        return scorecard.read(parent, into) && !Flag.RELINKED.in(into.flags());
    }

    /** {@return OrdStatus (39) in the words of the FIX standard, an unknown code as it is, null for none} */
    public static String state(char ordStatus) {
        if (ordStatus >= '0' && ordStatus <= '9') {
            return STATES[ordStatus - '0'];
        }
        if (ordStatus >= 'A' && ordStatus <= 'E') {
            return LATER_STATES[ordStatus - 'A'];
        }
        return ordStatus == 0 ? null : String.valueOf(ordStatus);
    }

    /** {@return LastLiquidityInd (851) as a word, an unknown code as it is, null for none} */
    public static String liquidity(int indicator) {
        return indicator >= 0 && indicator < LIQUIDITY.length ? LIQUIDITY[indicator] : String.valueOf(indicator);
    }

    /** {@return the text behind a name, null when there is none} */
    public static String name(Scorecard scorecard, NameKind kind, int name) {
        return name < 0 ? null : scorecard.text(kind, name);
    }

    /** {@return an execution's key as a person writes it: its parts, where a source needs several, with a bar between them} */
    public static String execution(Scorecard scorecard, FillRow fill) {
        String key = name(scorecard, NameKind.EXECUTION, fill.execution());
        return key == null ? null : key.replace(SOH, '|');
    }

    /**
     * Finds an execution of a parent.
     *
     * @param execution its key as {@link #execution} writes it
     * @param into      filled with its row
     * @return false when the parent has none of this key
     */
    public static boolean find(Scorecard scorecard, ParentRow parent, String execution, FillRow into) {
        for (int i = 0; i < parent.fills() && scorecard.readFill(parent.number(), i, into); i++) {
            if (execution.equals(execution(scorecard, into))) {
                return true;
            }
        }
        return false;
    }

    /** {@return the measure of this id, null when there is none} */
    public static Measure measure(String id) {
        for (int i = 0; i < Measure.count(); i++) {
            if (Measure.at(i).id().equals(id)) {
                return Measure.at(i);
            }
        }
        return null;
    }

    /** {@return the desk's id, {@link #NO_DESK} while none claims the order} */
    public static String desk(Scorecard scorecard, int name) {
        String desk = name(scorecard, NameKind.DESK, name);
        return desk == null ? NO_DESK : desk;
    }

    /** {@return a price in units of 1e-8 as an exact decimal ({@code 100.04}), null when absent} */
    public static String price(long price) {
        if (price == Absent.LONG) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(price, PRICE_DECIMALS).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }

    /** {@return nanoseconds since the epoch as ISO 8601 UTC with nine decimals, null when absent} */
    public static String time(long epochNanos) {
        if (epochNanos == Absent.LONG) {
            return null;
        }
        return NANOS.format(Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS_A_SECOND), Math.floorMod(epochNanos, NANOS_A_SECOND)));
    }
}
