/**
 * League tables: what fills cost and what footprints leaked by venue, algorithm and the like, with what little data says pulled towards what all of it says. Computed
 * on demand from the rows of a scorecard, live or replayed; keeps nothing, and knows no text, page or library.
 */
package io.leakage.ui.league;
