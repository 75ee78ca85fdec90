/** Whole days through several bundles, on the plain class path: tapes in, scores and books out. */
package io.leakage.itests.scenarios;
