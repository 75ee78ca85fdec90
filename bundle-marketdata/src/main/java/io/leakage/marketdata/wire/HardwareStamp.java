package io.leakage.marketdata.wire;

/**
 * The time a device wrote on a frame, and what it said of that time. Reused from frame to frame; one thread. The nanoseconds are kept as
 * written: a device that claims TAI may run on UTC, so {@link #utcNanos} takes the reading that lies nearer to the capture's own clock.
 */
public final class HardwareStamp {
    /** TAI − UTC since 2017-01-01, seconds. */
    public static final int TAI_MINUS_UTC_SECONDS = 37;
    private static final long TAI_MINUS_UTC = TAI_MINUS_UTC_SECONDS * 1_000_000_000L;

    private StampFormat format = StampFormat.NONE;
    private long nanos;
    private long aboutNanos;
    private int subNanos;
    private boolean tai;
    private boolean degraded;
    private boolean duplicate;
    private int device;
    private int port;

    /** Forgets everything: absent. */
    public void clear() {
        format = StampFormat.NONE;
        subNanos = 0;
        tai = false;
        degraded = false;
        duplicate = false;
        device = 0;
        port = 0;
    }

    void set(StampFormat how, long writtenNanos, long captureNanos) {
        clear();
        format = how;
        nanos = writtenNanos;
        aboutNanos = captureNanos;
    }

    void from(int deviceNumber, int portNumber) {
        device = deviceNumber;
        port = portNumber;
    }

    void quality(boolean isDegraded, boolean isDuplicate) {
        degraded = isDegraded;
        duplicate = isDuplicate;
    }

    void fraction(int parts) {
        subNanos = parts;
    }

    void onTai() {
        tai = true;
    }

    /** {@return whether there is one} */
    public boolean isPresent() {
        return format != StampFormat.NONE;
    }

    /** {@return how it was written} */
    public StampFormat format() {
        return format;
    }

    /** {@return nanoseconds since the epoch, on the scale the device claims} */
    public long nanos() {
        return nanos;
    }

    /** {@return the part of a nanosecond beyond, in 2^-24 ns, 0 when the device does not say} */
    public int subNanos() {
        return subNanos;
    }

    /** {@return nanoseconds since the epoch in UTC} */
    public long utcNanos() {
        return tai && !isTaiSuspect() ? nanos - TAI_MINUS_UTC : nanos;
    }

    /** {@return whether the device claims TAI} */
    public boolean isTai() {
        return tai;
    }

    /** {@return whether the device claims TAI, but its time read as UTC lies nearer to the capture's} */
    public boolean isTaiSuspect() {
        return tai && aboutNanos != CapturedPacket.NO_TIME
                && Math.abs(nanos - aboutNanos) < Math.abs(nanos - TAI_MINUS_UTC - aboutNanos);
    }

    /** {@return whether the device says that its clock was not in order} */
    public boolean isDegraded() {
        return degraded;
    }

    /** {@return whether the device says that it saw this frame before} */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** {@return the device's number, 0 when it has none} */
    public int device() {
        return device;
    }

    /** {@return the port of the device it came in by, 0 when it does not say} */
    public int port() {
        return port;
    }
}
