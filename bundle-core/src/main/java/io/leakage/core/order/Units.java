package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.OrderReport;
import java.util.Arrays;

/**
 * Prices in one unit: the currency an instrument was first told in (15) is its unit, and pence of it are pounds of it by a hundred. Any
 * other second currency is no unit of the first; then prices stay as told, and that is doubtful.
 */
final class Units {
    private static final int[][] MINOR_OF_MAJOR = {
        {code("GBX"), code("GBP")}, {code("GBp"), code("GBP")}, {code("ZAC"), code("ZAR")}, {code("ZAc"), code("ZAR")},
        {code("ILA"), code("ILS")}, {code("ILs"), code("ILS")},
    };

    private int[] units = new int[64];
    private int numerator = 1;
    private int denominator = 1;
    private boolean doubtful;

    /** Looks at a message's currency; then {@link #price} reads its prices. */
    void read(OrderReport report, int instrument) {
        numerator = 1;
        denominator = 1;
        doubtful = false;
        if (report.currency == 0 || instrument == Absent.NAME) {
            return;
        }
        if (instrument >= units.length) {
            units = Arrays.copyOf(units, Math.max(instrument + 1, units.length * 2));
        }
        if (units[instrument] == 0) {
            units[instrument] = report.currency;
        } else if (units[instrument] != report.currency) {
            between(report.currency, units[instrument]);
        }
    }

    private void between(int told, int unit) {
        int major = major(told);
        if (major == major(unit)) {
            denominator = major == told ? 1 : 100;
            numerator = major == unit ? 1 : 100;
        } else {
            doubtful = true;
        }
    }

    /** {@return a price of the message looked at in the instrument's unit} */
    long price(long told) {
        if (told == Absent.LONG || numerator == denominator) {
            return told;
        }
        if (Math.abs(told) > Long.MAX_VALUE / 100) {
            return told;
        }
        return numerator > denominator ? told * numerator : Math.floorDiv(told + denominator / 2, denominator);
    }

    /** {@return whether the message looked at is in a currency that is no unit of the instrument's} */
    boolean isDoubtful() {
        return doubtful;
    }

    /** {@return whether a price looks like pence where its order has pounds, or the other way, and nobody told} */
    static boolean looksLikeOther(long price, long limit, int currency) {
        if (currency != 0 || price <= 0 || limit <= 0) {
            return false;
        }
        double ratio = (double) price / limit;
        return ratio > 80 && ratio < 125 || ratio > 0.008 && ratio < 0.0125;
    }

    private static int major(int code) {
        for (int[] pair : MINOR_OF_MAJOR) {
            if (pair[0] == code) {
                return pair[1];
            }
        }
        return code;
    }

    private static int code(String text) {
        return text.charAt(0) << 16 | text.charAt(1) << 8 | text.charAt(2);
    }
}
