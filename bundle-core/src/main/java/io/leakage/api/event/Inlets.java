package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/** The front door, an OSGi service: hands each source an inlet of its own. Any thread may ask. */
@ProviderType
public interface Inlets {
    /**
     * Opens the inlet of one venue feed.
     *
     * @param feed     its name, stable over restarts ({@code nasdaq-itch-a})
     * @param whenFull what its calls do while the ring is full
     * @return an inlet for one thread; asking again for the same name gives another handle on the same feed
     */
    MarketInlet market(String feed, WhenFull whenFull);

    /**
     * Opens the inlet of one drop-copy source.
     *
     * @param source its name, stable over restarts ({@code equities-us}): 1 to 64 letters, digits, dots, dashes, underscores, and not a dot
     *               first
     * @return an inlet for one thread at a time; asking again for the same name gives the same inlet
     * @throws IllegalArgumentException     when the name is another
     * @throws java.io.UncheckedIOException when the source's raw journal cannot be opened
     */
    OrderInlet orders(String source);

    /** {@return the inlet for time and for what an administrator decides; any thread may call it} */
    DeskInlet desk();

    /** {@return the inlet for what persons decide about switches; any thread may call it} */
    SwitchInlet switches();

    /** {@return the inlet for reference data; any thread may call it} */
    ReferenceInlet reference();
}
