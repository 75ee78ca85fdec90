package io.leakage.core.evidence;

import io.leakage.api.score.Grade;

/**
 * How much evidence is amber and how much red: 1/α. The chance that a parent that leaks nothing ever reaches it is at most α.
 *
 * @param amber α of amber, between 0 and 1
 * @param red   α of red, not more than that of amber
 */
public record Alarm(double amber, double red) {
    /** One in five is amber, one in fifty red. */
    public static final Alarm DEFAULT = new Alarm(.20, .02);

    /** Refuses what is no pair of chances. */
    public Alarm {
        if (!(red > 0 && red <= amber && amber < 1)) {
            throw new IllegalArgumentException("0 < red ≤ amber < 1: " + red + ", " + amber);
        }
    }

    /** {@return the grade of so much evidence} */
    public Grade of(double evidence) {
        return evidence * red >= 1 ? Grade.RED : evidence * amber >= 1 ? Grade.AMBER : Grade.GREEN;
    }
}
