package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.CaptureFormat;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.CapturedPacket;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.StampReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A capture, pcap or pcapng, packed by gzip or not, packet by packet; its first bytes say which. What cannot be read is told with file,
 * byte and what was expected, and reading goes on at the next record, found where the record says, else at the first place that looks like
 * one. A capture that was cut off is read up to the tear. One thread; nothing is allocated per packet that is in order.
 */
public final class CaptureFile implements Closeable {
    /** Room for the longest record and the header of the one behind it. */
    private static final int CAPACITY = 3 << 17;

    private final StampReader stamps;
    private final ByteWindow window;
    private final Complaints complaints;
    private final CapturedPacket packet = new CapturedPacket();
    private final CapturedFrame frame = new CapturedFrame();
    private final long[] kinds = new long[FrameKind.values().length];
    private final CaptureFormat format;
    private boolean finished;
    private boolean truncated;
    private long packets;
    private long stamped;

    CaptureFile(StampReader stamps, ByteWindow window, Complaints complaints) throws IOException {
        this.stamps = stamps;
        this.window = window;
        this.complaints = complaints;
        this.format = window.has(CaptureFormat.MAGIC) ? CaptureFormat.of(window.bytes(), window.position()) : null;
    }

    /**
     * Opens a capture and looks for hardware times that say themselves what they are.
     *
     * @param file    what to read
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the capture before its first packet
     * @throws IOException when it cannot be opened
     */
    public static CaptureFile open(Path file, Consumer<String> problem) throws IOException {
        return open(file, StampReader.detecting(), problem);
    }

    /**
     * Opens a capture.
     *
     * @param file    what to read
     * @param stamps  looks for the times devices wrote on the frames
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the capture before its first packet
     * @throws IOException when it cannot be opened
     */
    public static CaptureFile open(Path file, StampReader stamps, Consumer<String> problem) throws IOException {
        ByteWindow window = new ByteWindow(UnpackedFile.open(file), CAPACITY);
        try {
            return new CaptureFile(stamps, window, new Complaints(file, problem));
        } catch (IOException | RuntimeException e) {
            window.close();
            throw e;
        }
    }

    /**
     * Hands on one packet, whatever its kind; a frame that is damaged inside is told and handed on too.
     *
     * @param listener takes it
     * @return false when there was none left
     * @throws IOException when the disk fails
     */
    public boolean next(PacketListener listener) throws IOException {
        while (!finished) {
            if (format == null || !window.has(format.recordHeader())) {
                tail();
                return false;
            }
            long length = format.lengthOf(window.bytes(), window.position());
            if (length == 0) {
                lost();
            } else if (length > window.bytes().length) {
                pass(length);
            } else if (!window.has((int) length)) {
                torn(length);
            } else if (record((int) length, listener)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Hands on every packet that is left.
     *
     * @param listener takes them
     * @throws IOException when the disk fails
     */
    public void readAll(PacketListener listener) throws IOException {
        while (next(listener)) {
            continue;
        }
    }

    /** {@return packets read so far} */
    public long packets() {
        return packets;
    }

    /** {@return packets of this kind read so far} */
    public long packets(FrameKind kind) {
        return kinds[kind.ordinal()];
    }

    /** {@return packets a device had written its time on} */
    public long stamped() {
        return stamped;
    }

    /** {@return how many places could not be read, frames damaged inside included} */
    public long problems() {
        return complaints.problems();
    }

    /** {@return whether the file ends inside a record} */
    public boolean isTruncated() {
        return truncated;
    }

    /** {@return the byte the next record begins at, of the unpacked file} */
    public long offset() {
        return window.offset();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** {@return the counters, for a person} */
    @Override
    public String toString() {
        return packets + " packets (" + packets(FrameKind.UDP) + " UDP, " + packets(FrameKind.TCP) + " TCP, "
                + packets(FrameKind.FRAGMENT) + " fragments, " + packets(FrameKind.DAMAGED) + " damaged), " + stamped
                + " with a hardware time, " + problems() + " places not readable";
    }

    private boolean record(int length, PacketListener listener) {
        boolean holdsPacket = format.read(window.bytes(), window.position(), length, packet);
        if (format.problem() != null) {
            tell(format.problem());
        }
        if (holdsPacket) {
            frame(listener);
        }
        window.skip(length);
        return holdsPacket;
    }

    private void frame(PacketListener listener) {
        FrameKind kind = frame.wrap(packet);
        packets++;
        kinds[kind.ordinal()]++;
        if (kind == FrameKind.DAMAGED) {
            tell(frame.problem());
        }
        if (stamps.read(frame)) {
            stamped++;
        }
        listener.packet(frame);
    }

    /** The record's length makes no sense: goes to the first place behind that looks like a record and is followed by one or the end. */
    private void lost() throws IOException {
        long start = offset();
        String what = format.problem();
        do {
            window.skip(1);
        } while (window.has(format.recordHeader()) && !plausible());
        if (!window.has(format.recordHeader())) {
            window.skip(window.left());
        }
        complaints.tell(start, what + "; "
                + (window.left() == 0 ? "nothing readable follows" : "reading goes on at byte " + offset()));
    }

    private boolean plausible() throws IOException {
        if (!format.plausible(window.bytes(), window.position())) {
            return false;
        }
        int length = (int) format.lengthOf(window.bytes(), window.position());
        if (length == 0 || length + format.recordHeader() > window.bytes().length || !window.has(length)) {
            return false;
        }
        return window.has(length + format.recordHeader()) ? format.plausible(window.bytes(), window.position() + length)
                : window.left() == length;
    }

    /** A record too long to hold anything we read. */
    private void pass(long length) throws IOException {
        long start = offset();
        long left = length;
        while (left > 0 && window.has(1)) {
            int step = (int) Math.min(left, window.left());
            window.skip(step);
            left -= step;
        }
        if (left > 0) {
            truncated = true;
            complaints.tell(start, "the file ends after " + (length - left) + " bytes of a record, expected " + length + why());
            finish();
        }
    }

    private void torn(long length) {
        truncated = true;
        tell("the file ends after " + window.left() + " bytes of a record, expected " + length + why());
        finish();
    }

    private void tail() {
        int left = window.left();
        if (format == null) {
            tell((left == 0 ? "the file is empty" : "this is no capture") + ", expected pcap or pcapng" + why());
        } else if (left > 0 || window.damage() != null) {
            truncated = true;
            tell("the file ends after " + left + " bytes of a record's header, expected " + format.recordHeader() + why());
        }
        finish();
    }

    private void finish() {
        finished = true;
        window.skip(window.left());
        complaints.end();
    }

    private String why() {
        return window.damage() == null ? "" : " (the packed file is damaged here: " + window.damage() + ")";
    }

    private void tell(String what) {
        complaints.tell(offset(), what);
    }
}
