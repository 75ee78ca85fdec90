package io.leakage.api.score;

/**
 * A trader took an order over, or gave it back.
 *
 * @param parent the parent's number
 * @param by     the trader; empty when it was given back
 * @param nanos  venue time, nanoseconds since the epoch
 */
public record TakeOver(int parent, String by, long nanos) {
}
