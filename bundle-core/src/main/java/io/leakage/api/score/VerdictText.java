package io.leakage.api.score;

import java.time.Instant;

/** A verdict as a line for a person. Any thread. */
public final class VerdictText {
    private static final long SECOND = 1_000_000_000L;

    private VerdictText() {
    }

    /**
     * {@return when (UTC), which order, which light, which rule of which version, and why}
     *
     * @param scorecard knows the order's names
     * @param verdict   one of its
     */
    public static String of(Scorecard scorecard, Verdict verdict) {
        ParentRow row = new ParentRow();
        boolean known = scorecard.read(verdict.parent(), row);
        StringBuilder line = new StringBuilder(200);
        line.append(Instant.ofEpochSecond(Math.floorDiv(verdict.nanos(), SECOND), Math.floorMod(verdict.nanos(), SECOND)))
                .append(' ').append(known ? scorecard.text(NameKind.ORDER, row.order()) : "parent " + verdict.parent())
                .append(' ').append(known ? scorecard.text(NameKind.INSTRUMENT, row.instrument()) : "?")
                .append(' ').append(verdict.grade()).append(" rule ").append(verdict.rule())
                .append(" (").append(verdict.rules()).append(" version ").append(verdict.version()).append(')')
                .append(verdict.fired() ? " fired: " : " ended: ").append(String.join(", ", verdict.why()));
        if (verdict.fired() && !verdict.switchTo().isEmpty()) {
            line.append("; asks to switch to ").append(verdict.switchTo()).append(" (").append(verdict.mode()).append(')');
            if (!verdict.vetoes().isEmpty()) {
                line.append(", held back by ").append(String.join(", ", verdict.vetoes()));
            }
        }
        return line.toString();
    }
}
