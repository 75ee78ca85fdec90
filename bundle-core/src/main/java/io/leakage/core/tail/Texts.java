package io.leakage.core.tail;

import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text behind each number, as strings that are made once. One thread. */
final class Texts {
    private final String[][] kinds = new String[NameKind.count()][64];

    /** Learns a name from an event that tells one. */
    void take(LeakageEvent event) {
        if (event.kind() != EventKind.NAMED) {
            return;
        }
        int kind = event.nameKind().ordinal();
        if (event.name >= kinds[kind].length) {
            kinds[kind] = Arrays.copyOf(kinds[kind], Math.max(event.name + 1, 2 * kinds[kind].length));
        }
        kinds[kind][event.name] = new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8);
    }

    /** {@return the text, null for {@code Absent.NAME} and for a number whose name is lost} */
    String of(NameKind kind, int name) {
        String[] texts = kinds[kind.ordinal()];
        return name < 0 || name >= texts.length ? null : texts[name];
    }
}
