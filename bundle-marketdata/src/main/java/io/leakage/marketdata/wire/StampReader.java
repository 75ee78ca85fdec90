package io.leakage.marketdata.wire;

/**
 * Looks for the time a device wrote on a frame. The Arista header says itself that it is there. A trailer does not: it is believed when
 * its time lies within a day of the capture's. One thread; no allocation.
 */
public final class StampReader {
    private static final long NEAR_NANOS = 86_400_000_000_000L;

    private final boolean detecting;
    private final StampFormat trailer;
    private final CounterTrailer counter;

    private StampReader(boolean detecting, StampFormat trailer, boolean checksumCaptured) {
        this.detecting = detecting;
        this.trailer = trailer;
        this.counter = new CounterTrailer(checksumCaptured);
    }

    /** {@return a reader that takes Arista headers and whichever of the two trailers with a whole time is there} */
    public static StampReader detecting() {
        return new StampReader(true, StampFormat.NONE, false);
    }

    /**
     * A reader that takes one format only.
     *
     * @param format           what the devices in front of the capture write; {@link StampFormat#NONE}: nothing is looked for
     * @param checksumCaptured whether the capture kept the frames' checksums; asked of {@link StampFormat#COUNTER_TRAILER} only
     * @return the reader
     */
    public static StampReader of(StampFormat format, boolean checksumCaptured) {
        return new StampReader(false, format, checksumCaptured);
    }

    /**
     * Reads the frame's time into its stamp. Frames are to come in the order they were captured, as key frames count on it.
     *
     * @param frame a frame as wrapped
     * @return whether a device's time is on it
     */
    public boolean read(CapturedFrame frame) {
        CapturedPacket packet = frame.packet();
        HardwareStamp stamp = frame.stamp();
        if (frame.aristaHeader() >= 0 && (detecting || trailer == StampFormat.ARISTA_HEADER)) {
            AristaHeader.read(frame.bytes(), frame.aristaHeader(), packet.nanos(), stamp);
            return true;
        }
        if (trailer == StampFormat.COUNTER_TRAILER) {
            return counter.read(frame, stamp);
        }
        boolean whole = frame.protocol() >= 0 && packet.wireLength() == packet.length() && frame.kind() != FrameKind.DAMAGED;
        return whole && trailer(frame.bytes(), frame.ipEnd(), packet.end(), packet.nanos(), stamp);
    }

    private boolean trailer(byte[] bytes, int ipEnd, int end, long aboutNanos, HardwareStamp stamp) {
        return (detecting || trailer == StampFormat.UTC_TRAILER) && UtcTrailer.read(bytes, ipEnd, end, aboutNanos, stamp)
                || (detecting || trailer == StampFormat.FIXED_POINT_TRAILER)
                && FixedPointTrailer.read(bytes, ipEnd, end, aboutNanos, stamp);
    }

    /** Without a time of the capture nothing tells a trailer from padding, and none is believed. */
    static boolean isNear(long nanos, long aboutNanos) {
        return aboutNanos != CapturedPacket.NO_TIME && Math.abs(nanos - aboutNanos) < NEAR_NANOS;
    }
}
