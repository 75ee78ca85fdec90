package io.leakage.core.metric;

import io.leakage.api.score.Horizon;
import io.leakage.core.book.Listing;
import io.leakage.core.order.Execution;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;

/** The market around every fill of one parent, and sums over them. A new answer adds to the sums; a correction sums anew. */
final class Fills {
    /** In place of the sums of a parent without fills: nothing is ever added to them, and most parents that wait have none. */
    private static final FillSums[] NONE = sums();

    private final Meter meter;
    private final ParentOrder parent;
    /** By the place of the execution under its parent. */
    private final List<FillMids> all = new ArrayList<>(0);
    /** Answered since they were written. */
    private final List<Execution> answered = new ArrayList<>(0);
    private FillSums[] sums = NONE;
    private final QuoteSums quotes = new QuoteSums();
    private final AggressorSums aggressors = new AggressorSums();
    private final AsOf probe;
    private boolean stale;
    private int counted;

    Fills(Meter meter, ParentOrder parent) {
        this.meter = meter;
        this.parent = parent;
        probe = new AsOf(meter, false);
    }

    private static FillSums[] sums() {
        FillSums[] sums = new FillSums[Horizon.count()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new FillSums(Horizon.at(i));
        }
        return sums;
    }

    Meter meter() {
        return meter;
    }

    /** {@return the question a fill's mids are asked with, one after the other} */
    AsOf probe() {
        return probe;
    }

    /** Looks at the executions that changed; new questions go on the agenda, none while there is none. */
    void ask(Agenda<Question> agenda) {
        List<Execution> executions = parent.changedExecutions();
        for (int i = 0; i < executions.size(); i++) {
            Execution execution = executions.get(i);
            FillMids fill = at(execution.number());
            boolean known = fill.isFollowed();
            if (known) {
                stale = true;
            } else if (execution.quantity() > 0) {
                begin(execution);
            }
            if (fill.follow(execution) && agenda != null) {
                agenda.add(fill);
            }
            if (!known) {
                aggressors.told(fill);
            }
        }
    }

    private void begin(Execution execution) {
        if (counted++ == 0) {
            clear(execution.price());
        }
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOpen()) {
                agenda.add(all.get(i));
            }
        }
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).answerAgain(listing)) {
                answered.add(parent.execution(i));
                any = true;
            }
        }
        stale |= any;
        return any;
    }

    /** The horizons from {@code first} up to {@code end}, that one not included, of a fill were answered. */
    void answered(FillMids fill, int first, int end) {
        answered.add(parent.execution(fill.number()));
        if (!stale) {
            add(fill, first, end);
        }
    }

    private void add(FillMids fill, int first, int end) {
        for (int i = first; i < end; i++) {
            sums[i].add(fill);
            if (Horizon.at(i) == Horizon.TOUCH && parent.side() != null) {
                quotes.add(fill, parent.side());
                aggressors.quoted(fill, parent.side());
            }
        }
    }

    /** Sums anew if a fill that was in the sums is another now; to call before the sums are read. */
    void settle() {
        if (!stale) {
            return;
        }
        stale = false;
        counted = 0;
        for (int i = 0; i < all.size(); i++) {
            FillMids fill = all.get(i);
            if (fill.quantity() > 0 && counted++ == 0) {
                clear(fill.price());
            }
        }
        for (int i = 0; counted > 0 && i < all.size(); i++) {
            aggressors.told(all.get(i));
            add(all.get(i), 0, all.get(i).answered());
        }
        if (counted == 0) {
            clear(0);
        }
    }

    private void clear(long price) {
        sums = sums == NONE ? sums() : sums;
        for (FillSums sum : sums) {
            sum.clear(price);
        }
        quotes.clear(price);
        aggressors.clear();
    }

    /** {@return how many fills count} */
    int counted() {
        return counted;
    }

    /** {@return the sums at a horizon} */
    FillSums at(Horizon horizon) {
        return sums[horizon.ordinal()];
    }

    /** {@return how many fills still wait for their mid at a horizon} */
    int open(Horizon horizon) {
        FillSums sum = at(horizon);
        return counted - sum.known() - sum.unknown();
    }

    /** {@return the sums over the quotes just before the fills} */
    QuoteSums quotes() {
        return quotes;
    }

    /** {@return who took whose liquidity} */
    AggressorSums aggressors() {
        return aggressors;
    }

    /** {@return the executions whose mids changed since {@link #forgetAnswers}; one may stand there twice} */
    List<Execution> answered() {
        return answered;
    }

    /** Says that they were written. */
    void forgetAnswers() {
        answered.clear();
    }

    /** {@return the market around the fill at this place} */
    FillMids at(int number) {
        while (all.size() <= number) {
            all.add(new FillMids(this, all.size()));
        }
        return all.get(number);
    }
}
