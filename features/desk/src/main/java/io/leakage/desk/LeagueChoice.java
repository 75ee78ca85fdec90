package io.leakage.desk;

import io.leakage.api.score.Measure;
import io.leakage.ui.league.By;
import io.leakage.ui.league.League;
import io.leakage.ui.text.Words;

/**
 * Which league table a command line asks for.
 *
 * @param measure compared
 * @param by      what fills or footprints are grouped by
 */
record LeagueChoice(Measure measure, By by) {
    /** What is meant when nothing is said. */
    static final String USUAL = "markout_1s/venue";

    /**
     * Reads {@code MEASURE} or {@code MEASURE/BY}.
     *
     * @throws IllegalArgumentException with what is wrong and what is allowed
     */
    static LeagueChoice of(String text) {
        String[] parts = text.split("/", 2);
        Measure measure = Words.measure(parts[0]);
        By by = parts.length == 1 ? By.VENUE : By.of(parts[1]);
        if (measure == null || !League.compares(measure)) {
            throw new IllegalArgumentException("--leagues: the id of a measure that single fills or footprints have, such as markout_1s, "
                    + "got \"" + parts[0] + "\"");
        }
        if (by == null) {
            throw new IllegalArgumentException("--leagues: by one of " + By.ids() + ", got \"" + parts[1] + "\"");
        }
        return new LeagueChoice(measure, by);
    }
}
