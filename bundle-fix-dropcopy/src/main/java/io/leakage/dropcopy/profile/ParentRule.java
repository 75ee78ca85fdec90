package io.leakage.dropcopy.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to learn an order's parent. Written as {@code lookup} (ask the host), {@code 526} (the tag that names it), {@code prefix:-} (what
 * stands in the ClOrdID before the last such text), {@code clordid:^(P\d+)-} (what the regular expression's group finds in it), or
 * {@code pair:9001/9002} (a tag that names the order and one that numbers its routes: without a route, or with route 0, it is the parent
 * itself).
 *
 * @param kind    which
 * @param tag     the tag, 0 where none is meant
 * @param route   the route's tag of a pair, 0 otherwise
 * @param prefix  what ends the parent's part of a ClOrdID, empty otherwise
 * @param pattern of a ClOrdID, null otherwise
 */
public record ParentRule(Kind kind, int tag, int route, String prefix, Pattern pattern) {
    /** The forms a rule may have, for messages. */
    static final String FORMS = "lookup, a tag, prefix:TEXT, clordid:REGEX with one group, or pair:TAG/TAG";

    /** The ways there are. */
    public enum Kind {
        /** The host is asked. */
        LOOKUP,
        /** A tag names it. */
        TAG,
        /** The ClOrdID begins with it. */
        PREFIX,
        /** The ClOrdID holds it. */
        PATTERN,
        /** An order's number and a route's. */
        PAIR
    }

    /** {@return the rule that this tag names the parent} */
    public static ParentRule ofTag(int tag) {
        return new ParentRule(Kind.TAG, tag, 0, "", null);
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException with the text and the forms there are
     */
    static ParentRule of(String text) {
        try {
            if (text.equals("lookup")) {
                return new ParentRule(Kind.LOOKUP, 0, 0, "", null);
            }
            if (text.startsWith("prefix:") && text.length() > "prefix:".length()) {
                return new ParentRule(Kind.PREFIX, 0, 0, text.substring("prefix:".length()), null);
            }
            if (text.startsWith("clordid:")) {
                return pattern(text.substring("clordid:".length()));
            }
            if (text.startsWith("pair:")) {
                Matcher pair = Pattern.compile("(\\d{1,9})/(\\d{1,9})").matcher(text.substring("pair:".length()));
                if (pair.matches()) {
                    return new ParentRule(Kind.PAIR, Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)), "", null);
                }
            }
            if (text.matches("[1-9]\\d{0,8}")) {
                return ofTag(Integer.parseInt(text));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FORMS + ", got \"" + text + "\" (" + e.getMessage() + ")", e);
        }
        throw new IllegalArgumentException(FORMS + ", got \"" + text + "\"");
    }

    private static ParentRule pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        if (pattern.matcher("").groupCount() != 1) {
            throw new IllegalArgumentException("one group, got " + pattern.matcher("").groupCount());
        }
        return new ParentRule(Kind.PATTERN, 0, 0, "", pattern);
    }
}
