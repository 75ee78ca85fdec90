/**
 * Scorecards that write themselves: when an order ends, and again when what its card says has changed, its files are put into a folder. Never
 * on a thread of the pipeline, and nothing waits for it. What a card looks like is {@code ui.card}'s and {@code ui.text}'s.
 */
package io.leakage.ui.archive;
