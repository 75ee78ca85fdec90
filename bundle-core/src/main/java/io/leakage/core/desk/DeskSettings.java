package io.leakage.core.desk;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One desk's configuration, read and checked: the one place that knows its fields. A field that is not there has its default; one that is
 * not known is refused, since it may be a known one misspelt.
 *
 * @param id     the desk's id
 * @param claims which orders are its own
 * @param terms  what is on, and how far it may go
 * @param rules  the file of its rules, empty for none of its own
 * @param users  its people and their roles
 */
record DeskSettings(String id, Map<OrderKey, List<String>> claims, DeskTerms terms, String rules, Map<String, Set<DeskRole>> users) {
    /** By the key's place: the field that holds its values. */
    static final List<String> CLAIMS = List.of("accounts", "clients", "brokers", "sender.sub.ids", "custom.tags");
    /** Every field there is. */
    static final Set<String> FIELDS = Set.of("id", "accounts", "clients", "brokers", "sender.sub.ids", "custom.tags", "enabled", "mode",
            "rules", "max.switches.per.parent", "max.switches.per.desk", "max.switches.per.minute", "max.messages.per.second",
            "cooldown.seconds", "minimum.remaining.percent", "approval.seconds", "false.discovery.rate", "users");

    private static final int LONGEST = 60;

    /**
     * Reads a configuration.
     *
     * @param properties its fields; those of the framework beside them do not matter
     * @throws RefusedSetting with field, value and what is allowed
     */
    static DeskSettings of(Map<String, ?> properties) {
        Fields fields = new Fields(properties);
        fields.refuseUnknown(FIELDS);
        String id = fields.text("id", "");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}") || "all".equals(id) || "unassigned".equals(id)) {
            throw new RefusedSetting("id", id.isEmpty() ? null : id, "up to " + LONGEST
                    + " letters, digits, '.', '_' and '-', a letter or digit first, not \"all\" and not \"unassigned\"");
        }
        return new DeskSettings(id, claims(fields), terms(fields), fields.text("rules", ""), users(fields));
    }

    private static Map<OrderKey, List<String>> claims(Fields fields) {
        Map<OrderKey, List<String>> claims = new EnumMap<>(OrderKey.class);
        for (OrderKey key : OrderKey.values()) {
            String field = CLAIMS.get(key.ordinal());
            List<String> values = fields.texts(field, List.of());
            for (String value : values) {
                if (value.length() > LONGEST || value.indexOf(1) >= 0) {
                    throw new RefusedSetting(field, value, "at most " + LONGEST + " characters");
                }
                if (key == OrderKey.CUSTOM && !value.matches("[1-9][0-9]{0,5}=.+")) {
                    throw new RefusedSetting(field, value, "TAG=VALUE, such as 9700=US-EQ");
                }
            }
            claims.put(key, values.stream().distinct().sorted().toList());
        }
        return claims;
    }

    private static DeskTerms terms(Fields fields) {
        DeskTerms usual = DeskTerms.DEFAULT;
        EnumSet<DeskFeature> features = EnumSet.noneOf(DeskFeature.class);
        for (String word : fields.texts("enabled", usual.features().stream().map(DeskFeature::word).toList())) {
            features.add(fields.constant("enabled", word, DeskFeature.class));
        }
        return new DeskTerms(features, fields.constant("mode", fields.text("mode", usual.mode().name()), DeskMode.class),
                fields.whole("max.switches.per.parent", usual.maxSwitchesPerParent(), 0, 100),
                fields.whole("max.switches.per.desk", usual.maxSwitchesPerDesk(), 0, 10_000),
                fields.whole("max.switches.per.minute", usual.maxSwitchesPerMinute(), 0, 600),
                fields.whole("max.messages.per.second", usual.maxMessagesPerSecond(), 1, 1_000),
                TimeUnit.SECONDS.toNanos(fields.whole("cooldown.seconds", 300, 0, 86_400)),
                fields.number("minimum.remaining.percent", 100 * usual.minimumRemaining(), 0, 100) / 100,
                TimeUnit.SECONDS.toNanos(fields.whole("approval.seconds", 60, 1, 3_600)),
                fields.number("false.discovery.rate", usual.falseDiscoveryRate(), .001, .5));
    }

    private static Map<String, Set<DeskRole>> users(Fields fields) {
        Map<String, Set<DeskRole>> users = new TreeMap<>();
        for (String line : fields.texts("users", List.of())) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new RefusedSetting("users", line, "NAME=ROLE, the role one of trader, risk, admin");
            }
            users.computeIfAbsent(line.substring(0, equals).strip(), name -> EnumSet.noneOf(DeskRole.class))
                    .add(fields.constant("users", line.substring(equals + 1).strip(), DeskRole.class));
        }
        return users;
    }
}
