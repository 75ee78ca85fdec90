package io.leakage.api.host;

import io.leakage.api.score.ParentRow;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of new scores; a host registers it as an OSGi service. Called on the mailbox thread, never on the pipeline's: a slow listener
 * gets fewer calls, always the newest row, and holds nobody up.
 */
@ConsumerType
@FunctionalInterface
public interface ScoreListener {
    /**
     * A parent has a new row.
     *
     * @param row valid during the call only
     */
    void onScore(ParentRow row);
}
