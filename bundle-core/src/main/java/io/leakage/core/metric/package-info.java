/**
 * One class per kind of measure; {@code Meter} runs one parent's, {@code Meters} knows whose turn it is. For the pipeline, on its thread.
 * Everything is a function of event time: it reads no clock, and it knows no rule.
 */
package io.leakage.core.metric;
