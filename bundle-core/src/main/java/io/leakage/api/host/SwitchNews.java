package io.leakage.api.host;

import io.leakage.api.score.SwitchState;
import java.util.Objects;

/**
 * A hook's own view of a request, told when it changes.
 *
 * @param requestId which request
 * @param state     where it stands: {@code PENDING_REPLACE}, {@code REPLACED}, {@code REFUSED}, {@code TIMED_OUT} and {@code UNKNOWN} are
 *                  heard, any other is kept for the audit only
 * @param reason    what was heard, or not heard, for a person
 * @param sent      a message that went out meanwhile, as in {@link SwitchSend#sent}; empty when none did
 * @param escalate  whether a person must look at the order now, since nothing more will be done about it here
 */
public record SwitchNews(String requestId, SwitchState state, String reason, String sent, boolean escalate) {
    /** Refuses nulls. */
    public SwitchNews {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(sent, "sent");
    }
}
