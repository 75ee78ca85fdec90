package io.leakage.api.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How far the stores that keep the history elsewhere have come, an OSGi service. Any thread may ask. */
@ProviderType
public interface HistoryHealth {
    /** {@return each store as it is now, by name} */
    List<HistoryState> stores();
}
