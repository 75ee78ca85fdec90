package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;

/** The values of fields that say one of a few things. */
final class FixCode {
    private FixCode() {
    }

    /** {@return Side (54) folded to buy or sell} */
    static Side side(byte[] raw, int start, int at, int stop) throws Unreadable {
        return switch (stop - at == 1 ? raw[at] : 0) {
            case '1', '3' -> Side.BUY;
            case '2', '5', '6' -> Side.SELL;
            default -> throw Unreadable.value(54, raw, start, at, stop, "1 or 3 (buy), 2, 5 or 6 (sell)");
        };
    }

    /** {@return whether a Side (54) is not told on purpose (7), as in a request for quotes for both} */
    static boolean isUndisclosed(byte[] raw, int at, int stop) {
        return stop - at == 1 && raw[at] == '7';
    }

    /** {@return a code of one character} */
    static char code(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        if (stop - at != 1) {
            throw Unreadable.value(tag, raw, start, at, stop, "one character");
        }
        return (char) (raw[at] & 0xFF);
    }

    /** {@return a code from 0 to 99} */
    static int digit(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        long number = FixNumber.integer(tag, raw, start, at, stop);
        if (number > 99) {
            throw Unreadable.value(tag, raw, start, at, stop, "a code from 0 to 99");
        }
        return (int) number;
    }

    /** What kind of trade or restatement it is; what is no small number is no kind we know, and the fill beside it is true all the same. */
    static int kind(byte[] raw, int at, int stop) {
        int number = 0;
        for (int i = at; i < stop; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9 || number > 3000) {
                return Absent.NAME;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** {@return a currency as {@code OrderMessage} packs it, 0 for what is none} */
    static int currency(byte[] raw, int at, int stop) {
        return stop - at != 3 ? 0 : (raw[at] & 0xFF) << 16 | (raw[at + 1] & 0xFF) << 8 | raw[at + 2] & 0xFF;
    }

    /** {@return Y as true, N as false} */
    static boolean yes(int tag, byte[] raw, int start, int at, int stop) throws Unreadable {
        if (stop - at != 1 || raw[at] != 'Y' && raw[at] != 'N') {
            throw Unreadable.value(tag, raw, start, at, stop, "Y or N");
        }
        return raw[at] == 'Y';
    }
}
