package io.leakage.dropcopy.order;

import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.dropcopy.fix.FixVersion;
import io.leakage.dropcopy.fix.LinkMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The messages of a switch: 35=G with the whole order restated under another strategy, and 35=F and 35=D where the order is cancelled and
 * sent anew. FIX 5.0 SP2 carries parameters as the group 957–960 where the broker takes it; else they go by the tags of the broker's file.
 */
final class OrderMessages {
    /** What is told of a broker without a file. */
    static final String NO_FILE = "there is no FIXatdl file of broker ";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int PRICE_DECIMALS = 8;
    private static final int GROUP = 957;
    /** TargetStrategy, TargetStrategyParameters and ParticipationRate of the strategy it had. */
    private static final Set<Integer> OLD_STRATEGY = Set.of(847, 848, 849);
    /** Written from the request itself; OrigClOrdID, ClOrdID and the terms with a name of their own. */
    static final Set<Integer> OWN = Set.of(1, 11, 37, 38, 40, 41, 44, 54, 55, 59, 60);
    /** Header and trailer, which are the session's. */
    static final Set<Integer> SESSION = Set.of(8, 9, 10, 34, 35, 43, 49, 50, 52, 56, 57, 89, 90, 91, 93, 97, 115, 116, 122, 128,
            129, 142, 143, 144, 145, 212, 213, 347, 369, 627, 628, 629, 630, 1128, 1129, 1137, 1156);
    /** Heads of repeating groups, which do not fit into one value a tag. */
    static final Set<Integer> GROUPS = Set.of(78, 382, 386, 453, 454, 539, 555, 711, 802, 862, 864, 957, 1445);

    private final FixVersion version;

    /** Messages of this version. */
    OrderMessages(FixVersion version) {
        this.version = version;
    }

    /**
     * What can be done at a broker.
     *
     * @param file        the broker's, null when there is none
     * @param cancelsNew  whether an order may be cancelled and sent anew where it cannot be replaced
     */
    SwitchCapability capability(FixatdlCapabilities file, String broker, String strategy, boolean cancelsNew) {
        FixatdlStrategy target = file == null ? null : file.strategies().get(strategy);
        if (target == null || !target.single()) {
            return SwitchCapability.none(broker, strategy, file == null ? NO_FILE + "\"" + broker + "\""
                    : file.file() + " has no strategy \"" + strategy + "\" for single orders");
        }
        Set<String> carried = names(target, parameter -> carries(file, parameter));
        Set<String> mutable = names(target, parameter -> carries(file, parameter) && parameter.mutable());
        Set<String> missing = names(target, parameter -> !carries(file, parameter) && parameter.mustBeThere());
        Set<String> fixed = names(target, parameter -> !parameter.mutable() && parameter.required() && parameter.constValue().isEmpty());
        boolean replaces = file.changeStrategyOnCxlRpl() && fixed.isEmpty() && missing.isEmpty();
        boolean renews = cancelsNew && missing.isEmpty();
        if (!replaces && !renews) {
            return SwitchCapability.none(broker, strategy, why(file, strategy, missing, fixed));
        }
        return new SwitchCapability(broker, strategy, replaces, renews, replaces ? mutable : carried, "");
    }

