package io.leakage.marketdata.wire;

/**
 * A format of capture files, read record by record: the caller holds the bytes, asks how long the record at hand is, and hands it over
 * when it is whole. It remembers what a file says of itself (byte order, links, units of time) and nothing else. No allocation per packet,
 * no exception for any content. One thread.
 */
public sealed interface CaptureFormat permits PcapFormat, PcapngFormat {
    /** The longest packet believed; tcpdump's own limit. */
    int MAX_PACKET = 1 << 18;
    /** Bytes needed to tell the format. */
    int MAGIC = 4;

    /**
     * {@return the format whose file begins here, null when it is none we know}
     *
     * @param bytes  at least {@link #MAGIC} of them
     * @param offset the file's first byte
     */
    static CaptureFormat of(byte[] bytes, int offset) {
        if (PcapngFormat.begins(bytes, offset)) {
            return new PcapngFormat();
        }
        return PcapFormat.begins(bytes, offset) ? new PcapFormat() : null;
    }

    /** {@return bytes that must be there before the next record may be asked about; the file's own header is its first record} */
    int recordHeader();

    /**
     * {@return bytes of the record that begins here, its header included; 0 when they make no sense, and then {@link #problem} says why}
     *
     * @param bytes  at least {@link #recordHeader} of them
     * @param offset the record's first byte
     */
    long lengthOf(byte[] bytes, int offset);

    /**
     * Reads a whole record.
     *
     * @param bytes  holds it
     * @param offset its first byte
     * @param length what {@link #lengthOf} said
     * @param packet laid over the packet in it
     * @return whether there was one; else {@link #problem} says what is wrong with the record, null when it only holds something else
     */
    boolean read(byte[] bytes, int offset, int length, CapturedPacket packet);

    /** {@return what was wrong with the record asked about last, for a person; null when nothing. With a packet: its time} */
    String problem();

    /**
     * {@return whether a record as this file would hold it seems to begin here; for finding the way behind damage}
     *
     * @param bytes  at least {@link #recordHeader} of them
     * @param offset any byte
     */
    boolean plausible(byte[] bytes, int offset);
}
