package io.leakage.core.desk;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code leakage:desks}, {@code leakage:deskEnable}, {@code leakage:deskDisable}, {@code leakage:deskSet}, {@code leakage:deskRemove} and
 * {@code leakage:deskHelp} in the Gogo shell; they write the configuration that files and forms write. Any thread may call.
 */
@Component(service = DeskCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=desks",
    "osgi.command.function=deskEnable", "osgi.command.function=deskDisable", "osgi.command.function=deskSet",
    "osgi.command.function=deskRemove", "osgi.command.function=deskHelp"})
public final class DeskCommandsComponent {
    private static final String HELP = """
            leakage:desks                            every desk: what is on, its mode, its orders; and what was refused, and why
            leakage:desks DESK                       the fields of one desk
            leakage:deskEnable DESK FEATURE...       switches on: columns board rules switching; makes the desk when there is none
            leakage:deskDisable DESK FEATURE...      switches off
            leakage:deskSet DESK FIELD VALUE...      changes a field: leakage:deskSet equities-us accounts EQUITY-1 EQUITY-2
            leakage:deskRemove DESK                  takes the desk away; its new orders are unassigned
            Fields: %s
            What makes no sense is refused with field, value and what is allowed; the last good configuration stays in force.""";

    private final Desks desks;
    private final Configurations configurations;

    /** For the framework. */
    @Activate
    public DeskCommandsComponent(@Reference ConfigurationAdmin admin, @Reference RegisterComponent register) {
        this.desks = register.register();
        this.configurations = new Configurations(admin, register.register());
    }

    /** {@return what these commands do} */
    public String deskHelp() {
        return HELP.formatted(String.join(" ", DeskSettings.FIELDS.stream().sorted().toList()));
    }

    /** {@return a line for each desk} */
    public String desks() {
        List<DeskState> all = desks.all();
        return all.isEmpty() ? "no desk is configured; leakage:deskHelp says how"
                : all.stream().map(DeskCommandsComponent::line).collect(Collectors.joining("\n"));
    }

    /** {@return the fields of one desk, or that there is none} */
    public String desks(String desk) {
        String json = configurations.json(desk);
        return json == null ? unknown(desk) : json;
    }

    /**
     * Switches something on for a desk.
     *
     * @param desk     its id; a desk that is not there is made
     * @param features columns, board, rules, switching
     * @return the desk, or why not
     */
    public String deskEnable(String desk, String... features) {
        boolean isNew = configurations.json(desk) == null;
        Set<String> on = isNew ? new TreeSet<>() : on(desk);
        on.addAll(Arrays.asList(features));
        return change(desk, "enabled", on.toArray(String[]::new));
    }

    /**
     * Switches something off for a desk.
     *
     * @param desk     its id
     * @param features columns, board, rules, switching
     * @return the desk, or why not
     */
    public String deskDisable(String desk, String... features) {
        if (configurations.json(desk) == null) {
            return unknown(desk);
        }
        for (String feature : features) {
            if (Arrays.stream(DeskFeature.values()).noneMatch(one -> one.word().equalsIgnoreCase(feature))) {
                return "leakage.desk: enabled: expected one of " + EnumSet.allOf(DeskFeature.class)
                        + ", in capitals or not, got \"" + feature + "\"; nothing has changed";
            }
        }
        Set<String> on = on(desk);
        on.removeIf(one -> Arrays.stream(features).anyMatch(one::equalsIgnoreCase));
        return change(desk, "enabled", on.toArray(String[]::new));
    }

    /**
     * Changes one field of a desk.
     *
     * @param desk   its id; a desk that is not there is made
     * @param field  the field's name
     * @param values its value, or several
     * @return the desk, or why not
     */
    public String deskSet(String desk, String field, String... values) {
        return change(desk, field, values);
    }

    /**
     * Takes a desk away.
     *
     * @param desk its id
     * @return that it is gone, or was not there
     */
    public String deskRemove(String desk) {
        return configurations.remove(desk) ? desk + " is removed; its new orders are unassigned" : unknown(desk);
    }

    private Set<String> on(String desk) {
        Object configured = configurations.fields(desk).get("enabled");
        List<String> usual = DeskTerms.DEFAULT.features().stream().map(DeskFeature::word).toList();
        return new TreeSet<>(new Fields(configured == null ? Map.of() : Map.of("enabled", configured)).texts("enabled", usual));
    }

    private String change(String desk, String field, String[] values) {
        Map<String, Object> fields = configurations.fields(desk);
        fields.keySet().removeIf(Fields::isForeign);
        fields.putIfAbsent("id", desk);
        fields.put(field, values.length == 1 ? values[0] : values);
        try {
            configurations.write(desk, fields);
            return SettingsJson.write(fields);
        } catch (IllegalArgumentException e) {
            return e.getMessage() + "; nothing has changed";
        }
    }

    private static String unknown(String desk) {
        return "no desk has the id " + desk + "; leakage:desks lists them";
    }

    private static String line(DeskState desk) {
        StringBuilder line = new StringBuilder(desk.id());
        if (desk.inForce()) {
            line.append("  ").append(desk.terms().mode()).append("  on: ").append(on(desk));
            for (OrderKey key : OrderKey.values()) {
                List<String> values = desk.claims().get(key);
                if (!values.isEmpty()) {
                    line.append("  ").append(DeskSettings.CLAIMS.get(key.ordinal())).append(": ").append(String.join(",", values));
                }
            }
            if (!desk.rules().isEmpty()) {
                line.append("  rules: ").append(desk.rules());
            }
        }
        if (desk.refused() != null) {
            line.append("\n  REFUSED ").append(desk.refused())
                    .append(desk.inForce() ? "; the last good configuration stays in force" : "; there is no such desk until it is mended");
        }
        return line.toString();
    }

    private static String on(DeskState desk) {
        String on = Arrays.stream(DeskFeature.values()).filter(desk.terms()::has).map(DeskFeature::word).collect(Collectors.joining(" "));
        return on.isEmpty() ? "nothing" : on;
    }
}
