package io.leakage.dropcopy.order;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A strategy's parameter as the broker's file describes it.
 *
 * @param name       its name
 * @param fixTag     the tag that carries it, 0 when the file names none
 * @param type       what its values are
 * @param mutable    whether a cancel/replace may set it ({@code mutableOnCxlRpl}); false when the file does not say
 * @param required   whether it must be there
 * @param constValue the only value it has, empty when it has none such
 * @param minValue   least value, null for none
 * @param maxValue   greatest value, null for none
 * @param values     the values allowed, empty for any
 */
record FixatdlParameter(String name, int fixTag, FixatdlType type, boolean mutable, boolean required, String constValue,
        BigDecimal minValue, BigDecimal maxValue, Set<String> values) {
    /** {@return whether every message for the strategy carries it} */
    boolean mustBeThere() {
        return required || !constValue.isEmpty();
    }

    /** {@return what was expected in place of a value; empty when the value will do} */
    String objection(String value) {
        if (!constValue.isEmpty() && !constValue.equals(value)) {
            return "\"" + constValue + "\" and nothing else";
        }
        if (!type.takes(value)) {
            return type.words();
        }
        if (!values.isEmpty() && !values.contains(value)) {
            return "one of " + String.join(", ", values);
        }
        if (minValue != null && FixatdlType.number(value).compareTo(minValue) < 0) {
            return "at least " + minValue.toPlainString();
        }
        if (maxValue != null && FixatdlType.number(value).compareTo(maxValue) > 0) {
            return "at most " + maxValue.toPlainString();
        }
        return "";
    }
}
