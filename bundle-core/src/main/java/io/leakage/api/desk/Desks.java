package io.leakage.api.desk;

import io.leakage.api.event.DeskFeature;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Every desk as it is configured now, an OSGi service. Any thread; answers wait for nobody. */
@ProviderType
public interface Desks {
    /** {@return every desk, in force or refused, by its id} */
    List<DeskState> all();

    /** {@return the desk of this id that is in force; null when there is none} */
    DeskState find(String id);

    /**
     * Whether something is on for a desk. Orders that no desk claims, and desks that only the journal knows, have everything but
     * {@link DeskFeature#SWITCHING}.
     *
     * @param id the desk's id; null for orders that no desk claims
     */
    boolean isOn(String id, DeskFeature feature);

    /**
     * Hears that some desk was configured, refused or removed; ask what is so now.
     *
     * @param listener called on the thread that did it, while no other desk can change: it returns soon and waits for no thread that
     *                 changes desks; what it throws is logged
     * @return ends it
     */
    AutoCloseable listen(Runnable listener);
}
