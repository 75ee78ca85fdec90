package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u16;
import static io.leakage.marketdata.wire.LittleEndian.u32;
import static io.leakage.marketdata.wire.LittleEndian.u8;

/**
 * The head of a DBN file of version 1, 2 or 3 laid over its bytes: "DBN", the version, the length of what follows, then what was asked for
 * and which numbers stand for which symbols on which days. Holds no copy.
 */
public final class DbnMetadata {
    /** Bytes that tell version and length: "DBN", version (1), length of the rest (4). */
    public static final int PREFIX = 8;
    /** The youngest version there is. */
    public static final int LATEST = 3;
    /** Symbols are the venue's numbers. */
    public static final int BY_ID = 0;

    private static final int FIXED = 100;
    private static final int SYMBOL_V1 = 22;
    private static final int DATE = 4;

    private byte[] bytes;
    private int offset;
    private int end;
    private int version;
    private int mappings;

    /** Hears of each mapping; the texts allocate. */
    @FunctionalInterface
    public interface MappingListener {
        /**
         * On these days one name stands for another.
         *
         * @param asked    the symbol as asked for
         * @param told     the symbol as answered, a number where {@link DbnMetadata#told} is {@link DbnMetadata#BY_ID}
         * @param firstDay as in 20240131
         * @param endDay   the first day on which it does not
         */
        void mapped(String asked, String told, int firstDay, int endDay);
    }

    /** {@return whether a file that begins so is DBN} */
    public static boolean isDbn(byte[] first, int offset, int length) {
        return length >= 4 && first[offset] == 'D' && first[offset + 1] == 'B' && first[offset + 2] == 'N' && first[offset + 3] != 0;
    }

    /**
     * Reads the prefix, of which 8 bytes are there.
     *
     * @return bytes of the whole head, prefix included; up to 2³² + 7
     */
    public static long lengthOf(byte[] bytes, int offset) {
        return PREFIX + u32(bytes, offset + 4);
    }

    /**
     * Lays it over a head.
     *
     * @param head   holds it, from "DBN" on
     * @param first  its first byte
     * @param length its bytes, as {@link #lengthOf} said
     * @return null when it is whole, else what is wrong with it, for a person
     */
    public String wrap(byte[] head, int first, int length) {
        bytes = head;
        offset = first;
        end = first + length;
        if (length < PREFIX || !isDbn(head, first, length)) {
            return "no DBN at its beginning, expected DBN";
        }
        version = u8(head, first + 3);
        if (version > LATEST) {
            return "DBN version " + version + ", expected 1 to " + LATEST;
        }
        if (length < PREFIX + FIXED + 5 * 4) {
            return "a head of " + length + " bytes, expected at least " + (PREFIX + FIXED + 5 * 4);
        }
        if (version > 1 && (symbolWidth() < 2 || symbolWidth() > 1024)) {
            return "symbols of " + symbolWidth() + " bytes, expected 2 to 1024";
        }
        return findMappings();
    }

    private String findMappings() {
        long at = offset + PREFIX + FIXED;
        at += 4 + u32(bytes, (int) at);
        for (int list = 0; list < 3; list++) {
            if (at + 4 > end) {
                return "lists of symbols reach beyond the head of " + (end - offset) + " bytes";
            }
            at += 4 + u32(bytes, (int) at) * symbolWidth();
        }
        if (at + 4 > end) {
            return "lists of symbols reach beyond the head of " + (end - offset) + " bytes";
        }
        mappings = (int) at;
        return forEachMapping((asked, told, firstDay, endDay) -> { }, false);
    }

    /** {@return the version, 1 to 3} */
    public int version() {
        return version;
    }

    /** {@return the data set, as in GLBX.MDP3} */
    public String dataset() {
        return Ascii.text(bytes, offset + 8, 16);
    }

    /** {@return what the records are: 0 mbo, 1 mbp-1, 2 mbp-10, 3 tbbo, 4 trades, 9 definition, 11 status, …, 65535 mixed} */
    public int schema() {
        return u16(bytes, offset + 24);
    }

    /** {@return the first time asked for, nanoseconds since the epoch} */
    public long startNanos() {
        return i64(bytes, offset + 26);
    }

    /** {@return the end of the time asked for, nanoseconds since the epoch, or {@link DbnListener#NO_TIME}} */
    public long endNanos() {
        return i64(bytes, offset + 34);
    }

    /** {@return most records asked for, 0 when there was no limit} */
    public long limit() {
        return i64(bytes, offset + 42);
    }

    /** {@return how symbols were asked for: {@link #BY_ID}, 1 the venue's symbol, others, 255 mixed} */
    public int asked() {
        return u8(bytes, offset + (version == 1 ? 58 : 50));
    }

    /** {@return how symbols were answered, mostly {@link #BY_ID}} */
    public int told() {
        return u8(bytes, offset + (version == 1 ? 59 : 51));
    }

    /** {@return bytes of a symbol} */
    public int symbolWidth() {
        return version == 1 ? SYMBOL_V1 : u16(bytes, offset + 53);
    }

    /** Tells of every mapping. */
    public void forEachMapping(MappingListener listener) {
        forEachMapping(listener, true);
    }

    private String forEachMapping(MappingListener listener, boolean tell) {
        int width = symbolWidth();
        long count = u32(bytes, mappings);
        long at = mappings + 4L;
        for (long mapping = 0; mapping < count; mapping++) {
            if (at + width + 4 > end) {
                return "mapping " + (mapping + 1) + " of " + count + " reaches beyond the head of " + (end - offset) + " bytes";
            }
            long intervals = u32(bytes, (int) at + width);
            long next = at + width + 4 + intervals * (2 * DATE + width);
            if (next > end) {
                return "mapping " + (mapping + 1) + " of " + count + " reaches beyond the head of " + (end - offset) + " bytes";
            }
            if (tell) {
                tell(listener, (int) at, width, (int) intervals);
            }
            at = next;
        }
        return null;
    }

    private void tell(MappingListener listener, int at, int width, int intervals) {
        String asked = Ascii.text(bytes, at, width);
        int interval = at + width + 4;
        for (int i = 0; i < intervals; i++, interval += 2 * DATE + width) {
            listener.mapped(asked, Ascii.text(bytes, interval + 2 * DATE, width), LittleEndian.i32(bytes, interval),
                    LittleEndian.i32(bytes, interval + DATE));
        }
    }
}
