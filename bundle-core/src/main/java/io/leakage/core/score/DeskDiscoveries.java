package io.leakage.core.score;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.evidence.FalseDiscoveries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at every order of a desk, and names those that leak. Any thread. */
final class DeskDiscoveries {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** One order, as it stood when it was read. */
    private record Order(int parent, long day, boolean works, double evidence) {
    }

    private DeskDiscoveries() {
    }

    /** {@return those of this desk at this rate} */
    static Discoveries of(Scorecard scorecard, String desk, double rate) {
        List<Order> orders = read(scorecard, desk);
        long newest = orders.stream().mapToLong(Order::day).max().orElse(Long.MIN_VALUE);
        List<Order> family = orders.stream().filter(order -> order.works() || order.day() == newest).toList();
        double threshold = FalseDiscoveries.threshold(family.stream().mapToDouble(Order::evidence).toArray(), rate);
        List<Integer> named = family.stream().filter(order -> order.evidence() >= threshold)
                .sorted(Comparator.comparingDouble(Order::evidence).reversed()).map(Order::parent).toList();
        return new Discoveries(desk, rate, family.size(), threshold, named);
    }

    private static List<Order> read(Scorecard scorecard, String desk) {
        List<Order> orders = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row) && row.desk() >= 0 && desk.equals(scorecard.text(NameKind.DESK, row.desk()))) {
                boolean valid = row.status(Measure.EVIDENCE) == Status.VALID;
                long day = row.arrivalNanos() == Absent.LONG ? Long.MIN_VALUE : Math.floorDiv(row.arrivalNanos(), DAY_NANOS);
                orders.add(new Order(parent, day, row.endNanos() == Absent.LONG, valid ? row.value(Measure.EVIDENCE) : 0));
            }
        }
        return orders;
    }
}
