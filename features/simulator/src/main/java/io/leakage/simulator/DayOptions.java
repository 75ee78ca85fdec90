package io.leakage.simulator;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a simulated day is made of. Equal options give equal bytes.
 *
 * @param seed    the dice
 * @param date    the trading date at the venue
 * @param zone    the venue's zone
 * @param open    when continuous trading begins there
 * @param minutes of continuous trading
 * @param symbols how many instruments, 1 … 50
 * @param parents how many parent orders, 0 … 50
 * @param trading whether the desk sends its orders; false gives the counterfactual day
 */
public record DayOptions(long seed, LocalDate date, ZoneId zone, LocalTime open, int minutes, int symbols, int parents, boolean trading) {
    /** Refuses what cannot be simulated, with the value. */
    public DayOptions {
        within("symbols", symbols, 1, 50);
        within("parents", parents, 0, 50);
        within("minutes", minutes, 1, 390);
        int opensAt = open.toSecondOfDay();
        if (opensAt < 60 || opensAt + 60 * minutes > 86_390) {
            throw new IllegalArgumentException("open " + open + " and " + minutes + " minutes do not lie within one day");
        }
    }

    /**
     * Half an hour of five instruments and six parents at New York's open, 30 January 2026.
     *
     * @param seed the dice
     * @return the options
     */
    public static DayOptions ofSeed(long seed) {
        return new DayOptions(seed, LocalDate.of(2026, 1, 30), ZoneId.of("America/New_York"), LocalTime.of(9, 30), 30, 5, 6, true);
    }

    /** {@return another day of the same kind} */
    public DayOptions seed(long of) {
        return new DayOptions(of, date, zone, open, minutes, symbols, parents, trading);
    }

    /** {@return the same day with another length, in minutes} */
    public DayOptions minutes(int of) {
        return new DayOptions(seed, date, zone, open, of, symbols, parents, trading);
    }

    /** {@return the same day with so many instruments} */
    public DayOptions symbols(int of) {
        return new DayOptions(seed, date, zone, open, minutes, of, parents, trading);
    }

    /** {@return the same day with so many parent orders} */
    public DayOptions parents(int of) {
        return new DayOptions(seed, date, zone, open, minutes, symbols, of, trading);
    }

    /** {@return the same day on another date} */
    public DayOptions date(LocalDate of) {
        return new DayOptions(seed, of, zone, open, minutes, symbols, parents, trading);
    }

    /** {@return the counterfactual: the same dice, and none of the desk's orders} */
    public DayOptions withoutOrders() {
        return new DayOptions(seed, date, zone, open, minutes, symbols, parents, false);
    }

    /** {@return nanoseconds since the epoch that the venue's time stamps count from} */
    public long midnightNanos() {
        // from the open, not from the calendar's midnight: on a day that changes the clock the trading hours are what must be right
        return date.atTime(open).atZone(zone).toEpochSecond() * 1_000_000_000L - open.toNanoOfDay();
    }

    private static void within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + low + " … " + high);
        }
    }
}
