package io.leakage.core.metric;

import io.leakage.api.event.ReferenceField;
import io.leakage.core.book.Listing;
import io.leakage.core.book.ReferenceData;

/**
 * What an order of this size is expected to move the price, by the square-root law:
 * <pre>  Y · σ · (X / V)^δ</pre>
 * <p>σ and V are a day's volatility and volume, Y 0.8 and δ 0.489 unless told otherwise (Sato and Kanazawa, 2024, over a market's every order).
 */
final class Impact {
    private static final double FACTOR = 0.8;
    private static final double EXPONENT = 0.489;

    private final Meter meter;

    Impact(Meter meter) {
        this.meter = meter;
    }

    private double of(ReferenceField field, double otherwise) {
        Listing listing = meter.listing();
        ReferenceData data = listing == null ? null : listing.reference();
        return data == null ? otherwise : data.of(field, otherwise);
    }

    /** {@return whether a day's volatility and volume are known} */
    boolean isKnown() {
        return !Double.isNaN(volatility()) && !Double.isNaN(dailyVolume());
    }

    /** {@return a day's volatility as a share of the price, NaN while not known} */
    double volatility() {
        return of(ReferenceField.VOLATILITY, Double.NaN);
    }

    /** {@return a day's volume in shares, NaN while not known} */
    double dailyVolume() {
        return of(ReferenceField.DAILY_VOLUME, Double.NaN);
    }

    /** {@return Y} */
    double factor() {
        return of(ReferenceField.IMPACT_FACTOR, FACTOR);
    }

    /** {@return δ} */
    double exponent() {
        return of(ReferenceField.IMPACT_EXPONENT, EXPONENT);
    }

    /** {@return (X / V)^δ, NaN while not known} */
    double power() {
        // StrictMath: the same on every machine, so that a replay is bit for bit the same
        return StrictMath.pow(meter.parent().ledger().executed() / dailyVolume(), exponent());
    }

    /** {@return the move expected by the end of the execution, basis points} */
    double peakBps() {
        return 1e4 * factor() * volatility() * power();
    }
}
