package io.leakage.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** The health of one drop copy, an OSGi service as long as its source is configured. Any thread may ask. */
@ProviderType
public interface CopyHealth {
    /** {@return how the drop copy is now; its counters are those of other threads, seen a moment late} */
    CopyState state();
}
