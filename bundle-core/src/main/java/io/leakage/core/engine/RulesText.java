package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;
import io.leakage.core.rule.RuleSet;
import io.leakage.core.rule.json.RuleReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts the text of a rule set together from the events it came in. The door has read it before: it can be read. One thread. */
final class RulesText {
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private RuleSet set;

    /** {@return whether that was the last part: {@link #set()} is new} */
    boolean take(LeakageEvent event) {
        if (event.quantity == 0) {
            parts.reset();   // of a text before, the end may be lost
        }
        parts.write(event.text(), 0, event.textLength);
        if (event.on) {
            set = parts.size() == 0 ? null : RuleReader.read(parts.toString(StandardCharsets.UTF_8));
        }
        return event.on;
    }

    /** {@return the set told last, null when it was none} */
    RuleSet set() {
        return set;
    }
}
