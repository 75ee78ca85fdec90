package io.leakage.marketdata.feed;

import io.leakage.fuzz.Allowance;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.PtpMessage;
import io.leakage.marketdata.wire.StampReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A capture, pcap or pcapng: link headers, hardware stamps, and PTP in what it carries. */
public final class CaptureTarget {
    private static final byte[] BUFFER = new byte[3 << 17];
    private static final PtpMessage PTP = new PtpMessage();

    private CaptureTarget() {
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.hold(input, () -> read(input));
    }

    private static void read(byte[] input) throws IOException {
        try (CaptureFile file = new CaptureFile("any", StampReader.detecting(), problem -> { }, new ByteArrayInputStream(input), BUFFER)) {
            file.readAll(CaptureTarget::look);
        }
    }

    private static void look(CapturedFrame frame) {
        frame.receiveNanos();
        PTP.wrap(frame.bytes(), frame.payload(), frame.payloadLength());
    }
}
