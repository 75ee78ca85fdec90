package io.leakage.marketdata.time;

/**
 * What the kernel says of its clock (adjtimex).
 *
 * @param synchronised  whether somebody steers it, as the kernel was told
 * @param offsetNanos   what is still to be corrected
 * @param maxErrorNanos the bound that who steers it left, grown by 500 ppm since
 * @param taiSeconds    TAI−UTC as the kernel was told, 0 when nobody did
 */
record KernelReading(boolean synchronised, long offsetNanos, long maxErrorNanos, int taiSeconds) {
}
