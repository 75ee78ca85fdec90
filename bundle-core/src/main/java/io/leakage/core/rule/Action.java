package io.leakage.core.rule;

import io.leakage.api.event.DeskMode;
import java.util.Map;

/**
 * What a rule that fires would have done.
 *
 * @param switchTo   the strategy to switch to, as desk and broker name it
 * @param parameters the strategy's parameters, by name
 * @param mode       how far the rule may go
 */
public record Action(String switchTo, Map<String, String> parameters, DeskMode mode) {
    /** Copies the parameters. */
    public Action {
        parameters = Map.copyOf(parameters);
    }
}
