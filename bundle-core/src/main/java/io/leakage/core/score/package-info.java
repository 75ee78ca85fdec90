/**
 * Rows kept for readers: the stores behind the {@code Scorecard} service. A cache; the journal is the truth.
 */
package io.leakage.core.score;
