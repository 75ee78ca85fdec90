package io.leakage.oracle;

import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.event.LeakageEvent;
import java.util.function.Consumer;

/** Looks at every row after every event, as somebody would who stares at the screen all day. One thread. */
final class Looks implements Consumer<LeakageEvent> {
    private static final double AMBER = 1 / .2;
    private static final Input[] UNFILLED = inputs("bet_unfilled_");
    private static final Input SHOWN = Input.named("footprints_10ms");

    private final double[] peaks;
    private final double[] unfilled;
    private final int[] ambers;

    Looks(int parents) {
        peaks = new double[parents];
        unfilled = new double[parents];
        ambers = new int[parents];
    }

    private static Input[] inputs(String prefix) {
        return new Input[] {Input.named(prefix + "10ms"), Input.named(prefix + "100ms"), Input.named(prefix + "1s"),
            Input.named(prefix + "10s")};
    }

    @Override
    public void accept(LeakageEvent event) {
        for (int i = 0; event.rows() != null && i < event.rows().parents(); i++) {
            ParentRow row = event.rows().parent(i);
            if (row.status(Measure.EVIDENCE) != Status.SUPPRESSED) {
                look(row);
            }
        }
    }

    private void look(ParentRow row) {
        int parent = row.number();
        double evidence = row.value(Measure.EVIDENCE);
        if (peaks[parent] < AMBER && evidence >= AMBER) {
            ambers[parent] = (int) row.input(SHOWN);
        }
        peaks[parent] = Math.max(peaks[parent], evidence);
        double mean = 0;
        for (Input bet : UNFILLED) {
            mean += row.input(bet) / UNFILLED.length;
        }
        unfilled[parent] = Math.max(unfilled[parent], mean);
    }

    double peak(int parent) {
        return peaks[parent];
    }

    double peakUnfilled(int parent) {
        return unfilled[parent];
    }

    int amber(int parent) {
        return ambers[parent];
    }
}
