package io.leakage.api.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A switch of an order to another algo, as it stood when something about it changed. Names are numbers of {@link NameKind}.
 *
 * @param number       counts switches from 1 since the journal began
 * @param id           unique over restarts; it becomes the ClOrdID (11) of the request
 * @param parent       the parent's number
 * @param desk         the parent's desk ({@link NameKind#DESK})
 * @param rules        the rule set that asked for it
 * @param version      its version
 * @param rule         the rule that asked for it
 * @param mode         how far it may go: {@code ADVISE}, {@code AUTO}
 * @param state        where it stands
 * @param order        the order to be replaced
 * @param to           the strategy asked for
 * @param parameters   that strategy's parameters, by name
 * @param proposed     venue time it was proposed, nanoseconds since the epoch
 * @param expires      venue time up to which it may be decided, nanoseconds since the epoch
 * @param changed      venue time of this state, nanoseconds since the epoch
 * @param propensity   with what probability it was not withheld, 0 to 1
 * @param capable      whether the host's hook can send it
 * @param why          the clauses that fired the rule, with their numbers
 * @param who          who decided last; empty while nobody did
 * @param reason       what was said of it last, for a person: why it stands where it does, or why an approval was not taken
 */
public record AlgoSwitch(long number, String id, int parent, int desk, String rules, int version, String rule, String mode,
        SwitchState state, Replaced order, String to, Map<String, String> parameters, long proposed, long expires, long changed,
        double propensity, Capable capable, List<String> why, String who, String reason) {
    /** Whether a hook can send it. */
    public enum Capable {
        /** It was not asked yet. */
        NOT_ASKED,
        /** It can. */
        YES,
        /** It cannot. */
        NO
    }

    /**
     * The order to be replaced.
     *
     * @param clOrdId     its newest ClOrdID ({@link NameKind#ORDER})
     * @param orderId     its OrderID ({@link NameKind#TEXT}), −1 when not told
     * @param broker      who works it ({@link NameKind#TEXT}), −1 when not told
     * @param strategy    the strategy it has ({@link NameKind#TEXT}), −1 when not told
     * @param quantity    OrderQty
     * @param price       limit price in units of 1e-8, {@code Absent.LONG} for none
     * @param source      the drop copy ({@link NameKind#SOURCE}) whose message states its terms
     * @param rawPosition place of that message in the source's journal
     */
    public record Replaced(int clOrdId, int orderId, int broker, int strategy, long quantity, long price, int source, long rawPosition) {
    }

    /** Copies what could change. */
    public AlgoSwitch {
        Objects.requireNonNull(state, "state");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        why = List.copyOf(why);
    }
}
