/**
 * How live orders went: their numbers over time, for the charts of the board. What is kept is bounded, thinned out the longer an order
 * lives, and forgotten when the bundle stops; the journal is the truth.
 */
package io.leakage.ui.course;
