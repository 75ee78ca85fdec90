package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.wire.DbnDecoder;
import io.leakage.marketdata.wire.DbnMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A DBN file of version 1 to 3, plain, zstd or gzip. Records of kinds that touch no book are passed over and counted. A file that ends
 * inside a record, or a record that cannot be one, ends the reading there: DBN has no mark to find the next record by.
 */
final class DbnRecording extends DatedRecording {
    private static final int CAPACITY = 1 << 16;
    private static final int LARGEST_HEAD = 64 << 20;

    private final ByteWindow window;
    private final MarketInlet inlet;
    private final DbnMetadata head = new DbnMetadata();
    private DbnToInlet adapter;
    private DbnDecoder decoder;
    private long others;

    private DbnRecording(Path file, ByteWindow window, MarketInlet inlet, Consumer<String> problem) {
        super(window, new Complaints(file, problem));
        this.window = window;
        this.inlet = inlet;
    }

    /**
     * Opens a file.
     *
     * @return the file before its first record
     * @throws IOException when it cannot be opened
     */
    static DbnRecording open(Path file, MarketInlet inlet, Consumer<String> problem) throws IOException {
        return new DbnRecording(file, new ByteWindow(UnpackedFile.open(file), CAPACITY), inlet, problem);
    }

    @Override
    boolean play() throws IOException {
        if (decoder == null && !begin()) {
            return false;
        }
        if (!window.has(DbnDecoder.HEADER)) {
            return tail(window.left() == 0 ? null : "a record");
        }
        int length = DbnDecoder.lengthOf(window.bytes(), window.position());
        if (length < DbnDecoder.HEADER) {
            return stop("a record of " + length + " bytes, expected at least " + DbnDecoder.HEADER + "; reading stops here");
        }
        if (!window.has(length)) {
            return tail("a record of " + length + " bytes");
        }
        read(length);
        return true;
    }

    private void read(int length) {
        byte[] bytes = window.bytes();
        int at = window.position();
        adapter.number(++messages);
        if (!decoder.decode(bytes, at, length)) {
            if (decoder.knows(DbnDecoder.typeOf(bytes, at))) {
                complaints.tell(window.offset(), length + " bytes of a record of type " + DbnDecoder.typeOf(bytes, at)
                        + ", expected more; reading goes on behind it");
            } else {
                others++;
            }
            adapter.other(DbnDecoder.nanosOf(bytes, at));
        }
        window.skip(length);
    }

    private boolean begin() throws IOException {
        byte[] bytes = readHead();
        if (bytes == null) {
            return false;
        }
        String damage = head.wrap(bytes, 0, bytes.length);
        if (damage != null) {
            return stop(damage);
        }
        adapter = new DbnToInlet(inlet, head);
        decoder = new DbnDecoder(adapter, head.version());
        return true;
    }

    /** {@return the head, null when it could not be read, which was told; memory grows with what is really there} */
    private byte[] readHead() throws IOException {
        if (!window.has(DbnMetadata.PREFIX) || !DbnMetadata.isDbn(window.bytes(), window.position(), window.left())) {
            stop(window.broken() != null ? window.broken() : "no DBN at its beginning, expected DBN");
            return null;
        }
        long length = DbnMetadata.lengthOf(window.bytes(), window.position());
        if (length > LARGEST_HEAD) {
            stop("a head of " + length + " bytes, expected at most " + LARGEST_HEAD);
            return null;
        }
        byte[] bytes = new byte[0];
        while (bytes.length < length && window.has(1)) {
            int part = (int) Math.min(window.left(), length - bytes.length);
            bytes = Arrays.copyOf(bytes, bytes.length + part);
            System.arraycopy(window.bytes(), window.position(), bytes, bytes.length - part, part);
            window.skip(part);
        }
        if (bytes.length < length) {
            tail("a head of " + length + " bytes");
            return null;
        }
        return bytes;
    }

    private boolean tail(String expected) {
        if (window.broken() != null) {
            return stop(window.broken() + ", expected " + (expected == null ? "a record or the file's end" : expected));
        }
        return expected != null && stop("the file ends after " + window.left() + " bytes, expected " + expected);
    }

    private boolean stop(String what) {
        complaints.tell(window.offset(), what);
        return false;
    }

    @Override
    void end() {
        inlet.ended(messages + 1);
    }

    @Override
    public long venueNanos() {
        return adapter == null ? Absent.LONG : adapter.venueNanos();
    }

    @Override
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (adapter != null && adapter.unknown() > 0) {
            doubts.add(adapter.unknown() + " records about instruments whose symbol neither the file's head nor a definition tells were"
                    + " left out");
        }
        if (adapter != null && adapter.refused() > 0) {
            doubts.add(adapter.refused() + " records were left out: their side, action or price means nothing");
        }
        if (adapter != null && adapter.elsewhere() > 0) {
            doubts.add(adapter.elsewhere() + " records were left out: another publisher had spoken of their instrument first");
        }
        if (others > 0) {
            doubts.add(others + " records were passed over: none of mbo, mbp-1, mbp-10, trades, tbbo, status, definition");
        }
        return doubts;
    }
}
