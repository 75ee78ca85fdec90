package io.leakage.core.score;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.evidence.DeskFamily;
import java.util.ArrayList;
import java.util.List;

/** Looks at every order of a desk, and names those that leak. Any thread. */
final class DeskDiscoveries {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private DeskDiscoveries() {
    }

    /** {@return those of this desk at this rate} */
    static Discoveries of(Scorecard scorecard, String desk, double rate) {
        DeskFamily family = DeskFamily.of(read(scorecard, desk), rate);
        return new Discoveries(desk, rate, family.orders(), family.threshold(), family.named().stream().map(DeskFamily.Order::parent).toList());
    }

    private static List<DeskFamily.Order> read(Scorecard scorecard, String desk) {
        List<DeskFamily.Order> orders = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row) && row.desk() >= 0 && desk.equals(scorecard.text(NameKind.DESK, row.desk()))) {
                boolean valid = row.status(Measure.EVIDENCE) == Status.VALID;
                long day = row.arrivalNanos() == Absent.LONG ? Long.MIN_VALUE : Math.floorDiv(row.arrivalNanos(), DAY_NANOS);
                orders.add(new DeskFamily.Order(parent, scorecard.text(NameKind.ORDER, row.order()), day, row.endNanos() == Absent.LONG,
                        valid ? row.value(Measure.EVIDENCE) : 0));
            }
        }
        return orders;
    }
}
