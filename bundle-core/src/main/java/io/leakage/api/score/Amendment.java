package io.leakage.api.score;

/**
 * A number that had been shown and is another now, because market data was repaired or corrected afterwards, or an
 * execution corrected, busted or restated: the audit's line.
 *
 * @param parent    the parent's number
 * @param version   version of the row that shows the new number
 * @param measure   which number
 * @param oldValue  what was shown, NaN when nothing was
 * @param oldStatus its status
 * @param oldFlags  its {@link Flag} bits
 * @param newValue  what is shown now, NaN when nothing is
 * @param newStatus its status
 * @param newFlags  its {@link Flag} bits
 */
public record Amendment(int parent, long version, Measure measure, double oldValue, Status oldStatus, long oldFlags, double newValue,
        Status newStatus, long newFlags) {
}
