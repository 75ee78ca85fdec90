package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.leakage.marketdata.tape.CaptureBytes;
import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Mutations;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.PtpMessage;
import io.leakage.marketdata.wire.SequencedStream;
import io.leakage.marketdata.wire.StampFormat;
import io.leakage.marketdata.wire.StampReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes come, no decoder throws anything it does not declare, and 4 KB of them never make it allocate a megabyte. */
class AnyBytesTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int EXECUTIONS = 100_000;
    private static final long MOST_BYTES = 1 << 20;

    private final byte[] buffer = new byte[3 << 17];
    private final PtpMessage ptp = new PtpMessage();
    private final long[] kinds = new long[FrameKind.values().length];
    private long stamped;
    private long problems;
    private long ptpMessages;

    @Test
    void noCaptureBreaksItsReader() throws IOException {
        Mutations bytes = new Mutations(1, captures());
        long most = 0;
        for (int i = 0; i < EXECUTIONS; i++) {
            byte[] any = bytes.next();
            long before = THREAD.getCurrentThreadAllocatedBytes();
            ByteWindow window = new ByteWindow(new ByteArrayInputStream(any), buffer);
            try (CaptureFile file = new CaptureFile(stamps(i), window, new Complaints(Path.of("any"), what -> problems++))) {
                file.readAll(this::look);
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("execution " + i, e);
            }
            most = Math.max(most, THREAD.getCurrentThreadAllocatedBytes() - before);
        }

        assertTrue(most < MOST_BYTES - buffer.length, most + " bytes and the reader's own " + buffer.length);
        assertTrue(problems > EXECUTIONS / 2, problems + " problems");   // the mutations reach what they are to reach
        for (FrameKind kind : FrameKind.values()) {
            assertTrue(kinds[kind.ordinal()] > 1_000, kind + ": " + kinds[kind.ordinal()]);
        }
        assertTrue(stamped > 1_000, stamped + " stamped");
        assertTrue(ptpMessages > 1_000, ptpMessages + " PTP messages");
    }

    @Test
    void noMoldUdp64PacketBreaksTheStreamAndNoMessageTheDecoder() {
        Mutations bytes = new Mutations(2, List.of(Wire.mold("S", 1, add(), Wire.delete(1, 2, 3)), Wire.mold("S", 9, Wire.system(1, 'O')),
                Wire.mold("S", 2, 0xFFFF, new byte[0]), add()));
        SequencedStream stream = new SequencedStream(new DecodingSink(), new MoldUdp64Packet());
        Itch50Decoder decoder = new Itch50Decoder(quiet());
        int read = 0;
        for (int i = 0; i < EXECUTIONS; i++) {
            byte[] any = bytes.next();
            try {
                stream.packet(any, 0, any.length, i);
                read += decoder.decode(any, 0, any.length) ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError("execution " + i, e);
            }
        }

        assertEquals(EXECUTIONS, stream.packets());
        assertTrue(stream.messages() > 10_000 && stream.damaged() > 10_000, stream::toString);
        assertTrue(read > 1_000, read + " messages");
    }

    @Test
    void openingAndPlayingASmallCaptureAllocatesLessThanAMegabyte(@TempDir Path folder) throws IOException {
        CaptureBytes capture = CaptureBytes.pcap();
        for (int i = 1; i <= 35; i++) {   // 24 + 35 × (16 + 42 + 20 + 38) = 4,084 bytes
            capture.packet(5, i, Frames.datagram(Wire.mold("S", i, add())));
        }
        Path file = Files.write(folder.resolve("small.pcap"), capture.array());
        DecodingSink sink = new DecodingSink();
        for (int i = 0; i < 3; i++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            try (MoldUdp64Capture mold = MoldUdp64Capture.open(file, what -> problems++)) {
                mold.readAll(sink);
            }
            long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
            assertTrue(i == 0 || allocated < MOST_BYTES, allocated + " bytes");   // the first run loads classes
        }
        assertEquals(3 * 35, sink.messages);
    }

    /** Everything a listener may ask of a frame. */
    private void look(CapturedFrame frame) {
        kinds[frame.kind().ordinal()]++;
        boolean inside = frame.payload() >= frame.packet().offset() && frame.payloadLength() >= 0
                && frame.payload() + frame.payloadLength() <= frame.packet().end() && frame.packet().end() <= frame.bytes().length
                && frame.ipEnd() <= frame.packet().end();
        assertTrue(inside, "a payload outside of its packet");
        assertEquals(frame.kind() == FrameKind.DAMAGED, frame.problem() != null);
        assertTrue(frame.isTo(frame.destination()));
        frame.source();
        frame.receiveNanos();
        stamped += frame.stamp().isPresent() ? 1 : 0;
        if (ptp.wrap(frame.bytes(), frame.payload(), frame.payloadLength()) == null) {
            ptpMessages++;
            askPtp();
        }
    }

    private void askPtp() {
        ptp.managementData();
        switch (ptp.type()) {
            case ANNOUNCE -> ptp.timeSource();
            case MANAGEMENT -> ptp.managementId();
            case DELAY_RESPONSE, PEER_DELAY_REQUEST, PEER_DELAY_RESPONSE, PEER_DELAY_FOLLOW_UP -> ptp.requestingPort();
            case SYNC, DELAY_REQUEST, FOLLOW_UP -> ptp.nanos();
            case SIGNALING -> ptp.targetPort();
            default -> ptp.logInterval();
        }
    }

    private static StampReader stamps(int execution) {
        return execution % 3 == 0 ? StampReader.of(StampFormat.COUNTER_TRAILER, execution % 2 == 0) : StampReader.detecting();
    }

    private static List<byte[]> captures() {
        List<byte[]> captures = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int link : List.of(1, 113, 276, 0, 101)) {
                captures.add(pcap(order, link));
            }
            captures.add(pcapng(order));
        }
        return captures;
    }

    private static byte[] pcap(ByteOrder order, int link) {
        byte[] head = switch (link) {
            case 113 -> Wire.hex("0004 0001 0006 001122334455 0000 0800");
            case 276 -> Wire.hex("0800 0000 00000002 0001 04 06 001122334455 0000");
            case 0 -> Wire.hex("02000000");
            default -> new byte[0];
        };
        byte[] plain = Frames.ipv4(Frames.GROUP, 17, Frames.udp(Frames.PORT, Wire.mold("S", 1, add())));
        CaptureBytes file = CaptureBytes.pcap(order, 0xA1B23C4D, link);
        if (link != 1) {
            return file.packet(5, 1, Frames.join(head, plain)).packet(5, 2, Frames.join(head, plain)).array();
        }
        return file.packet(5, 1, Frames.ethernet(0x8100, Frames.tag(7, 0x0800, plain)))
                .packet(5, 2, Frames.join(Frames.ethernet(0x0800, plain), Wire.hex("deadbeef 80000021 00000005 00000003 03 0001 02")))
                .packet(5, 3, Frames.join(Frames.ethernet(0x0800, plain), Wire.hex("deadbeef 03 09 00000005 4000000000 00")))
                .packet(5, 4, Frames.ethernet(0x0800, Frames.ipv4(-1, 253, Wire.hex("00".repeat(7) + "01" + "00".repeat(54)))))
                .packet(5, 5, Frames.ethernet(0xD28B, Frames.join(Wire.hex("0001 0020 0005 00000009 0800"), plain)))
                .packet(5, 6, Frames.ethernet(0x88F7, ptp())).array();
    }

    private static byte[] pcapng(ByteOrder order) {
        CaptureBytes file = CaptureBytes.pcapng(order);
        byte[] ip6 = Frames.ipv6(0, Frames.join(Wire.hex("2c 00 000000000000 11 00 0000 00000007"), Frames.udp(1, new byte[4])));
        return file.section().networkInterface(1, 0, file.option(9, new byte[] {9}), file.option(14, file.i64(3)))
                .networkInterface(101, 64).enhanced(0, 5_000_000_000L, Frames.datagram(ptp())).enhanced(1, 5_000, ip6)
                .enhanced(0, 7, Frames.ethernet(0x0800, Frames.ipv4(1, 6, Frames.tcp(9, new byte[3]))))
                .old(0, 6, Frames.ethernet(0x0800, Frames.ipv4(1, 17, 0x2000, new byte[4], new byte[8])))
                .simple(43, Frames.datagram(new byte[1])).block(5, new byte[12]).array();
    }

    /** {@return an announce message of 64 bytes, all else zero} */
    private static byte[] ptp() {
        return Wire.hex("0b 02 0040" + "00".repeat(60));
    }

    private static byte[] add() {
        return Wire.add(1, 1, 42, 'B', 500, "INST", 10_000);
    }

    /** {@return a listener that keeps nothing} */
    private static Itch50Listener quiet() {
        return (Itch50Listener) Proxy.newProxyInstance(Itch50Listener.class.getClassLoader(), new Class<?>[] {Itch50Listener.class},
                (proxy, method, arguments) -> null);
    }

    /** Decodes what comes and counts it. */
    private static final class DecodingSink extends Deaf {
        private final Itch50Decoder decoder = new Itch50Decoder(quiet());
        private long messages;

        @Override
        public boolean message(long sequence, byte[] bytes, int offset, int length) {
            messages++;
            return decoder.decode(bytes, offset, length);
        }
    }
}
