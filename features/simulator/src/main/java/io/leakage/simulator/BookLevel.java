package io.leakage.simulator;

/**
 * One price of a book.
 *
 * @param price  units of 1e-8
 * @param shares displayed there
 * @param orders how many orders they belong to
 */
public record BookLevel(long price, long shares, int orders) {
}
