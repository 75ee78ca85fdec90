package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.CaptureFormat;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.CapturedPacket;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.StampReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * A capture, pcap or pcapng, packed by gzip or not, packet by packet; its first bytes say which. What cannot be read is told with file,
 * byte and what was expected, and reading goes on at the next record, found where the record says, else at the first place that looks like
 * one. A capture that was cut off is read up to the tear. One thread; nothing is allocated per packet that is in order.
 */
public final class CaptureFile implements Closeable {
    /** Room for the longest record and the header of the one behind it. */
    private static final int CAPACITY = 3 << 17;
    private static final int TOLD = 20;

    private final String file;
    private final Consumer<String> problem;
    private final InputStream in;
    private final byte[] buffer;
    private final StampReader stamps;
    private final CapturedPacket packet = new CapturedPacket();
    private final CapturedFrame frame = new CapturedFrame();
    private final long[] kinds = new long[FrameKind.values().length];
    private final CaptureFormat format;
    private int position;
    private int limit;
    private long bufferOffset;
    private boolean atEnd;
    private boolean finished;
    private boolean truncated;
    private long packets;
    private long stamped;
    private long problems;
    private String broken;

    CaptureFile(String file, StampReader stamps, Consumer<String> problem, InputStream in, byte[] buffer) throws IOException {
        this.file = file;
        this.stamps = stamps;
        this.problem = problem;
        this.in = in;
        this.buffer = buffer;
        this.format = has(CaptureFormat.MAGIC) ? CaptureFormat.of(buffer, 0) : null;
    }

    /**
     * {@return whether a file begins like a capture, unpacked if gzip packed it}
     *
     * @param file any file
     * @throws IOException when it cannot be opened
     */
    public static boolean isCapture(Path file) throws IOException {
        try (InputStream in = UnpackedFile.open(file)) {
            byte[] first = in.readNBytes(CaptureFormat.MAGIC);
            return first.length == CaptureFormat.MAGIC && CaptureFormat.of(first, 0) != null;
        }
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
        InputStream in = UnpackedFile.open(file);
        try {
            return new CaptureFile(file.toString(), stamps, problem, in, new byte[CAPACITY]);
        } catch (IOException | RuntimeException e) {
            in.close();
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
            if (format == null || !has(format.recordHeader())) {
                tail();
                return false;
            }
            long length = format.lengthOf(buffer, position);
            if (length == 0) {
                lost();
            } else if (length > buffer.length) {
                pass(length);
            } else if (!has((int) length)) {
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
        return problems;
    }

    /** {@return whether the file ends inside a record} */
    public boolean isTruncated() {
        return truncated;
    }

    /** {@return the byte the next record begins at, of the unpacked file} */
    public long offset() {
        return bufferOffset + position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** {@return the counters, for a person} */
    @Override
    public String toString() {
        return packets + " packets (" + packets(FrameKind.UDP) + " UDP, " + packets(FrameKind.TCP) + " TCP, "
                + packets(FrameKind.FRAGMENT) + " fragments, " + packets(FrameKind.DAMAGED) + " damaged), " + stamped
                + " with a hardware time, " + problems + " places not readable";
    }

    private boolean record(int length, PacketListener listener) {
        boolean holdsPacket = format.read(buffer, position, length, packet);
        if (format.problem() != null) {
            tell(place() + format.problem());
        }
        if (holdsPacket) {
            frame(listener);
        }
        position += length;
        return holdsPacket;
    }

    private void frame(PacketListener listener) {
        FrameKind kind = frame.wrap(packet);
        packets++;
        kinds[kind.ordinal()]++;
        if (kind == FrameKind.DAMAGED) {
            tell(place() + frame.problem());
        }
        if (stamps.read(frame)) {
            stamped++;
        }
        listener.packet(frame);
    }

    /** The record's length makes no sense: goes to the first place behind that looks like a record and is followed by one or the end. */
    private void lost() throws IOException {
        String what = place() + format.problem();
        do {
            position++;
        } while (has(format.recordHeader()) && !plausible());
        if (!has(format.recordHeader())) {
            position = limit;
        }
        tell(what + "; " + (position == limit ? "nothing readable follows" : "reading goes on at byte " + offset()));
    }

    private boolean plausible() throws IOException {
        if (!format.plausible(buffer, position)) {
            return false;
        }
        int length = (int) format.lengthOf(buffer, position);
        if (length == 0 || length + format.recordHeader() > buffer.length || !has(length)) {
            return false;
        }
        return has(length + format.recordHeader()) ? format.plausible(buffer, position + length) : limit - position == length;
    }

    /** A record too long to hold anything we read. */
    private void pass(long length) throws IOException {
        String start = place();
        long left = length;
        while (left > 0 && has(1)) {
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
        if (left > 0) {
            truncated = true;
            tell(start + "the file ends after " + (length - left) + " bytes of a record, expected " + length + why());
            finish();
        }
    }

    private void torn(long length) {
        truncated = true;
        tell(place() + "the file ends after " + (limit - position) + " bytes of a record, expected " + length + why());
        finish();
    }

    private void tail() {
        int left = limit - position;
        if (format == null) {
            tell(place() + (left == 0 ? "the file is empty" : "this is no capture") + ", expected pcap or pcapng" + why());
        } else if (left > 0 || broken != null) {
            truncated = true;
            tell(place() + "the file ends after " + left + " bytes of a record's header, expected " + format.recordHeader() + why());
        }
        finish();
    }

    private void finish() {
        finished = true;
        position = limit;
        if (problems > TOLD) {
            problem.accept(file + ": " + (problems - TOLD) + " more places could not be read");
        }
    }

    private String why() {
        return broken == null ? "" : " (the packed file is damaged here: " + broken + ")";
    }

    private void tell(String what) {
        if (++problems <= TOLD) {
            problem.accept(what);
        }
    }

    private String place() {
        return file + ", byte " + offset() + ": ";
    }

    /** {@return whether so many bytes lie ahead; reads them when they are not here yet} */
    private boolean has(int count) throws IOException {
        while (limit - position < count && !atEnd) {
            fill();
        }
        return limit - position >= count;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        bufferOffset += position;
        limit -= position;
        position = 0;
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            atEnd = read < 0;
            limit += Math.max(read, 0);
        } catch (EOFException | ZipException e) {
            atEnd = true;
            broken = e.getMessage();
        }
    }
}
