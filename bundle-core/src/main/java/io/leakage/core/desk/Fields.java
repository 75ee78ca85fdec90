package io.leakage.core.desk;

import io.leakage.api.desk.RefusedSetting;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A configuration's fields, whatever types a file, a form, a console or a request gave them. */
final class Fields {
    private final Map<String, ?> properties;

    Fields(Map<String, ?> properties) {
        this.properties = properties;
    }

    /** {@return whether the framework or who brings configurations put it there} */
    static boolean isForeign(String field) {
        return field.startsWith("service.") || field.startsWith("component.") || field.startsWith("felix.fileinstall.")
                || field.startsWith("osgi.") || field.startsWith(":configurator:") || field.startsWith(".")
                || field.startsWith("webconsole.") || field.startsWith("org.apache.felix.");
    }

    void refuseUnknown(Set<String> known) {
        for (String field : new TreeSet<>(properties.keySet())) {
            if (!known.contains(field) && !isForeign(field)) {
                throw new RefusedSetting(field, String.join(",", texts(field, List.of())), "a field that exists: " + new TreeSet<>(known));
            }
        }
    }

    String text(String field, String otherwise) {
        List<String> texts = texts(field, List.of(otherwise));
        if (texts.size() > 1) {
            throw new RefusedSetting(field, String.join(",", texts), "one value");
        }
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** {@return its values without blanks around them; empty ones do not count} */
    List<String> texts(String field, List<String> otherwise) {
        Object value = properties.get(field);
        if (value == null) {
            return otherwise;
        }
        List<Object> values = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            values.addAll(several);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                values.add(Array.get(value, i));
            }
        } else {
            values.add(value);
        }
        return values.stream().map(one -> String.valueOf(one).strip()).filter(one -> !one.isEmpty()).toList();
    }

    int whole(String field, int otherwise, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        String text = text(field, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused(field, text, allowed);
        }
        throw refused(field, text, allowed);
    }

    double number(String field, double otherwise, double least, double most) {
        String allowed = "a number from " + least + " to " + most;
        String text = text(field, Double.toString(otherwise));
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused(field, text, allowed);
        }
        throw refused(field, text, allowed);
    }

    /** {@return the constant of this name, in capitals or not} */
    <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
        List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String name = text.toUpperCase(Locale.ROOT);
        if (!allowed.contains(name)) {
            throw refused(field, text, "one of " + String.join(", ", allowed) + ", in capitals or not");
        }
        return Enum.valueOf(type, name);
    }

    private static RefusedSetting refused(String field, String text, String allowed) {
        return new RefusedSetting(field, text.isEmpty() ? null : text, allowed);
    }
}
