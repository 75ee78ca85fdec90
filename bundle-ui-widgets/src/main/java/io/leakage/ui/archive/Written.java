package io.leakage.ui.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was written of an order.
 *
 * @param version how often, 0 never
 * @param said    what its card said, as {@link Said} sums it up
 */
record Written(int version, long said) {
    /** Nothing. */
    static final Written NOTHING = new Written(0, 0);

    private static final Pattern LINE = Pattern.compile("version ([1-9][0-9]{0,8}) ([0-9a-f]{16})");

    /** {@return what a line says, {@link #NOTHING} when it is none of ours} */
    static Written of(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches() ? new Written(Integer.parseInt(matcher.group(1)), Long.parseUnsignedLong(matcher.group(2), 16)) : NOTHING;
    }

    /** {@return it as a line} */
    String line() {
        return "version " + version + ' ' + String.format("%016x", said);
    }

    /** {@return what is written next} */
    Written next(long says) {
        return new Written(version + 1, says);
    }
}
