package io.leakage.core.metric;

import io.leakage.api.score.Measure;

/**
 * The mid a while before or after each fill against its price, in basis points, weighted by money:
 * <pre>  1e4 · s · Σ qᵢ (m(tᵢ + h) − pᵢ) / Σ qᵢ pᵢ</pre>
 * <p>Of one fill 1e4 · s · (m − p) / p. While the parent works, a rise after an aggressive buy is cost to what is left; after a passive fill
 * it is a good fill. Over the fills whose mid is known, see {@link OverFills}.
 * Worked case: bought 100 at 100.01 and 300 at 100.03, mids a second later 100.02 and 100.02:
 * 1e4 · (100·0.01 − 300·0.01) / (100·100.01 + 300·100.03) = −0.4999 bps.
 */
final class Markout extends OverFills.OfPrice {
    /** @param measure which horizon */
    Markout(Measure measure) {
        super(measure);
    }

    @Override
    double bps(double side, double price, double mid) {
        return 1e4 * side * (mid - price) / price;
    }
}
