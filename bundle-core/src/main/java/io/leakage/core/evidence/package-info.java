/**
 * Is it our own signal, or just the market? Own actions that others could see, held against instants of the same instrument at which we did
 * nothing. It measures and refuses; it knows no rule. Everything is a function of event time and of a seed made of day and instrument. What is
 * assumed, what is proved and what is only simulated is told in {@code bundle-core/docs/evidence.md}.
 */
package io.leakage.core.evidence;
