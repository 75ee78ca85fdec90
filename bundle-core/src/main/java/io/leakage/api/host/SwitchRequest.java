package io.leakage.api.host;

import java.util.Map;
import java.util.Objects;

/**
 * A request to hand an order to another strategy. Everything needed to send it is in it, so that who carries it out need not look anything
 * up; nothing in it is null.
 *
 * @param id           1 to 64 letters, digits, dots, dashes, underscores; unique over restarts, since it becomes the new ClOrdID (11)
 * @param parent       the parent order it was decided for
 * @param order        the order to be replaced, by {@code ClOrdID}, which becomes OrigClOrdID (41), and {@code OrderID} where it is known.
 *                     Ids of one session alone have its word behind them ({@code A-1@east}), which must not go out
 * @param terms        the order as it stands
 * @param broker       who works it, empty when that is not told
 * @param fromStrategy the strategy it has now as messages tell it: the value of TargetStrategy (847), that of another tag with the tag
 *                     before it ({@code 9001=SNIPER}); empty when that is not told
 * @param toStrategy   the strategy it is to have, as the rule names it
 * @param parameters   that strategy's parameters by name, as they are to stand in the message
 * @param reason       the rule and its version, for a person
 * @param evidenceId   the evidence card it rests on, for the audit: {@code ClOrdID@orderSequence/marketSequence} of the parent's row when
 *                     the request was made; empty for none
 */
public record SwitchRequest(String id, OrderRef parent, OrderRef order, OrderTerms terms, String broker, String fromStrategy,
        String toStrategy, Map<String, String> parameters, String reason, String evidenceId) {
    /** Refuses an id that cannot be a ClOrdID, a missing strategy, and what cannot stand in a message. */
    public SwitchRequest {
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("id: 1 to 64 letters, digits, dots, dashes, underscores, got \"" + id + "\"");
        }
        Objects.requireNonNull(parent, "parent");
        order.ids().forEach((space, name) -> OrderTerms.text("order " + space, name));
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(fromStrategy, "fromStrategy");
        if (OrderTerms.text("toStrategy", toStrategy).isEmpty()) {
            throw new IllegalArgumentException("toStrategy: a strategy, got nothing");
        }
        parameters = OrderTerms.texts("parameters", parameters);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(evidenceId, "evidenceId");
    }
}
