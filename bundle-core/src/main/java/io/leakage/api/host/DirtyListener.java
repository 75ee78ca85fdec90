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
     * @param clOrdIds the parents' ClOrdIDs as the board has them, behind those of one session alone its word ({@code P-1@east}): to be
     *                 given to {@link OrderRef#clOrdId} as they are
     */
    void changed(Set<String> clOrdIds);
}
