package io.leakage.health;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.Result;

/** A result as text: {@code OK the clock is LOCKED …}, a line each. */
final class Lines {
    private Lines() {
    }

    static List<String> of(Result result) {
        List<String> lines = new ArrayList<>();
        result.forEach(entry -> lines.add(entry.getStatus() + " " + entry.getMessage()));
        return lines;
    }
}
