package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.PtpMessage;
import io.leakage.marketdata.wire.PtpType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PTP as tcpdump's own tests have it: each packet is written out from our fields and compared with tcpdump's line, word by word. */
class PtpCapturesTest {
    private static final Map<PtpType, String> NAMES = Map.of(PtpType.SYNC, "sync", PtpType.DELAY_REQUEST, "delay req",
            PtpType.PEER_DELAY_REQUEST, "peer delay req", PtpType.FOLLOW_UP, "follow up", PtpType.DELAY_RESPONSE, "delay resp",
            PtpType.ANNOUNCE, "announce", PtpType.MANAGEMENT, "management");
    private static final List<String> CONTROLS = List.of("Sync", "Delay_Req", "Follow_Up", "Delay_Resp", "Management", "Other");

    private final List<String> problems = new ArrayList<>();
    private final PtpMessage message = new PtpMessage();

    @ParameterizedTest(name = "{0}: {1} messages")
    @CsvSource({"ptp, 5", "ptp_corrections, 3", "ptp_ethernet, 205", "ptp_management, 10", "ptp_v2_1, 38"})
    void everyMessageIsReadAsTcpdumpReadsIt(String name, int count) throws IOException {
        List<String> expected = Files.readAllLines(RealData.path("pcap/ptp/" + name + ".out"));
        List<String> heard = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(RealData.path("pcap/ptp/" + name + ".pcap"), problems::add)) {
            capture.readAll(frame -> heard.add(line(frame)));
        }

        assertEquals(List.of(), problems);
        assertEquals(count, heard.size());
        for (int i = 0; i < count; i++) {
            assertEquals(CaptureTimes.of(expected.get(i)) + " " + expected.get(i).replaceFirst(".*(?=PTPv2)", ""), heard.get(i));
        }
        assertEquals(count, expected.size());
    }

    private String line(CapturedFrame frame) {
        boolean event = frame.kind() == FrameKind.UDP && frame.destinationPort() == PtpMessage.EVENT_PORT;
        boolean general = frame.kind() == FrameKind.UDP && frame.destinationPort() == PtpMessage.GENERAL_PORT;
        assertEquals(true, event || general || frame.kind() == FrameKind.LINK && frame.etherType() == PtpMessage.ETHERTYPE);
        assertNull(message.wrap(frame.bytes(), frame.payload(), frame.payloadLength()));
        return CaptureTimes.text(frame.receiveNanos(), 6) + " " + text();
    }

    private String text() {
        StringJoiner text = new StringJoiner(", ");
        text.add("PTPv2" + (message.minorVersion() == 0 ? "" : "." + message.minorVersion()));
        text.add("majorSdoId: 0x" + Integer.toHexString(message.majorSdoId()));
        text.add("msg type: " + NAMES.get(message.type()) + " msg").add("length: " + message.length());
        text.add("domain: " + message.domain()).add("reserved1: " + message.minorSdoId()).add("Flags [" + flags() + "]");
        text.add("NS correction: " + message.correctionNanos()).add("sub NS correction: " + (message.correction() & 0xFFFF));
        text.add("reserved2: " + message.typeSpecific()).add("clock identity: 0x" + Long.toHexString(message.clockIdentity()));
        text.add("port id: " + message.port()).add("seq id: " + message.sequence());
        text.add("control: " + message.control() + " (" + CONTROLS.get(message.control()) + ")");
        text.add("log message interval: " + message.logInterval());
        switch (message.type()) {
            case SYNC, DELAY_REQUEST -> text.add(time("originTimeStamp"));
            case FOLLOW_UP -> text.add(time("preciseOriginTimeStamp"));
            case DELAY_RESPONSE -> text.add(time("receiveTimeStamp")).add(port(message.requestingClock(), message.requestingPort()));
            case PEER_DELAY_REQUEST -> text.add(time("preciseOriginTimeStamp"))
                    .add(port(message.requestingClock(), message.requestingPort()));
            case ANNOUNCE -> announce(text.add(time("originTimeStamp")));
            default -> management(text);
        }
        return text.toString();
    }

    private void announce(StringJoiner text) {
        text.add("origin cur utc:" + message.utcOffset()).add("rsvd: " + message.reserved());
        text.add("gm priority_1: " + message.priority1()).add("gm clock class: " + message.clockClass());
        text.add("gm clock accuracy: " + message.clockAccuracy()).add("gm clock variance: " + message.clockVariance());
        text.add("gm priority_2: " + message.priority2()).add("gm clock id: 0x" + Long.toHexString(message.grandmaster()));
        text.add("steps removed: " + message.stepsRemoved()).add("time source: 0x" + Integer.toHexString(message.timeSource()));
    }

    private void management(StringJoiner text) {
        text.add(port(message.targetClock(), message.targetPort()));
        text.add("start boundary hops: " + message.startingBoundaryHops()).add("boundary hops: " + message.boundaryHops());
        text.add("flags: 0x" + Integer.toHexString(message.action())).add("reserved: 0x0");
    }

    private String flags() {
        StringJoiner flags = new StringJoiner(", ");
        flags.setEmptyValue("none");
        if ((message.flags() & 0x0200) != 0) {
            flags.add("two step");
        }
        if ((message.flags() & 0x0400) != 0) {
            flags.add("unicast");
        }
        if ((message.flags() & 0x0008) != 0) {
            flags.add("timescale");
        }
        return flags.toString();
    }

    private String time(String name) {
        return name + ": " + message.seconds() + String.format(".%09d", message.nanos()) + " seconds";
    }

    private static String port(long clock, int port) {
        return "port identity: 0x" + Long.toHexString(clock) + ", port id: " + port;
    }
}
