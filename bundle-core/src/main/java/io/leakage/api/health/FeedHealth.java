package io.leakage.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** The health of one feed, an OSGi service as long as the feed is configured. Any thread may ask. */
@ProviderType
public interface FeedHealth {
    /** {@return how the feed is now; its counters are those of another thread, seen a moment late} */
    FeedState state();
}
