package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** What a desk as a whole is judged by: of each of its orders in a part, the newest evidence. One thread. */
public final class Standings {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Texts names;
    private final IntPredicate home;
    private final IntToDoubleFunction rate;
    private final List<Held> held = new ArrayList<>();
    private final List<Held> changed = new ArrayList<>();

    /**
     * One order, as its newest row has it.
     *
     * @param desk     its desk
     * @param order    the parent's ClOrdID
     * @param day      UTC day of its arrival, days since the epoch; {@link Long#MIN_VALUE} before that is known, and once the order belongs to
     *                 another
     * @param works    whether it has not ended
     * @param evidence E, 0 while that is not valid
     * @param rate     the desk's false-discovery rate, between 0 and 1
     */
    public record Standing(String desk, String order, long day, boolean works, double evidence, double rate) {
    }

    private static final class Held {
        int desk = Absent.NAME;
        int order;
        long day;
        boolean works;
        double evidence;
        boolean dirty;
    }

    Standings(Texts names, IntPredicate home, IntToDoubleFunction rate) {
        this.names = names;
        this.rate = rate;
        this.home = home;
    }

    void take(ParentRow row) {
        if (row.desk() < 0 || !home.test(row.instrument())) {
            return;
        }
        while (held.size() <= row.number()) {
            held.add(new Held());
        }
        Held one = held.get(row.number());
        one.desk = row.desk();
        one.order = row.order();
        boolean gone = Flag.RELINKED.in(row.flags());   // it turned out to be another's child, and counts there
        one.day = gone || row.arrivalNanos() == Absent.LONG ? Long.MIN_VALUE : Math.floorDiv(row.arrivalNanos(), DAY_NANOS);
        one.works = !gone && row.endNanos() == Absent.LONG;
        one.evidence = !gone && row.status(Measure.EVIDENCE) == Status.VALID ? row.value(Measure.EVIDENCE) : 0;
        touch(one);
    }

    /** A desk's terms were told. */
    void terms(int desk) {
        held.stream().filter(one -> one.desk == desk).forEach(this::touch);
    }

    private void touch(Held one) {
        if (!one.dirty) {
            one.dirty = true;
            changed.add(one);
        }
    }

    /** Hands on what changed since the last call. */
    public void drain(Consumer<Standing> into) {
        for (Held one : changed) {
            one.dirty = false;
            into.accept(new Standing(names.of(NameKind.DESK, one.desk), names.of(NameKind.ORDER, one.order), one.day, one.works, one.evidence,
                    rate.applyAsDouble(one.desk)));
        }
        changed.clear();
    }
}
