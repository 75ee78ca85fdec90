package io.leakage.api.score;

/** How measures that differ in their horizon, or in what they compare, are computed alike. */
final class Formulas {
    private Formulas() {
    }

    static String moved(String to, String from) {
        return "1e4 · {side} · ({" + to + "} − {" + from + "}) / {" + from + "}";
    }

    static String part(String moved) {
        return "1e4 · {" + moved + "} / {arrival_mid}";
    }

    static String bets() {
        return "({bet_10ms} + {bet_100ms} + {bet_1s} + {bet_10s} + {bet_unfilled_10ms} + {bet_unfilled_100ms} + {bet_unfilled_1s} "
                + "+ {bet_unfilled_10s}) / 8";
    }

    static String pwp(String percent) {
        return "average fill against the average price of the trades from arrival on until the order is " + percent + " % of their volume";
    }

    static String impact() {
        return "1e4 · {impact_factor} · {daily_volatility} · {volume_power}";
    }

    static String reverted(String horizon) {
        return "−100 · ({mid_last_" + horizon + "} − {mid_last}) / ({mid_last} − {arrival_mid})";
    }

    static String filled(String within) {
        return "100 · {filled_within_" + within + "} / {rested}";
    }

    static String deficit(String within) {
        return filled(within) + " − 100 · {expected_fill_" + within + "}";
    }

    static String shortfall() {
        return "{side} · ({paid} − {executed} · {decision_price} + {residual} · ({mid_end} − {decision_price})) + {fees}";
    }

    static String realised(String horizon) {
        return "2e4 · {side} · ({price_with_" + horizon + "} − {mid_with_" + horizon + "}) / {touch_with_" + horizon + "}";
    }

    static String markout(String horizon) {
        return moved("mid_at_" + horizon, "price_at_" + horizon);
    }

    static String midMarkout(String horizon) {
        return moved("mid_with_" + horizon, "touch_with_" + horizon);
    }
}
