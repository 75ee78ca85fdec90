package io.leakage.api.host;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears which orders changed since it was last told. */
@ConsumerType
@FunctionalInterface
public interface DirtyListener {
    /**
     * These orders have new numbers.
     *
     * @param clOrdIds the parents' ClOrdIDs
     */
    void changed(Set<String> clOrdIds);
}
