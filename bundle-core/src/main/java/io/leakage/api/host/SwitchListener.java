package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what a hook of ours knows of its requests beside what the drop copy tells: that nothing was heard in time, that the session
 * ended in between, that a person must look. Called on the hook's threads, one call at a time a request; must return soon and not throw.
 */
@ConsumerType
@FunctionalInterface
public interface SwitchListener {
    /**
     * A request stands elsewhere now.
     *
     * @param news which request and where
     */
    void onSwitch(SwitchNews news);
}
