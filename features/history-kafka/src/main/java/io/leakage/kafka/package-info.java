/**
 * Kafka on both sides of the scorecard: the history as topics, exactly once, and order flow and market data from topics through the front
 * door. Nothing here scores.
 */
package io.leakage.kafka;
