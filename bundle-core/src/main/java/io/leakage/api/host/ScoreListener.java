package io.leakage.api.host;

import io.leakage.api.score.ParentRow;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of new scores; a host registers it as an OSGi service. It hears of changes from now on; what stands already the
 * {@link io.leakage.api.score.Scorecard} has.
 *
 * <p>One thread, never the pipeline's, calls all listeners, one after another. While one is slow the others wait, and so do the repaints
 * of blotter columns; then each is told the newest row only. What a listener throws is logged.
 */
@ConsumerType
@FunctionalInterface
public interface ScoreListener {
    /**
     * A parent has a new row.
     *
     * @param row shared with the other listeners, so not to be changed, and valid during the call only; {@link ParentRow#copyFrom} keeps it
     */
    void onScore(ParentRow row);
}
