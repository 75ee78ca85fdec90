package io.leakage.api.host;

import java.util.Objects;
import java.util.Set;

/**
 * Whether orders at a broker can be handed to a strategy. What no one says can be done cannot.
 *
 * @param broker      the broker asked about
 * @param strategy    the strategy asked about
 * @param byReplace   whether a cancel/replace may change an order's strategy to it
 * @param byCancelNew whether the order may be cancelled and a new one sent in its place
 * @param parameters  names of the parameters that such a message may carry, for the hook itself: nobody else holds a request against them
 * @param reason      why it cannot be done, for a person; empty when it can
 */
public record SwitchCapability(String broker, String strategy, boolean byReplace, boolean byCancelNew, Set<String> parameters,
        String reason) {
    /** Refuses nulls, and a refusal without a reason. */
    public SwitchCapability {
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(strategy, "strategy");
        parameters = Set.copyOf(parameters);
        if (reason.isEmpty() != (byReplace || byCancelNew)) {
            throw new IllegalArgumentException("reason: " + (reason.isEmpty() ? "why it cannot be done, got nothing"
                    : "nothing where it can be done, got \"" + reason + "\""));
        }
    }

    /** {@return a capability to do nothing, and why} */
    public static SwitchCapability none(String broker, String strategy, String reason) {
        return new SwitchCapability(broker, strategy, false, false, Set.of(), reason);
    }

    /** {@return whether there is any way} */
    public boolean isAny() {
        return byReplace || byCancelNew;
    }
}
