package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.HardwareStamp;
import io.leakage.marketdata.wire.StampFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Frames an Arista switch stamped, and captures in nanoseconds, against what tcpdump reads in them. */
class AristaCapturesTest {
    private static final Pattern STAMP = Pattern.compile("Timescale (TAI|UTC) .*, Timestamp (.+)\\.(\\d{9}):");

    private final List<String> problems = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void everyStampIsTheOneTcpdumpReads() throws IOException {
        List<String> expected = Files.readAllLines(RealData.path("pcap/ptp/arista_ether.out"));
        List<CheckedFrame> frames = frames();

        assertEquals(16, expected.size());
        assertEquals(16, frames.size());
        for (int i = 0; i < 16; i++) {
            Matcher matcher = STAMP.matcher(expected.get(i));
            assertTrue(matcher.find(), expected.get(i));
            assertEquals(CaptureTimes.of(expected.get(i)), CaptureTimes.text(frames.get(i).capture, 6));
            assertEquals(matcher.group(1).equals("TAI"), frames.get(i).tai);
            assertEquals(matcher.group(3), frames.get(i).written.substring(20));
            if (matcher.group(2).contains("-")) {
                assertEquals(matcher.group(2), frames.get(i).written.substring(0, 19));
            } else {   // 48 bits: tcpdump shows the lower 16 bits of the seconds, we the time nearest to the capture's
                assertEquals(Long.parseLong(matcher.group(2)), frames.get(i).nanos / 1_000_000_000L % 65_536);
                assertEquals("2019-05-29 20:37", frames.get(i).written.substring(0, 16));
            }
        }
    }

    @Test
    void whatLiesBehindTheStampIsReadToo() throws IOException {
        assertEquals(16, frames().stream().filter(frame -> frame.kind == FrameKind.IP && frame.protocol == 63).count());
        assertEquals(8, heard.stream().filter("62"::equals).count() + heard.stream().filter("54"::equals).count());   // plain; VLAN + MPLS
        assertEquals(8, heard.stream().filter("58"::equals).count());   // VLAN or MPLS
    }

    @Test
    void aSwitchThatSaysTaiAndRunsOnUtcIsSuspectedAndReadAsUtc() throws IOException {
        for (CheckedFrame frame : frames()) {
            assertEquals(frame.tai, frame.suspect);
            assertEquals(-146, Math.floorDiv(frame.utc - frame.capture, 1_000_000L), 2);   // all lie 147 ms before the capture
        }
    }

    @Test
    void nanosecondsOfTheCaptureAreKept() throws IOException {
        List<String> expected = Files.readAllLines(RealData.path("pcap/ptp/tcp-handshake-nano-tttt.out"));
        read("tcp-handshake-nano", frame -> {
            assertEquals(FrameKind.TCP, frame.kind());
            heard.add(CaptureTimes.text(frame.receiveNanos(), 9) + " IP " + frame.source().toString().replace(':', '.') + " > "
                    + frame.destination().toString().replace(':', '.') + ": tcp " + frame.payloadLength());
        });

        assertEquals(expected.stream().map(line -> line.substring(7)).toList(), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void aPacketWithTooManyNanosecondsIsToldAndReadWithoutATime() throws IOException {
        read("timestamp_invalid_nano", frame -> heard.add(frame.kind() + " " + frame.receiveNanos()));

        assertEquals(List.of("TCP 1418145369999999999", "TCP " + Long.MIN_VALUE, "TCP " + Long.MIN_VALUE), heard);
        Path file = RealData.path("pcap/ptp/timestamp_invalid_nano.pcap");
        String rest = ", expected less than a second of ns; the packet is read without a time";
        assertEquals(List.of(file + ", byte 116: time 1418145370 s and 1000000000 ns" + rest,   // 24 + 16 + 76
                file + ", byte 208: time 1418145370 s and 2147483648 ns" + rest), problems);
    }

    private List<CheckedFrame> frames() throws IOException {
        List<CheckedFrame> frames = new ArrayList<>();
        read("arista_ether", frame -> {
            frames.add(new CheckedFrame(frame));
            heard.add(Integer.toString(frame.payloadLength()));
        });
        assertEquals(List.of(), problems);
        return frames;
    }

    private void read(String name, PacketListener listener) throws IOException {
        try (CaptureFile capture = CaptureFile.open(RealData.path("pcap/ptp/" + name + ".pcap"), problems::add)) {
            capture.readAll(listener);
            assertFalse(capture.isTruncated());
        }
    }

    /** What one frame said, copied out of it. */
    private static final class CheckedFrame {
        private final FrameKind kind;
        private final int protocol;
        private final long capture;
        private final long nanos;
        private final long utc;
        private final boolean tai;
        private final boolean suspect;
        private final String written;

        CheckedFrame(CapturedFrame frame) {
            HardwareStamp stamp = frame.stamp();
            assertEquals(StampFormat.ARISTA_HEADER, stamp.format());
            kind = frame.kind();
            protocol = frame.protocol();
            capture = frame.packet().nanos();
            nanos = stamp.nanos();
            utc = frame.receiveNanos();
            tai = stamp.isTai();
            suspect = stamp.isTaiSuspect();
            written = CaptureTimes.text(nanos, 9);
        }
    }
}
