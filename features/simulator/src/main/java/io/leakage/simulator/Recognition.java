package io.leakage.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a predator needs before it can react: a pattern. It knows an order again once the last six acts it saw were of one size, and their
 * distances in time as even as no crowd's; only then what is seen is handed on.
 */
final class Recognition implements Witness {
    private static final int ACTS = 6;
    private static final double EVEN = 0.25;

    private final Agenda agenda;
    private final Witness predator;
    private final Deque<Long> times = new ArrayDeque<>();
    private long size;

    Recognition(Agenda agenda, Witness predator) {
        this.agenda = agenda;
        this.predator = predator;
    }

    @Override
    public void saw(ChildOrder child, Act act) {
        if (act != Act.WAS_FILLED) {
            if (child.quantity != size) {
                times.clear();
                size = child.quantity;
            }
            times.add(agenda.now());
            if (times.size() > ACTS) {
                times.remove();
            }
        }
        if (times.size() == ACTS && unevenness() < EVEN) {
            predator.saw(child, act);
        }
    }

    /** {@return how far a distance is from the mean of them, relative to it, at most} */
    private double unevenness() {
        double mean = (double) (times.getLast() - times.getFirst()) / (ACTS - 1);
        double worst = 0;
        long before = times.getFirst();
        for (long time : times) {
            worst = time == before ? worst : Math.max(worst, Math.abs(time - before - mean) / mean);
            before = time;
        }
        return worst;
    }
}
