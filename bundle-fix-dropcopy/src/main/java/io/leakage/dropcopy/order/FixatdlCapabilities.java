package io.leakage.dropcopy.order;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a broker's FIXatdl 1.1 file says can be done to its algorithmic orders. What the file does not say cannot be done.
 *
 * @param file                   where it was read from, for messages
 * @param strategyIdentifierTag  the tag that carries a strategy's wire value, 847 unless the broker has one of its own
 * @param changeStrategyOnCxlRpl whether a cancel/replace may change the strategy
 * @param tag957Support          whether parameters may go as the repeating group 957–960
 * @param strategies             by name
 */
public record FixatdlCapabilities(String file, int strategyIdentifierTag, boolean changeStrategyOnCxlRpl, boolean tag957Support,
        Map<String, FixatdlStrategy> strategies) {
    /**
     * Reads a file. Nothing outside of it is ever read: a document type, and so any entity of its own, is refused.
     *
     * @throws IllegalArgumentException with file, line and what was expected
     * @throws IOException              when the file cannot be read
     */
    public static FixatdlCapabilities read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FixatdlReader(file.toString(), in).read();
        }
    }

    /** {@return what the strategy that a message tells by this tag and value is called, null when the file has none or several} */
    String nameOf(int tag, String value) {
        List<String> names = strategies.values().stream().filter(one -> tag == strategyIdentifierTag && one.wireValue().equals(value))
                .map(FixatdlStrategy::name).toList();
        return names.size() == 1 ? names.get(0) : null;
    }

    /** {@return whether a tag carries a parameter, or the name, of any of its strategies} */
    boolean isStrategyTag(int tag) {
        return tag == strategyIdentifierTag || strategies.values().stream()
                .anyMatch(strategy -> strategy.parameters().values().stream().anyMatch(parameter -> parameter.fixTag() == tag));
    }
}
