package io.leakage.api.health;

import java.util.Objects;

/**
 * A message nobody could read.
 *
 * @param source   the drop copy it came from
 * @param position its place in that source's raw journal
 * @param reason   what was expected and not found, at most 120 bytes
 * @param raw      the message as received; empty when the journal cannot give it back. The reader's own copy
 */
public record QuarantinedMessage(String source, long position, String reason, byte[] raw) {
    /** Refuses nothing but null. */
    public QuarantinedMessage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(raw, "raw");
    }
}
