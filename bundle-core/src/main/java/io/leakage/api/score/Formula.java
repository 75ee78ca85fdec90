package io.leakage.api.score;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A measure's formula, to be computed from inputs: of a row, to redo what the row says; of one fill, for what the measure is of that fill
 * alone. The four operations ({@code + − · /}), brackets, numbers, and names of {@link Input}s between braces.
 */
public final class Formula {
    private static final Formula[] OF_MEASURES = new Formula[Measure.count()];

    static {
        for (int i = 0; i < OF_MEASURES.length; i++) {
            OF_MEASURES[i] = new Formula(Measure.at(i).formula());
        }
    }

    private final String text;
    private final Set<Input> inputs = new LinkedHashSet<>();
    private final Term whole;
    private int at;

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException at what is no formula, with the place
     */
    Formula(String text) {
        this.text = text;
        whole = sum();
        if (at < text.length()) {
            throw wrong("an operation or the end");
        }
    }

    /** {@return the formula of a measure} */
    public static Formula of(Measure measure) {
        return OF_MEASURES[measure.ordinal()];
    }

    /** {@return what it names, in the order it names them} */
    public Set<Input> inputs() {
        return Collections.unmodifiableSet(inputs);
    }

    /** {@return whether it has a meaning for one fill alone} */
    public boolean isOfFill() {
        return inputs.stream().allMatch(Input::isOfFill) && inputs.stream().anyMatch(input -> input.when() == Input.When.FILLS);
    }

    /** {@return its value, NaN where an input it needs is not known} */
    public double value(ToDoubleFunction<Input> values) {
        return whole.value(values);
    }

    /** {@return its value for a parent, as its row's inputs give it} */
    public double value(ParentRow row) {
        return value(row::input);
    }

    /** {@return its value for one fill, NaN where it has none} */
    public double value(FillRow fill, ParentRow parent) {
        return isOfFill() ? value(input -> input.of(fill, parent)) : Double.NaN;
    }

    private interface Term {
        double value(ToDoubleFunction<Input> values);
    }

    private Term sum() {
        Term left = product();
        while (true) {
            Term first = left;
            if (takes('+')) {
                Term second = product();
                left = values -> first.value(values) + second.value(values);
            } else if (takes('−')) {
                Term second = product();
                left = values -> first.value(values) - second.value(values);
            } else {
                return left;
            }
        }
    }

    private Term product() {
        Term left = factor();
        while (true) {
            Term first = left;
            if (takes('·')) {
                Term second = factor();
                left = values -> times(first.value(values), second.value(values));
            } else if (takes('/')) {
                Term second = factor();
                left = values -> first.value(values) / second.value(values);
            } else {
                return left;
            }
        }
    }

    /** Nothing of what is not known is nothing. */
    private static double times(double first, double second) {
        return first == 0 || second == 0 ? 0 : first * second;
    }

    private Term factor() {
        if (takes('−')) {
            Term negated = factor();
            return values -> -negated.value(values);
        }
        if (takes('(')) {
            Term inner = sum();
            if (!takes(')')) {
                throw wrong(")");
            }
            return inner;
        }
        return takes('{') ? name() : number();
    }

    private Term name() {
        int end = text.indexOf('}', at);
        Input input = end < 0 ? null : Input.named(text.substring(at, end));
        if (input == null) {
            throw wrong("the name of an input and }");
        }
        at = end + 1;
        inputs.add(input);
        return values -> values.applyAsDouble(input);
    }

    private Term number() {
        skipBlanks();
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.' || text.charAt(at) == 'e')) {
            at++;
        }
        if (from == at) {
            throw wrong("a number, a name between braces or a bracket");
        }
        double number = Double.parseDouble(text.substring(from, at));
        return values -> number;
    }

    private boolean takes(char expected) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("formula " + text + ", place " + at + ": expected " + expected);
    }
}
