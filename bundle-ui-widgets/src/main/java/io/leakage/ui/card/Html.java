package io.leakage.ui.card;

import io.leakage.api.score.Measure;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.util.Locale;

/** Texts, numbers and times as HTML holds them. */
final class Html {
    private static final int TIME_OF_DAY = 11;
    private static final int TO_THE_MILLISECOND = 23;

    private Html() {
    }

    /** {@return the text with what HTML would read as markup escaped, also within double quotes} */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /** {@return the text escaped, a dash for none} */
    static String shown(String text) {
        return text == null ? "–" : escaped(text);
    }

    /** {@return a whole number with its thousands apart} */
    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@return a moment to the millisecond, exact to who points at it; a dash for none} */
    static String moment(long epochNanos) {
        String time = Words.time(epochNanos);
        return time == null ? "–" : "<time datetime=\"" + time + "\" title=\"" + time + "\">"
                + time.substring(0, TO_THE_MILLISECOND).replace('T', ' ') + "</time>";
    }

    /** {@return the time of day to the millisecond, null for none} */
    static String timeOfDay(long epochNanos) {
        String time = Words.time(epochNanos);
        return time == null ? null : time.substring(TIME_OF_DAY, TO_THE_MILLISECOND);
    }

    /** {@return a number with the decimals of its measure} */
    static String fixed(double value, Measure measure) {
        return ScorecardText.fixed(value, measure.unit().decimals());
    }
}
