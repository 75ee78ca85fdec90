package io.leakage.dropcopy.fix;

/** FIX numbers from raw bytes, exactly: no floating point on the way, nothing allocated. */
final class FixNumber {
    /** Units of one: prices are 1e-8. */
    static final int PRICE_DECIMALS = 8;

    /** So many digits fit for sure. */
    private static final int FEW_DIGITS = 18;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final long BEFORE_OVERFLOW = (Long.MAX_VALUE - 9) / 10;

    private FixNumber() {
    }

    /**
     * Reads a price.
     *
     * @return units of 1e-8; further digits are rounded to the nearest unit, a half away from zero
     */
    static long price(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        long plain = plainPrice(raw, at, stop);
        return plain >= 0 ? plain : decimal(tag, raw, start, at, stop, "a decimal number that fits 1e-8 in 64 bits");
    }

    /** {@return the price when it has neither sign nor more digits than fit for sure, −1 when it has: then {@link #decimal} tells} */
    private static long plainPrice(byte[] raw, int at, int stop) {
        int decimals = 0;
        long number = 0;
        for (int i = at; i < stop; i++) {
            int digit = raw[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (digit == '.' - '0' && decimals == 0) {
                decimals = stop - i;   // the point included
            } else {
                return -1;
            }
        }
        int point = decimals == 0 ? 0 : 1;
        int whole = stop - at - decimals;
        boolean fits = stop - at > point && decimals - point <= PRICE_DECIMALS && whole + PRICE_DECIMALS <= FEW_DIGITS;
        return fits ? number * POWERS[PRICE_DECIMALS - decimals + point] : -1;
    }

    /** {@return the number these digits write, −1 when there are none, others among them or more than fit for sure} */
    private static long plain(byte[] raw, int at, int stop) {
        long number = 0;
        int odd = 0;
        for (int i = at; i < stop; i++) {
            int digit = raw[i] - '0';
            odd |= digit | 9 - digit;   // one of them is negative
            number = number * 10 + digit;
        }
        return odd < 0 || stop - at > FEW_DIGITS || stop == at ? -1 : number;
    }

    /** Reads a quantity; {@code 100.0} is whole, {@code 100.5} and {@code -1} are refused. */
    static long quantity(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        long plain = plain(raw, at, stop);
        if (plain >= 0) {
            return plain;
        }
        int whole = at;
        while (whole < stop && raw[whole] != '.') {
            whole++;
        }
        for (int i = whole + 1; i < stop; i++) {
            if (raw[i] != '0') {
                throw Unreadable.value(tag, raw, start, at, stop, "a whole number of units");
            }
        }
        return integer(tag, raw, start, at, whole, stop);
    }

    /** Reads a number without sign or decimals. */
    static long integer(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        long plain = plain(raw, at, stop);
        return plain >= 0 ? plain : integer(tag, raw, start, at, stop, stop);
    }

    private static long integer(int tag, byte[] raw, int start, int at, int digitsEnd, int stop) throws Unreadable {
        if (at == digitsEnd) {
            throw Unreadable.value(tag, raw, start, at, stop, "digits");
        }
        long number = 0;
        for (int i = at; i < digitsEnd; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9 || number > BEFORE_OVERFLOW) {
                throw Unreadable.value(tag, raw, start, at, stop, "a whole number from 0 to 9223372036854775799");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static long decimal(int tag, byte[] raw, int start, int at, int stop, String expected) throws Unreadable {
        int first = at < stop && raw[at] == '-' ? at + 1 : at;
        int point = first;
        while (point < stop && raw[point] != '.') {
            point++;
        }
        int fraction = Math.min(stop, point + 1);
        if (point - first + stop - fraction == 0) {
            throw Unreadable.value(tag, raw, start, at, stop, expected);
        }
        long number = digits(0, tag, raw, start, at, stop, first, point, expected);
        int kept = Math.min(stop, fraction + PRICE_DECIMALS);
        number = digits(number, tag, raw, start, at, stop, fraction, kept, expected);
        for (int i = kept - fraction; i < PRICE_DECIMALS; i++) {
            if (number > BEFORE_OVERFLOW) {
                throw Unreadable.value(tag, raw, start, at, stop, expected);
            }
            number *= 10;
        }
        for (int i = kept; i < stop; i++) {
            digits(0, tag, raw, start, at, stop, i, i + 1, expected);
        }
        if (kept < stop && raw[kept] >= '5') {
            number++;
        }
        return first > at ? -number : number;
    }

    private static long digits(long before, int tag, byte[] raw, int start, int at, int stop, int from, int to, String expected)
            throws Unreadable {
        long number = before;
        for (int i = from; i < to; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9 || number > BEFORE_OVERFLOW) {
                throw Unreadable.value(tag, raw, start, at, stop, expected);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
