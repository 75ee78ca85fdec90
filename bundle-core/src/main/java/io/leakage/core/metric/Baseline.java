package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.QuoteTape;

/**
 * How shares displayed at the touch of an instrument fared up to one parent's arrival: the rates at which each was executed and withdrawn,
 * as what was over shares times the time they were displayed. From the feed's first quote on, both sides, while there was a mid; up to the
 * millisecond of the arrival, so that a time told that coarsely gives the same. Asked once, and remembered.
 */
final class Baseline implements Question {
    private final Meter meter;
    private long instant = Absent.LONG;
    private long truncation;
    private boolean open;
    private long flags = Flag.AWAITING_MARKET_DATA.bit();
    private double executed = Double.NaN;
    private double withdrawn = Double.NaN;

    Baseline(Meter meter) {
        this.meter = meter;
    }

    /** Asks. {@return whether this is a new question that waits for its answer} */
    boolean ask(long arrival, long truncated) {
        long cut = arrival == Absent.LONG ? arrival : Presence.floor(arrival);
        truncation = truncated;
        if (cut == instant) {
            return false;
        }
        instant = cut;
        unknown(Flag.AWAITING_MARKET_DATA.bit());
        open = instant != Absent.LONG;
        return open;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long due() {
        return instant + 1;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void answer(Listing listing) {
        open = false;
        QuoteTape tape = listing.tape();
        int row = tape.rowAt(instant);
        if (row < 0) {
            unknown(row == QuoteTape.BEFORE_REACH ? Flag.BEFORE_TAPE.bit() : Flag.NOT_IDENTIFIED.bit());
            return;
        }
        double exposed = tape.exposed(row, instant);
        flags = tape.executed(row) == 0 || exposed == 0 ? Flag.NOT_IDENTIFIED.bit() : 0;
        executed = tape.executed(row) / exposed;
        withdrawn = (tape.withdrawn(row, Side.BUY) + tape.withdrawn(row, Side.SELL)) / exposed;
    }

    @Override
    public void censor() {
        unknown(Flag.CENSORED.bit());
    }

    private void unknown(long why) {
        open = false;
        flags = why;
        executed = Double.NaN;
        withdrawn = Double.NaN;
    }

    /** {@return {@link Flag} bits for which nothing can be said, 0 when something can} */
    long missing() {
        return truncation > Presence.UNIT ? flags | Flag.ORDER_UNDECIDABLE.bit() : flags;
    }

    /** {@return {@link Flag} bits of what of that time was not known} */
    long doubts(Listing listing) {
        return listing == null || listing.isPristine() ? 0 : listing.holesWithin(Long.MIN_VALUE, instant);
    }

    /** {@return the share, 0 to 1, expected to be executed within a time before it is withdrawn; NaN when nothing can be said} */
    double filledWithin(long nanos) {
        double either = executed + withdrawn;
        return missing() != 0 ? Double.NaN : executed / either * -Math.expm1(-either * nanos);
    }
}
