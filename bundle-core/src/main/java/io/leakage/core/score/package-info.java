/**
 * Rows and names kept for readers: the stores behind the {@code Scorecard} service. One thread writes, any thread reads and never waits.
 * A cache; the journal is the truth.
 */
package io.leakage.core.score;
