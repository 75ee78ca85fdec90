/**
 * A paired-seed exchange and desk for demonstrations, tests and research: a limit-order book of several instruments with random
 * background flow, and parent orders worked in child orders in the same book. What leaves it is what a real venue and a real desk
 * send: ITCH 5.0 in a file or in MoldUDP64, and a FIX 4.4 drop copy in a log or over a session.
 *
 * <p>The same seed gives the same bytes, and the same seed without the desk's orders gives the same background draws: the
 * difference of the two days is the desk's own impact, known exactly.
 *
 * <p>A {@code World} says what is true in a shorter stretch of such a market: whether somebody reacts to our orders and how, whether
 * prices drift, jump, become volatile, stop or are lost on the way. What it did to each footprint is known exactly, from stretches of
 * the same seed.
 *
 * <p>It is the exchange, not the product: it scores nothing, imports nothing of the product's core, and its prices are no forecast.
 */
package io.leakage.simulator;
