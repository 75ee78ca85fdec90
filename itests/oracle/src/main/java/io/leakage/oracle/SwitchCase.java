package io.leakage.oracle;

/**
 * A parent at the turn of its stretch, where it might have been switched, and both of what would have come of that; in basis points.
 *
 * @param drift    against it since its arrival
 * @param expected what it gains until the end if it drifts on as it did
 * @param switched what it gained when it was switched
 * @param kept     what it gained when it was not
 */
record SwitchCase(double drift, double expected, double switched, double kept) {
}
