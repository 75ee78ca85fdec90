package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.MidTime;
import io.leakage.core.order.Ledger;
import io.leakage.core.order.ParentOrder;

/** What the market did over one parent's life: from its arrival to its end, or to now while it works. */
final class Life {
    static final long MINUTE = 60_000_000_000L;
    private static final long[] SPANS = {MINUTE, 5 * MINUTE};
    /** Of what happens to trading nothing makes a sum over trades wrong. */
    private static final long HARMLESS = Flag.HALT.bit() | Flag.AUCTION.bit() | Flag.LULD.bit() | Flag.BOOK_CLEARED.bit();

    private final Meter meter;
    private final ParentOrder parent;
    private final Mark start;
    private final Mark end;
    private final Mark now;
    private final Mark[] back = new Mark[SPANS.length];
    private final Mark[] backNow = new Mark[SPANS.length];
    private final Traffic whole = new Traffic();
    private final Traffic[] last = {new Traffic(), new Traffic()};
    private final Weighted[] weighted = {new Weighted(this, 5), new Weighted(this, 10), new Weighted(this, 20), new Weighted(this, 30)};
    private final OwnTape own;
    private final Window window = new Window();
    private final MidTime time = new MidTime();
    private Listing listing;
    private Mark until;

    Life(Meter meter, ParentOrder parent) {
        this.meter = meter;
        this.parent = parent;
        start = new Mark(meter, false);
        end = new Mark(meter, true);
        now = new Mark(meter, true);
        for (int i = 0; i < SPANS.length; i++) {
            back[i] = new Mark(meter, false);
            backNow[i] = new Mark(meter, false);
        }
        own = new OwnTape(parent);
        until = now;
    }

    /** Asks for every instant that the order's state now calls for; new questions go on the agenda, none while there is none. */
    void ask(Agenda<Question> agenda) {
        Ledger ledger = parent.ledger();
        long ended = parent.endNanos();
        long truncation = ended == ledger.lastNanos() ? ledger.lastTruncation() : 0;
        ask(agenda, start, parent.arrivalNanos(), parent.arrivalTruncation());
        ask(agenda, end, ended, truncation);
        for (int i = 0; i < SPANS.length; i++) {
            ask(agenda, back[i], ended == Absent.LONG ? ended : ended - SPANS[i] + 1, truncation);
        }
        own.follow(parent.changedExecutions());
    }

    private static void ask(Agenda<Question> agenda, Mark mark, long nanos, long truncation) {
        if (mark.ask(nanos, truncation) && agenda != null) {
            agenda.add(mark);
        }
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        await(agenda, start);
        await(agenda, end);
        for (Mark mark : back) {
            await(agenda, mark);
        }
    }

    private static void await(Agenda<Question> agenda, Mark mark) {
        if (mark.isOpen()) {
            agenda.add(mark);
        }
    }

    /** Looks at what traded; {@code null} while the instrument has no feed. */
    void look(Listing to, long watermark) {
        listing = to;
        if (listing == null || !start.isKnown()) {
            return;
        }
        until = end;
        if (!parent.isDone()) {
            until = now;
            step(now, watermark);
        }
        if (until.isKnown()) {
            whole.look(listing.prints(), start, until);
            window.look(listing, start.from(), until.to());
        }
        for (int i = 0; i < SPANS.length && until.isKnown(); i++) {
            if (until == now) {
                step(backNow[i], watermark - SPANS[i] + 1);
            }
            if (begin(i).isKnown()) {
                last[i].look(listing.prints(), begin(i), until);
            }
        }
    }

    private void step(Mark mark, long instant) {
        if (mark.ask(instant, 0) || mark == now) {
            mark.answer(listing);
        }
    }

    /** {@return {@link Flag} bits for which nothing can be said of its life, 0 when something can} */
    long missing() {
        if (listing == null) {
            return Flag.AWAITING_MARKET_DATA.bit();
        }
        long marks = start.missing() | until.missing();
        if (marks != 0) {
            return marks;
        }
        return listing.prints().overflowed() ? Flag.OVERFLOW.bit() : window.isTooThin() ? flags() : 0;
    }

    /** {@return {@link Flag} bits of its whole life} */
    long flags() {
        long coarse = start.to() > start.from() || until.to() > until.from() ? Flag.ORDER_UNDECIDABLE.bit() : 0;
        return holes() | coarse | meter.beginningFlags() | (until == now ? Flag.OPEN.bit() : 0) | (isAhead()
                ? Flag.AWAITING_MARKET_DATA.bit() : 0) | (until == now && listing.isLagging() ? Flag.LAGGED.bit() : 0);
    }

    /** {@return {@link Flag} bits of what is missing of the market data: with one of them, what traded is anybody's guess} */
    long holes() {
        return holesUntil(start.from(), window.flags());
    }

    /** {@return the same of a window that begins then and has these flags} */
    long holesUntil(long from, long ofWindow) {
        return ofWindow & ~HARMLESS | listing.holesAt(from) & Flag.PARTIAL_HISTORY.bit();
    }

    /** {@return whether what is missing leaves no interval} */
    boolean isHoled() {
        return (holes() & ~Flag.MD_CORRECTED.bit()) != 0;
    }

    /** {@return whether an own fill is later than the market data has come} */
    boolean isAhead() {
        return parent.ledger().lastNanos() != Absent.LONG && until == now && parent.ledger().lastNanos() > now.from();
    }

    /** {@return its beginning} */
    Mark start() {
        return start;
    }

    /** {@return its end, or now} */
    Mark until() {
        return until;
    }

    /** {@return what traded} */
    Traffic whole() {
        return whole;
    }

    /** {@return where the last minute (0), or five (1), begin: not before the order did} */
    Mark begin(int span) {
        Mark mark = until == now ? backNow[span] : back[span];
        return mark.from() <= start.to() ? start : mark;
    }

    /** {@return what traded in the last minute (0), or five (1)} */
    Traffic last(int span) {
        return last[span];
    }

    /** {@return average mid over the time there was one, in units of 1e-8; NaN when there was none, or the tape of quotes does not reach} */
    double midOverTime() {
        if (!start.areQuotesKnown() || !until.areQuotesKnown()) {
            return Double.NaN;
        }
        time.set(until.mids());
        time.since(start.mids());
        if (!listing.isPristine()) {
            listing.takeOutHoles(start.from(), until.from(), time);
        }
        return time.known() <= 0 ? Double.NaN : time.total() / time.known() / 2;
    }

    /** {@return the mids between the last instant its beginning may mean and the first of its end; to read at once} */
    MidTime certainMids() {
        time.set(until.mids());
        time.since(start.midsLast());
        return time;
    }

    /** {@return its executions by time} */
    OwnTape own() {
        return own;
    }

    /** {@return {@link Flag} bits of what breaks the quote's way within it: halts, auctions, a book emptied or told anew} */
    long breaks() {
        return listing.isPristine() ? 0 : listing.breaksWithin(start.from(), until.to());
    }

    /** {@return what traded until the order is 5 (0), 10 (1), 20 (2) or 30 % (3) of it} */
    Weighted weighted(int rate) {
        return weighted[rate];
    }

    /** {@return the order's quantity, what it executed when it ended without one being told; {@code Absent.LONG} while not known} */
    long quantity() {
        return meter.shortfall().quantity();
    }

    Listing listing() {
        return listing;
    }
}
