package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyState;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Drop copies for a person at a console. */
final class CopyText {
    private static final double SECOND = 1e9;

    private CopyText() {
    }

    /** {@return one paragraph a drop copy} */
    static String of(List<CopyState> copies) {
        if (copies.isEmpty()) {
            return "no drop copy is configured";
        }
        StringBuilder text = new StringBuilder();
        copies.forEach(copy -> copy(text, copy));
        return text.toString().stripTrailing();
    }

    private static void copy(StringBuilder text, CopyState copy) {
        add(text, "%s  %s%s%n", copy.name(), copy.condition(), copy.trouble().isEmpty() ? "" : ": " + copy.trouble());
        add(text, "  last message %s  next number %d  %s%n",
                copy.ageNanos() == Absent.LONG ? "never" : String.format(Locale.ROOT, "%.1f s ago", copy.ageNanos() / SECOND),
                copy.expectedSequence(), copy.hasGap() ? "missing " + copy.gapFrom() + " to " + (copy.gapTo() - 1) : "nothing missing");
        add(text, "  gaps %,d  resends asked %,d  gap fills %,d (%,d numbers)  epochs %,d  silences %,d  connections given up %,d%n",
                copy.gaps(), copy.resends(), copy.gapFills(), copy.nothingThere(), copy.epochs(), copy.silences(), copy.drops());
        add(text, "  delivered %,d  other types %,d  quarantined %,d  failures %,d  spilled %,d%n", copy.delivered(), copy.ignored(),
                copy.quarantined(), copy.failures(), copy.spilled());
        add(text, "  possibly duplicate %,d, dropped %,d  possibly resent %,d  executions told again and dropped %,d%n", copy.possDups(),
                copy.duplicates(), copy.possResends(), copy.repeated());
        add(text, "  rejected %,d  late %,d  gaps within wrapped messages %,d, missing %,d%n", copy.rejected(), copy.late(), copy.innerGaps(),
                copy.innerMissing());
        if (!copy.byType().isEmpty()) {
            StringJoiner types = new StringJoiner("  ", "  by type  ", "\n");
            copy.byType().forEach((type, count) -> types.add(String.format(Locale.ROOT, "%s %,d", type, count)));
            text.append(types);
        }
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
