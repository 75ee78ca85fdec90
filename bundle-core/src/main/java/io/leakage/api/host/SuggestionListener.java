package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Shows a suggested switch to a person; a host registers it as an OSGi service, and it is told while there is no {@link AlgoSwitchHook}:
 * of several the one of the highest ranking. Called on the thread that carries switches; what it throws is told as a refusal of the
 * request.
 */
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
