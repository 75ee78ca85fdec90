package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.score.Flag;
import io.leakage.core.book.Listing;
import io.leakage.core.book.ReferenceData;
import io.leakage.core.book.UsualDay;

/**
 * What an order of this size is expected to move the price, by the square-root law:
 * <pre>  Y · σ · (X / V)^δ</pre>
 * <p>σ and V are a day's volatility and volume as reference data tells them, else as the tape up to the arrival taught them (LEARNED; see
 * {@link UsualDay}), Y 0.8 and δ 0.489 unless told otherwise (Sato and Kanazawa, 2024, over a market's every order).
 */
final class Impact {
    private static final double FACTOR = 0.8;
    private static final double EXPONENT = 0.489;

    private final Meter meter;
    /** For which arrival it was learned. */
    private long learnedAt = Absent.LONG;
    private double learnedVolatility = Double.NaN;
    private double learnedVolume = Double.NaN;

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
        double told = of(ReferenceField.VOLATILITY, Double.NaN);
        return Double.isNaN(told) && learn() ? learnedVolatility : told;
    }

    /** {@return a day's volume in shares, NaN while not known} */
    double dailyVolume() {
        double told = of(ReferenceField.DAILY_VOLUME, Double.NaN);
        return Double.isNaN(told) && learn() ? learnedVolume : told;
    }

    /** {@return {@link Flag} bits of where the two come from} */
    long flags() {
        boolean told = !Double.isNaN(of(ReferenceField.VOLATILITY, Double.NaN)) && !Double.isNaN(of(ReferenceField.DAILY_VOLUME, Double.NaN));
        return told ? 0 : Flag.LEARNED.bit();
    }

    /** What the order itself does to the market is not in it. {@return whether the market data has passed its arrival} */
    private boolean learn() {
        Mark start = meter.life().start();
        if (meter.listing() == null || !start.isKnown()) {
            return false;
        }
        if (learnedAt != start.from()) {
            learnedAt = start.from();
            UsualDay usual = meter.listing().usual();
            int place = usual.asOf(learnedAt);
            learnedVolatility = place < 0 ? Double.NaN : usual.volatility(place);
            learnedVolume = place < 0 ? Double.NaN : usual.dailyVolume(place);
        }
        return true;
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