    private static Set<String> names(FixatdlStrategy strategy, Predicate<FixatdlParameter> chosen) {
        return strategy.parameters().values().stream().filter(chosen).map(FixatdlParameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String why(FixatdlCapabilities file, String strategy, Set<String> missing, Set<String> fixed) {
        if (!missing.isEmpty()) {
            return file.file() + " names no way to carry " + missing + " of " + strategy;
        }
        return file.file() + (file.changeStrategyOnCxlRpl() ? " does not say mutableOnCxlRpl of " + fixed + " of " + strategy
                : " does not say changeStrategyOnCxlRpl");
    }

    /**
     * 35=G.
     *
     * @throws IllegalArgumentException with what cannot be said and why
     */
    LinkMessage replace(SwitchRequest request, String original, FixatdlCapabilities file, Instant now) {
        SortedMap<Integer, String> fields = terms(request, file, request.terms().quantity(), now);
        fields.put(41, original);
        orderId(request, fields);
        return strategy("G", fields, request, file, true);
    }

    /** 35=F of the order as it stands, under the ClOrdID {@code id}. */
    LinkMessage cancel(SwitchRequest request, String original, String id, Instant now) {
        SortedMap<Integer, String> fields = new TreeMap<>();
        OrderTerms terms = request.terms();
        fields.put(11, id);
        fields.put(41, original);
        orderId(request, fields);
        put(fields, 1, terms.account());
        fields.put(38, Long.toString(terms.quantity()));
        fields.put(54, Character.toString(terms.side()));
        fields.put(55, terms.symbol());
        fields.put(60, TIME.format(now));
        for (int tag : List.of(22, 48, 207)) {
            put(fields, tag, terms.others().getOrDefault(tag, ""));
        }
        return new LinkMessage("F", fields, 0, List.of());
    }

    /**
     * 35=D for what is left of the order.
     *
     * @throws IllegalArgumentException with what cannot be said and why
     */
    LinkMessage renew(SwitchRequest request, FixatdlCapabilities file, long quantity, Instant now) {
        return strategy("D", terms(request, file, quantity, now), request, file, false);
    }

    private SortedMap<Integer, String> terms(SwitchRequest request, FixatdlCapabilities file, long quantity, Instant now) {
        OrderTerms terms = request.terms();
        SortedMap<Integer, String> fields = new TreeMap<>();
        terms.others().forEach((tag, value) -> {
            if (OWN.contains(tag) || SESSION.contains(tag) || GROUPS.contains(tag)) {
                throw new IllegalArgumentException("tag " + tag + " cannot be restated as one of the other fields, got \"" + value + "\"");
            }
            if (!OLD_STRATEGY.contains(tag) && !file.isStrategyTag(tag)) {
                fields.put(tag, value);
            }
        });
        fields.put(11, request.id());
        put(fields, 1, terms.account());
        fields.put(38, Long.toString(quantity));
        fields.put(40, Character.toString(terms.ordType()));
        if (terms.isPriced()) {
            fields.put(44, BigDecimal.valueOf(terms.price(), PRICE_DECIMALS).stripTrailingZeros().toPlainString());
        }
        fields.put(54, Character.toString(terms.side()));
        fields.put(55, terms.symbol());
        fields.put(59, Character.toString(terms.timeInForce()));
        fields.put(60, TIME.format(now));
        return fields;
    }

    private LinkMessage strategy(String type, SortedMap<Integer, String> fields, SwitchRequest request, FixatdlCapabilities file,
            boolean replaces) {
        FixatdlStrategy target = file.strategies().get(request.toStrategy());
        set(fields, file.strategyIdentifierTag(), target.wireValue());
        List<SortedMap<Integer, String>> group = new ArrayList<>();
        for (Map.Entry<FixatdlParameter, String> one : values(target, request.parameters(), file, replaces).entrySet()) {
            FixatdlParameter parameter = one.getKey();
            if (asGroup(file)) {
                group.add(new TreeMap<>(Map.of(958, parameter.name(), 959, Integer.toString(parameter.type().code()),
                        960, one.getValue())));
            } else {
                set(fields, parameter.fixTag(), one.getValue());
            }
        }
        return new LinkMessage(type, fields, group.isEmpty() ? 0 : GROUP, group);
    }

    private Map<FixatdlParameter, String> values(FixatdlStrategy target, Map<String, String> asked, FixatdlCapabilities file,
            boolean replaces) {
        Map<FixatdlParameter, String> values = new LinkedHashMap<>();
        for (String name : asked.keySet()) {
            if (!target.parameters().containsKey(name)) {
                throw new IllegalArgumentException(target.name() + " has no parameter \"" + name + "\"");
            }
        }
        for (FixatdlParameter parameter : target.parameters().values()) {
            String value = asked.getOrDefault(parameter.name(), parameter.constValue());
            if (!value.isEmpty()) {
                check(parameter, value, file, replaces && asked.containsKey(parameter.name()));
                values.put(parameter, value);
            } else if (parameter.required()) {
                throw new IllegalArgumentException(target.name() + " needs the parameter \"" + parameter.name() + "\", got none");
            }
        }
        return values;
    }

    private void check(FixatdlParameter parameter, String value, FixatdlCapabilities file, boolean changes) {
        String objection = parameter.objection(value);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(parameter.name() + ": " + objection + ", got \"" + value + "\"");
        }
        if (changes && !parameter.mutable()) {
            throw new IllegalArgumentException(parameter.name() + ": " + file.file()
                    + " does not say mutableOnCxlRpl, so it cannot be set");
        }
        if (!carries(file, parameter)) {
            throw new IllegalArgumentException(parameter.name() + ": " + file.file() + " names no fixTag to carry it");
        }
    }

    private boolean carries(FixatdlCapabilities file, FixatdlParameter parameter) {
        return asGroup(file) || parameter.fixTag() != 0;
    }

    private boolean asGroup(FixatdlCapabilities file) {
        return version == FixVersion.FIX_5_0_SP2 && file.tag957Support();
    }

    private static void set(SortedMap<Integer, String> fields, int tag, String value) {
        if (OWN.contains(tag) || SESSION.contains(tag) || GROUPS.contains(tag)) {
            throw new IllegalArgumentException("tag " + tag + " belongs to the order or the session, not to a strategy, got \""
                    + value + "\"");
        }
        fields.put(tag, value);
    }

    private static void orderId(SwitchRequest request, SortedMap<Integer, String> fields) {
        put(fields, 37, request.order().ids().getOrDefault("OrderID", ""));
    }

    private static void put(SortedMap<Integer, String> fields, int tag, String value) {
        if (!value.isEmpty()) {
            fields.put(tag, value);
        }
    }
}
