package io.leakage.core.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Orders of a desk that are held against each other: those that work, and those of the UTC day of its newest arrival. Which of them leak
 * {@link FalseDiscoveries} says.
 *
 * @param orders    how many they are
 * @param threshold the least E that is named, {@link Double#POSITIVE_INFINITY} when none is
 * @param named     those that leak, the most evident first, ties by ClOrdID
 */
public record DeskFamily(int orders, double threshold, List<Order> named) {
    private static final Comparator<Order> MOST_EVIDENT = Comparator.comparingDouble(Order::evidence).reversed()
            .thenComparing(Order::name, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * One order.
     *
     * @param parent   its number in a scorecard, where there is one
     * @param name     its ClOrdID, null when nobody told
     * @param day      UTC day of its arrival, days since the epoch; {@link Long#MIN_VALUE} while that is not known
     * @param works    whether it has not ended
     * @param evidence E, 0 while that is not valid
     */
    public record Order(int parent, String name, long day, boolean works, double evidence) {
    }

    /**
     * {@return the family among all orders of a desk}
     *
     * @param rate the desk's false-discovery rate, between 0 and 1
     */
    public static DeskFamily of(Collection<Order> all, double rate) {
        long newest = all.stream().mapToLong(Order::day).max().orElse(Long.MIN_VALUE);
        List<Order> family = all.stream().filter(order -> order.works() || order.day() == newest && newest > Long.MIN_VALUE).toList();
        double threshold = FalseDiscoveries.threshold(family.stream().mapToDouble(Order::evidence).toArray(), rate);
        return new DeskFamily(family.size(), threshold,
                family.stream().filter(order -> order.evidence() >= threshold).sorted(MOST_EVIDENT).toList());
    }
}
