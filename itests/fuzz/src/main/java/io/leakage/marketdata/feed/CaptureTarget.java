package io.leakage.marketdata.feed;

import io.leakage.fuzz.Allowance;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.PtpMessage;
import io.leakage.marketdata.wire.StampReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A capture, pcap or pcapng: link headers, hardware stamps, and PTP in what it carries. */
public final class CaptureTarget {
    private static final Path ANY = Path.of("any");
    private static final byte[] BUFFER = new byte[3 << 17];
    private static final PtpMessage PTP = new PtpMessage();

    private CaptureTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> read(input));
    }

    private static void read(byte[] input) throws IOException {
        ByteWindow window = new ByteWindow(new ByteArrayInputStream(input), BUFFER);
        try (CaptureFile file = new CaptureFile(StampReader.detecting(), window, new Complaints(ANY, problem -> { }))) {
            file.readAll(CaptureTarget::look);
        }
    }

    private static void look(CapturedFrame frame) {
        frame.receiveNanos();
        PTP.wrap(frame.bytes(), frame.payload(), frame.payloadLength());
    }
}
