package io.leakage.api.desk;

import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one desk's configuration stands.
 *
 * @param id      the desk's id; of a configuration that has none, its PID
 * @param pid     the configuration's PID
 * @param inForce whether the desk is there: false when no configuration of it has been good yet
 * @param refused why its newest configuration was refused, with field, value and what is allowed; null when it is in force. What
 *                stands here beside it is then the last good one
 * @param terms   what is on, and how far it may go
 * @param claims  which orders are its own, by what they say
 * @param rules   the file of its rules, empty for none of its own
 * @param users   its people and what they may do; empty when the configuration names nobody
 */
public record DeskState(String id, String pid, boolean inForce, String refused, DeskTerms terms, Map<OrderKey, List<String>> claims,
        String rules, Map<String, Set<DeskRole>> users) {
    /** Copies claims and users, deeply, in the same order: who holds this can change nothing. */
    public DeskState {
        Map<OrderKey, List<String>> values = new LinkedHashMap<>();
        claims.forEach((key, claimed) -> values.put(key, List.copyOf(claimed)));
        claims = Collections.unmodifiableMap(values);
        Map<String, Set<DeskRole>> roles = new LinkedHashMap<>();
        users.forEach((user, has) -> roles.put(user, Collections.unmodifiableSet(new LinkedHashSet<>(has))));
        users = Collections.unmodifiableMap(roles);
    }

    /** {@return whether somebody has this role here; where the desk names nobody, nobody has} */
    public boolean has(String user, DeskRole role) {
        return users.getOrDefault(user, Set.of()).contains(role);
    }
}
