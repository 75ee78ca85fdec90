package io.leakage.kafka;

import io.leakage.api.history.HistoryTable;

/**
 * What the topics are called: {@code leakage.ENV.TABLE.vN}, where N rises when a column changes its meaning, so that who reads one version
 * never meets another.
 *
 * @param env which of a firm's worlds, such as {@code prod}: letters, digits, dash, underscore
 */
record TopicNames(String env) {
    /** Checks the name. */
    TopicNames {
        if (env == null || !env.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("env: 1 to 64 letters, digits, dashes, underscores, got \"" + env + "\"");
        }
    }

    /** {@return the topic of a table} */
    String of(HistoryTable table) {
        return topic(table.id());
    }

    /** {@return the compacted topic that says how far each writer has come} */
    String positions() {
        return topic("positions");
    }

    /** {@return the transactional id of a writer: who begins with the same one ends what the other had open} */
    String writer(String name) {
        return "leakage." + env + "." + name;
    }

    private String topic(String what) {
        return "leakage." + env + "." + what + ".v" + HistoryTable.SCHEMA_VERSION;
    }
}
