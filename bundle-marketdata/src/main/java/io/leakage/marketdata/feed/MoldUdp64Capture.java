package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.Endpoint;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.SequencedStream;
import io.leakage.marketdata.wire.StampReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One MoldUDP64 line out of a capture, as the receiver would have had it live: packets in the order captured, each with its receive time,
 * by the device that stamped it or else by the capture. Captures published without session and numbers (all zero) are numbered in the order
 * they stand. One thread; nothing is allocated per packet that is in order.
 */
public final class MoldUdp64Capture implements Closeable {
    /** Packets looked at to find the line that is played. */
    private static final int LOOKED_AT = 100_000;
    private static final int TOLD = 20;

    private final Path path;
    private final CaptureFile file;
    private final Endpoint line;
    private final Consumer<String> problem;
    private final Playing playing = new Playing();
    private final SequencedStream stream = new SequencedStream(playing, new MoldUdp64Packet());
    private final PacketListener taking = this::take;
    private boolean handedOn;
    private boolean finished;
    private long others;
    private long unnumbered;

    private MoldUdp64Capture(Path path, CaptureFile file, Endpoint line, Consumer<String> problem) {
        this.path = path;
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /**
     * Opens a capture on the line that has most packets, and looks for hardware times that say themselves what they are.
     *
     * @param path    pcap or pcapng, packed or not
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the line before its first packet
     * @throws IOException when it cannot be opened, or no MoldUDP64 is among its first 100,000 packets
     */
    public static MoldUdp64Capture open(Path path, Consumer<String> problem) throws IOException {
        return open(path, commonest(path), StampReader.detecting(), problem);
    }

    /**
     * Opens a capture on one line.
     *
     * @param path    pcap or pcapng, packed or not
     * @param line    where the line's packets went: group and port
     * @param stamps  looks for the times devices wrote on the frames
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the line before its first packet
     * @throws IOException when it cannot be opened
     */
    public static MoldUdp64Capture open(Path path, Endpoint line, StampReader stamps, Consumer<String> problem) throws IOException {
        return new MoldUdp64Capture(path, CaptureFile.open(path, stamps, problem), line, problem);
    }

    /**
     * {@return whether a capture holds MoldUDP64}
     *
     * @param path pcap or pcapng, packed or not
     * @throws IOException when it cannot be opened
     */
    public static boolean isIn(Path path) throws IOException {
        return !lines(path).isEmpty();
    }

    private static Endpoint commonest(Path path) throws IOException {
        return lines(path).entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElseThrow(() -> new IOException(path + ": no MoldUDP64 found, expected some among the first " + LOOKED_AT
                        + " packets of a capture"));
    }

    /**
     * {@return the MoldUDP64 lines among a capture's first 100,000 packets, and how many packets with messages each has}
     *
     * @param path pcap or pcapng, packed or not
     * @throws IOException when it cannot be opened
     */
    public static Map<Endpoint, Integer> lines(Path path) throws IOException {
        Map<Endpoint, Integer> packets = new HashMap<>();
        MoldUdp64Packet mold = new MoldUdp64Packet();
        try (CaptureFile capture = CaptureFile.open(path, any -> { })) {
            while (capture.packets() < LOOKED_AT && capture.next(frame -> {
                if (isMold(frame, mold)) {
                    packets.merge(frame.destination(), 1, Integer::sum);
                }
            })) {
                continue;
            }
        }
        return packets;
    }

    /** Any twenty bytes could be a heartbeat: what counts are packets with messages that fill them to the last byte. */
    private static boolean isMold(CapturedFrame frame, MoldUdp64Packet mold) {
        return frame.kind() == FrameKind.UDP && mold.wrap(frame.bytes(), frame.payload(), frame.payloadLength()) == null
                && !mold.isHeartbeat() && !mold.isEndOfSession();
    }

    /**
     * Hands on one packet's messages; behind the last it says that the feed ended, unless the line did.
     *
     * @param sink takes them
     * @return false when there was none left
     * @throws IOException when the disk fails
     */
    public boolean next(MessageSink sink) throws IOException {
        playing.sink = sink;
        handedOn = false;
        while (!handedOn && file.next(taking)) {
            continue;
        }
        if (!handedOn) {
            end();
        }
        return handedOn;
    }

    private void end() {
        long fragments = file.packets(FrameKind.FRAGMENT);
        if (!finished && fragments > 0) {
            problem.accept(path + ": " + fragments + " IP fragments were not put together; what they carried is missing");
        }
        finished = true;
        if (!playing.ended) {
            playing.ended(stream.expected());
        }
    }

    /**
     * Hands on every packet that is left.
     *
     * @param sink takes them
     * @throws IOException when the disk fails
     */
    public void readAll(MessageSink sink) throws IOException {
        while (next(sink)) {
            continue;
        }
    }

    private void take(CapturedFrame frame) {
        if (frame.kind() != FrameKind.UDP || !frame.isTo(line)) {
            others++;
            return;
        }
        handedOn = true;
        number(frame);
        String damage = stream.packet(frame.bytes(), frame.payload(), frame.payloadLength(), frame.receiveNanos());
        if (damage != null && stream.damaged() <= TOLD) {
            problem.accept(path + ", packet " + file.packets() + ": MoldUDP64: " + damage);
        }
    }

    /** The bytes are ours until the next packet; a number written into them is read by the stream like the venue's own. */
    private void number(CapturedFrame frame) {
        int at = frame.payload();
        if (frame.payloadLength() >= MoldUdp64Packet.HEADER && isBlank(frame.bytes(), at)) {
            unnumbered++;
            for (int i = 0; i < 8; i++) {
                frame.bytes()[at + 17 - i] = (byte) (stream.expected() >>> 8 * i);
            }
        }
    }

    private static boolean isBlank(byte[] bytes, int at) {
        for (int i = at; i < at + 18; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return where the line's packets went} */
    public Endpoint line() {
        return line;
    }

    /** {@return what came and what did not} */
    public SequencedStream stream() {
        return stream;
    }

    /** {@return the capture it is read from, for its counters} */
    public CaptureFile file() {
        return file;
    }

    /** {@return packets of the capture that are not the line's} */
    public long others() {
        return others;
    }

    /** {@return packets whose session and number had been blanked} */
    public long unnumbered() {
        return unnumbered;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** {@return the counters, for a person} */
    @Override
    public String toString() {
        return line + ": " + stream + "; capture: " + file;
    }

    /** The stream's sink, which notes that the end was told. */
    private static final class Playing implements MessageSink {
        private MessageSink sink;
        private boolean ended;

        @Override
        public void packet(long receiveNanos) {
            sink.packet(receiveNanos);
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            ended = false;
            return sink.message(sequence, buffer, offset, length);
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            sink.gap(fromSequence, toSequence);
        }

        @Override
        public void ended(long sequence) {
            ended = true;
            sink.ended(sequence);
        }
    }
}
