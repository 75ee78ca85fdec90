package io.leakage.api.score;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An algorithm as messages name it. The texts of rows have the value alone where TargetStrategy (847) told it, and the tag before it where
 * another did: {@code 1003} and {@code 9001=SNIPER}.
 *
 * @param tag   the tag
 * @param value its value
 */
public record WireStrategy(int tag, String value) {
    /** TargetStrategy. */
    public static final int TARGET_STRATEGY = 847;

    private static final Pattern TAGGED = Pattern.compile("(\\d{1,9})=(.*)", Pattern.DOTALL);

    /** {@return what a row's text says} */
    public static WireStrategy of(String text) {
        Matcher tagged = TAGGED.matcher(text);
        return tagged.matches() ? new WireStrategy(Integer.parseInt(tagged.group(1)), tagged.group(2))
                : new WireStrategy(TARGET_STRATEGY, text);
    }

    /** {@return tag and value as on the wire, {@code 847=1003}} */
    @Override
    public String toString() {
        return tag + "=" + value;
    }
}
