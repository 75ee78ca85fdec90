package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input.When;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Listing;
import io.leakage.core.order.Ledger;
import io.leakage.core.order.ParentOrder;

/** The mids one parent as a whole is measured against: at its arrival, its first and last fill, its end, and after its last fill. */
final class ParentMids {
    private static final int FIRST_AFTER = Horizon.AFTER_10MS.ordinal();

    private final ParentOrder parent;
    private final AsOf arrival;
    private final AsOf beforeFirstFill;
    private final AsOf atLastFill;
    private final AsOf atEnd;
    private final AsOf[] afterLast = new AsOf[Horizon.count() - FIRST_AFTER];
    private final AsOf[] all;

    ParentMids(Meter meter, ParentOrder parent) {
        this.parent = parent;
        arrival = new AsOf(meter, false);
        beforeFirstFill = new AsOf(meter, true);
        atLastFill = new AsOf(meter, false);
        atEnd = new AsOf(meter, false);
        all = new AsOf[4 + afterLast.length];
        all[0] = arrival;
        all[1] = beforeFirstFill;
        all[2] = atLastFill;
        all[3] = atEnd;
        for (int i = 0; i < afterLast.length; i++) {
            afterLast[i] = new AsOf(meter, false);
            all[4 + i] = afterLast[i];
        }
    }

    /** Asks for every mid that the order's state now calls for; new questions go on the agenda, none while there is none. */
    void ask(Agenda<Question> agenda) {
        Ledger ledger = parent.ledger();
        ask(agenda, arrival, parent.arrivalNanos(), parent.arrivalTruncation(), Absent.LONG);
        ask(agenda, beforeFirstFill, ledger.firstNanos(), ledger.firstTruncation(), Absent.LONG);
        ask(agenda, atLastFill, ledger.lastNanos(), ledger.lastTruncation(), Absent.LONG);
        boolean endedByFill = parent.endNanos() == ledger.lastNanos();
        ask(agenda, atEnd, parent.endNanos(), endedByFill ? ledger.lastTruncation() : 0, Absent.LONG);
        long last = parent.isDone() ? ledger.lastNanos() : Absent.LONG;
        for (int i = 0; i < afterLast.length; i++) {
            long nanos = last == Absent.LONG ? Absent.LONG : last + Horizon.at(FIRST_AFTER + i).nanos();
            ask(agenda, afterLast[i], nanos, ledger.lastTruncation(), last);
        }
    }

    private static void ask(Agenda<Question> agenda, AsOf question, long nanos, long truncation, long since) {
        if (question.ask(nanos, truncation, since) && agenda != null) {
            agenda.add(question);
        }
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        for (AsOf question : all) {
            if (question.isOpen()) {
                agenda.add(question);
            }
        }
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        boolean any = false;
        for (AsOf question : all) {
            any |= question.answerAgain(listing);
        }
        return any;
    }

    /** Writes which messages of the feed made the quotes it is measured against. */
    void write(ParentRow row) {
        row.message(When.ARRIVAL, arrival.message());
        row.message(When.FIRST_FILL, beforeFirstFill.message());
        row.message(When.LAST_FILL, atLastFill.message());
        row.message(When.END, atEnd.message());
    }

    /** {@return how many were answered} */
    int answered() {
        int answered = 0;
        for (AsOf question : all) {
            answered += question.isAnswered() ? 1 : 0;
        }
        return answered;
    }

    /** {@return of how many the time was known too coarsely for one answer} */
    int undecidable() {
        int undecidable = 0;
        for (AsOf question : all) {
            undecidable += question.isUndecidable() ? 1 : 0;
        }
        return undecidable;
    }

    AsOf arrival() {
        return arrival;
    }

    AsOf beforeFirstFill() {
        return beforeFirstFill;
    }

    AsOf atLastFill() {
        return atLastFill;
    }

    AsOf atEnd() {
        return atEnd;
    }

    /** {@return the mid so long after the last fill; for horizons after the fill only} */
    AsOf afterLast(Horizon horizon) {
        return afterLast[horizon.ordinal() - FIRST_AFTER];
    }
}
