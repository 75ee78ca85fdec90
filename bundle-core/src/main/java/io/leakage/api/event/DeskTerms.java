package io.leakage.api.event;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is on for a desk, and how far it may go. An event carries it, so that a replay knows what was in force when.
 *
 * @param features             what is on
 * @param mode                 how far rules may go, whatever a rule says
 * @param maxSwitchesPerParent most switches of one parent order, 0 for none
 * @param maxSwitchesPerDesk   most switches of the desk until a named person allows more, 0 for none
 * @param maxSwitchesPerMinute most switches of the desk in a minute of event time, 0 for none
 * @param maxMessagesPerSecond most messages a second to the order session, 0 for none
 * @param cooldownNanos        event time between two switches of one parent, nanoseconds, at least 0
 * @param minimumRemaining     share of a parent that must be left to be worth a switch, 0 to 1
 * @param approvalNanos        how long a proposal waits for a person, nanoseconds, at least 0
 * @param falseDiscoveryRate   what share of the orders named leaking may be wrong on average, 0 to 1
 */
public record DeskTerms(Set<DeskFeature> features, DeskMode mode, int maxSwitchesPerParent, int maxSwitchesPerDesk,
        int maxSwitchesPerMinute, int maxMessagesPerSecond, long cooldownNanos, double minimumRemaining, long approvalNanos,
        double falseDiscoveryRate) {
    private static final long SECOND = 1_000_000_000L;

    /** What holds for a desk that says nothing: columns, board and rules, watched only. */
    public static final DeskTerms DEFAULT = new DeskTerms(Set.of(DeskFeature.COLUMNS, DeskFeature.BOARD, DeskFeature.RULES),
            DeskMode.OBSERVE, 1, 20, 5, 5, 300 * SECOND, 0.15, 60 * SECOND);

    /** With one false discovery in five. */
    public DeskTerms(Set<DeskFeature> features, DeskMode mode, int maxSwitchesPerParent, int maxSwitchesPerDesk, int maxSwitchesPerMinute,
            int maxMessagesPerSecond, long cooldownNanos, double minimumRemaining, long approvalNanos) {
        this(features, mode, maxSwitchesPerParent, maxSwitchesPerDesk, maxSwitchesPerMinute, maxMessagesPerSecond, cooldownNanos,
                minimumRemaining, approvalNanos, .20);
    }

    /** Copies the features, and refuses nulls and numbers that make no sense. */
    public DeskTerms {
        features = Set.copyOf(Objects.requireNonNull(features, "features"));
        Objects.requireNonNull(mode, "mode");
        notNegative("maxSwitchesPerParent", maxSwitchesPerParent);
        notNegative("maxSwitchesPerDesk", maxSwitchesPerDesk);
        notNegative("maxSwitchesPerMinute", maxSwitchesPerMinute);
        notNegative("maxMessagesPerSecond", maxMessagesPerSecond);
        notNegative("cooldownNanos", cooldownNanos);
        share("minimumRemaining", minimumRemaining);
        notNegative("approvalNanos", approvalNanos);
        share("falseDiscoveryRate", falseDiscoveryRate);
    }

    /** {@return whether this is on} */
    public boolean has(DeskFeature feature) {
        return features.contains(feature);
    }

    /** {@return whether rules may judge the desk's orders} */
    public boolean isJudged() {
        return mode != DeskMode.OFF && has(DeskFeature.RULES);
    }

    /** {@return how far a switch may go: {@link #mode}, at most {@code OBSERVE} while switching is off} */
    public DeskMode switching() {
        boolean beyond = mode.compareTo(DeskMode.OBSERVE) > 0;
        return beyond && !(has(DeskFeature.SWITCHING) && has(DeskFeature.RULES)) ? DeskMode.OBSERVE : mode;
    }

    /** {@return the features' bits} */
    public int bits() {
        return features.stream().mapToInt(DeskFeature::bit).sum();
    }

    /** {@return the features of these bits} */
    public static Set<DeskFeature> features(int bits) {
        Collection<DeskFeature> found = new TreeSet<>();
        for (int place = 0; place < DeskFeature.count(); place++) {
            if ((bits & DeskFeature.at(place).bit()) != 0) {
                found.add(DeskFeature.at(place));
            }
        }
        return Set.copyOf(found);
    }

    private static void notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + ": at least 0, got " + value);
        }
    }

    private static void share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {   // NaN neither
            throw new IllegalArgumentException(field + ": 0 to 1, got " + value);
        }
    }
}
