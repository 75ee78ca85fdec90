package io.leakage.core.evidence;

/** The standard normal distribution. */
final class Normal {
    private Normal() {
    }

    /**
     * {@return log Φ(x)} By Marsaglia's series ("Evaluating the normal distribution", 2004) in the middle, by Laplace's continued fraction in the
     * tails; relative error below 1e-12.
     */
    static double logOf(double x) {
        if (x < -6) {
            return logDensity(x) + Math.log(mills(-x));
        }
        if (x > 6) {
            return Math.log1p(-Math.exp(logDensity(x)) * mills(x));
        }
        double term = x;
        double sum = x;
        for (int i = 3; sum + term != sum; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return Math.log(.5 + sum * Math.exp(logDensity(x)));
    }

    /** (1 − Φ(x)) / φ(x), x well above 0. */
    private static double mills(double x) {
        double tail = x;
        for (int i = 60; i > 0; i--) {
            tail = x + i / tail;
        }
        return 1 / tail;
    }

    private static double logDensity(double x) {
        return -x * x / 2 - Math.log(2 * Math.PI) / 2;
    }
}
