/**
 * One class per measure, and {@code Meter}, which runs the measures of every parent. Everything is a function of event time; nothing reads
 * a clock.
 */
package io.leakage.core.metric;
