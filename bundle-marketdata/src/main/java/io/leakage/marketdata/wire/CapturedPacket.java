package io.leakage.marketdata.wire;

/**
 * One packet of a capture laid over the bytes of its record: where it stands, how long it was on the wire, when and on which kind of link
 * it was captured. Reused from packet to packet; holds no copy. One thread.
 */
public final class CapturedPacket {
    /** What stands for a time that nobody took or that cannot be one, as in {@link MessageSink#packet}. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private byte[] bytes = new byte[0];
    private int offset;
    private int length;
    private long wireLength;
    private int link;
    private long nanos = NO_TIME;

    /**
     * Lays it over a frame, as a capture format does, or a caller that has one from elsewhere.
     *
     * @param holder       holds it
     * @param first        its first byte
     * @param captured     its bytes that are there, within the array
     * @param onWire       its bytes when it was sent; more than {@code captured} when the capture cut it
     * @param linkType     {@code LINKTYPE_…} number
     * @param captureNanos nanoseconds since the epoch, or {@link #NO_TIME}
     * @return this
     */
    public CapturedPacket set(byte[] holder, int first, int captured, long onWire, int linkType, long captureNanos) {
        bytes = holder;
        offset = first;
        length = captured;
        wireLength = onWire;
        link = linkType;
        nanos = captureNanos;
        return this;
    }

    /** {@return what holds the packet; other packets stand in it too} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return its first byte} */
    public int offset() {
        return offset;
    }

    /** {@return its bytes that were captured} */
    public int length() {
        return length;
    }

    /** {@return the byte behind its last captured one} */
    public int end() {
        return offset + length;
    }

    /** {@return its bytes on the wire, {@link #length} or more} */
    public long wireLength() {
        return wireLength;
    }

    /** {@return the kind of link, as numbered by tcpdump.org ({@code LINKTYPE_ETHERNET} is 1)} */
    public int link() {
        return link;
    }

    /** {@return when it was captured, nanoseconds since the epoch, or {@link #NO_TIME}} */
    public long nanos() {
        return nanos;
    }
}
