package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what a hook knows of its requests beside what the drop copy tells: that nothing was heard in time, that the session ended in
 * between, that a person must look. The core registers one as an OSGi service; our hook tells every one there is, and a host's hook
 * should. Called on the hook's threads, one call at a time a request; must return soon and not throw.
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
