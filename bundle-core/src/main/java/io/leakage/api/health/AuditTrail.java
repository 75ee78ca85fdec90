package io.leakage.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** Whether the audit of switches is as it was written; a service beside the scorecard. Any thread may call. */
@ProviderType
public interface AuditTrail {
    /** {@return what was found, for a person: how many lines are whole, or in which line something is wrong and what} */
    String verify();

    /** {@return whether every line is as it was written, and none is missing or in another place} */
    boolean isWhole();
}
