package io.leakage.api.host;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order's terms as they stand, all of them: a replace restates the whole order, and what it leaves out the other side may take for
 * withdrawn. Orders whose terms need a repeating group (parties, allocations) do not fit in here.
 *
 * @param side        Side (54) as in FIX: {@code 1} buy, {@code 2} sell, {@code 5} sell short …
 * @param symbol      Symbol (55)
 * @param quantity    OrderQty (38), whole units, what is filled already included; over 0
 * @param ordType     OrdType (40) as in FIX
 * @param price       Price (44) in units of 1e-8, {@link #NO_PRICE} when there is none
 * @param timeInForce TimeInForce (59) as in FIX; {@code 0}, a day, when the order does not say
 * @param account     Account (1), empty for none
 * @param others      every other field of the order's body by tag, as it stands (HandlInst 21, Currency 15, ExDestination 100 …)
 */
public record OrderTerms(char side, String symbol, long quantity, char ordType, long price, char timeInForce, String account,
        SortedMap<Integer, String> others) {
    /** No price; the same number as {@code Absent.LONG}. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    private static final char FIRST_PRINTABLE = ' ';

    /** Refuses a quantity of 0 or less and what cannot stand in a message. */
    public OrderTerms {
        code("side", side);
        code("ordType", ordType);
        code("timeInForce", timeInForce);
        if (text("symbol", symbol).isEmpty()) {
            throw new IllegalArgumentException("symbol: a symbol, got nothing");
        }
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity: over 0, got " + quantity);
        }
        text("account", account);
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        others.forEach((tag, value) -> {
            if (tag <= 0 || text("others " + tag, value).isEmpty()) {
                throw new IllegalArgumentException("others: a tag over 0 and its value, got " + tag + "=" + value);
            }
        });
    }

    /** {@return whether it has a price} */
    public boolean isPriced() {
        return price != NO_PRICE;
    }

    /** {@return the value, when it can stand in a message: printable Latin-1} */
    static String text(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            if (one < FIRST_PRINTABLE || one > '\u00ff') {
                throw new IllegalArgumentException(field + ": printable Latin-1, got character " + (int) one + " at place " + i);
            }
        }
        return value;
    }

    /** {@return a copy whose names and values can stand in a message and whose order is theirs} */
    static Map<String, String> texts(String field, Map<String, String> values) {
        SortedMap<String, String> copy = new TreeMap<>(values);
        copy.forEach((name, value) -> text(field + " " + text(field, name), value));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static void code(String field, char code) {
        if (code <= FIRST_PRINTABLE || code > '~') {
            throw new IllegalArgumentException(field + ": a FIX code of one character, got character " + (int) code);
        }
    }
}
