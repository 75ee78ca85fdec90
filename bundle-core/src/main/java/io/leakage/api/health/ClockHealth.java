package io.leakage.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** How good the machine's clock is, an OSGi service of the market data bundle. Any thread may ask. */
@ProviderType
public interface ClockHealth {
    /** {@return what is known now; made once a second, so asking costs nothing} */
    ClockReport report();
}
