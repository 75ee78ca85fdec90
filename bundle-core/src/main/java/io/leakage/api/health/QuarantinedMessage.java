package io.leakage.api.health;

import java.util.Objects;

/**
 * A message nobody could read, or an execution that contradicts what was told before.
 *
 * @param source   the drop copy it came from
 * @param position its place in that source's raw journal
 * @param reason   what was expected and not found, its first 120 bytes; or which execution contradicts another, which may be longer
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
