package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/** Shows a suggested switch to a person. Called on the mailbox thread; what it throws is told as a refusal of the request. */
@ConsumerType
@FunctionalInterface
public interface SuggestionListener {
    /**
     * A switch is suggested; nothing was sent and nothing will be.
     *
     * @param request what would be asked for
     */
    void onSuggestion(SwitchRequest request);
}
