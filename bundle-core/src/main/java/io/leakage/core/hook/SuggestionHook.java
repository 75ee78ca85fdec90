package io.leakage.core.hook;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.SuggestionListener;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.Objects;
import java.util.Set;

/** Shows a switch to a person and does no more. */
public final class SuggestionHook implements AlgoSwitchHook {
    private static final SwitchSend SUGGESTED = SwitchSend.notSent("a suggestion: shown, not sent");

    private final SuggestionListener listener;

    /** A hook that tells this listener. */
    public SuggestionHook(SuggestionListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        return new SwitchCapability(broker, strategy, true, false, Set.of(), "");
    }

    @Override
    public SwitchSend send(SwitchRequest request) {
        try {
            listener.onSuggestion(request);
            return SUGGESTED;
        } catch (RuntimeException failed) {
            return SwitchSend.refused("the listener failed: " + failed);
        }
    }
}
