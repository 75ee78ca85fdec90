package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.Recourse;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SequencedLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** IEX-TP live: real sockets on loopback, and the segments that IEX published. */
class IexUdpTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long SECOND = 1_000_000_000L;
    /** Segments sent before the receiver must have read them: about 12 kB, which any socket's buffer holds. */
    private static final int AHEAD = 16;

    /** A hole stays open for 10 s, so that a slow machine loses nothing that the other line brings. */
    private final LiveSettings two = LiveSettings.of(new LineAddress(LOOPBACK, 0, null), new LineAddress(LOOPBACK, 0, null))
            .within(new RecoveryLimits(10 * SECOND, 1, 1, 1, 1, 1, 1, 1, 1 << 12, 60 * SECOND));

    @Test
    void scenario01_whatOneLineLosesTheOtherBringsAndScenario02_whatBothLoseIsToldAsLost() throws Exception {
        Recording heard = new Recording();
        LiveSettings patient = two.within(new RecoveryLimits(SECOND / 2, 1, 1, 1, 1, 1, 1, 1, 1 << 12, 10 * SECOND));
        try (UdpReceiver receiver = UdpReceiver.open("iex", UdpFraming.IEX_TOPS, patient, IexToInlet.tops(heard.inlet()));
                DatagramChannel venue = DatagramChannel.open()) {
            send(venue, receiver, 0, 1);
            send(venue, receiver, 0, 3);
            until(() -> receiver.lines().line(0).packets() == 2);
            send(venue, receiver, 1, 2);
            heard.until("traded(0, 3");
            send(venue, receiver, 0, 5);
            until(() -> receiver.lines().line(0).packets() == 3);
            send(venue, receiver, 1, 5);

            List<String> calls = heard.until("traded(0, 5").stream().filter(call -> !call.startsWith("packet(")).toList();
            assertEquals(List.of("listed(0, 1, 1)", "traded(0, 1, 1, null, 50, 100000000, 1)", "traded(0, 2, 2, null, 50, 100000000, 2)",
                    "traded(0, 3, 3, null, 50, 100000000, 3)", "gap(4, 5)", "traded(0, 5, 5, null, 50, 100000000, 5)"), calls);
            until(() -> receiver.state().lines().get(1).packets() == 2 && receiver.state().condition() == FeedCondition.LOSSY);
            FeedState state = receiver.state();
            assertEquals("iex-udp", state.transport());
            assertEquals("9", state.session());
            assertEquals(FeedCondition.LOSSY, state.condition());
            assertEquals(1, state.lost());
            // A brought 1, 3 and 5 first, B brought 2
            assertEquals(3, state.lines().get(0).wins());
            assertEquals(1, state.lines().get(1).wins());
        }
    }

    @Test
    void theDayThatIexPublishedComesWholeOverUdp() throws Exception {
        CountingInlet inlet = new CountingInlet();
        try (UdpReceiver receiver = UdpReceiver.open("iex", UdpFraming.IEX_TOPS, two, IexToInlet.tops(inlet));
                DatagramChannel venue = DatagramChannel.open();
                CaptureFile capture = CaptureFile.open(RealData.path("iex/TOPS16.pcapng.gz"), any -> { })) {
            long[] sent = {0};
            PacketListener segments = frame -> {
                if (frame.kind() == FrameKind.UDP) {
                    byte[] segment = Arrays.copyOfRange(frame.bytes(), frame.payload(), frame.payload() + frame.payloadLength());
                    send(venue, receiver, (int) (sent[0] % 2), segment);   // each line loses what the other brings
                    sent[0]++;
                }
            };
            while (capture.next(segments)) {
                until(() -> packets(receiver) > sent[0] - AHEAD);
            }
            until(() -> packets(receiver) == sent[0] && receiver.state().messages() == 57_674);

            FeedState state = receiver.state();
            assertEquals(57_674, state.messages());
            assertEquals(played(), inlet.calls());
            assertEquals(List.of(0L, 0L, 0L), List.of(state.gaps(), state.lost(), state.unread()));
        }
    }

    @Test
    void theDayThatIexPublishedHasNoGapThoughEachLineLosesEveryThirdSegment() throws IOException {
        CountingInlet inlet = new CountingInlet();
        SequencedLines lines = new SequencedLines(new IexTpSegment(IexTpSegment.TOPS), 2, IexToInlet.tops(inlet), Recourse.NONE,
                RecoveryLimits.DEFAULT);
        long[] segments = {0};
        try (CaptureFile capture = CaptureFile.open(RealData.path("iex/TOPS16.pcapng.gz"), any -> { })) {
            while (capture.next(frame -> {
                if (frame.kind() == FrameKind.UDP) {
                    segments[0]++;
                    for (int line = 0; line < 2; line++) {
                        if (segments[0] % 3 != line) {
                            assertNull(lines.packet(line, frame.bytes(), frame.payload(), frame.payloadLength(), frame.receiveNanos(),
                                    frame.receiveNanos()));
                        }
                    }
                    lines.tick(frame.receiveNanos());
                }
            })) {
                continue;
            }
        }
        assertEquals(57_674, lines.resequencer().counts().messages());
        assertEquals(played(), inlet.calls());
        assertEquals(0, lines.resequencer().counts().gaps());
        assertEquals(2 * segments[0] / 3.0, lines.line(0).packets(), 1);
    }

    /** {@return how many calls the same capture makes when it is played from the file} */
    private static long played() throws IOException {
        CountingInlet inlet = new CountingInlet();
        try (IexRecording file = IexRecording.open(RealData.path("iex/TOPS16.pcapng.gz"), IexTpSegment.TOPS, inlet, any -> { })) {
            while (file.next()) {
                continue;
            }
        }
        return inlet.calls();
    }

    private static long packets(UdpReceiver receiver) {
        return receiver.lines().line(0).packets() + receiver.lines().line(1).packets();
    }

    /** Sends a trade whose number, time and name are this number. */
    private static void send(DatagramChannel venue, UdpReceiver receiver, int line, int number) {
        send(venue, receiver, line, Little.segment(IexTpSegment.TOPS, 9, number, Little.trade(0, number, "ONE", 50, 10_000, number)));
    }

    private static void send(DatagramChannel venue, UdpReceiver receiver, int line, byte[] segment) {
        try {
            venue.send(ByteBuffer.wrap(segment), new InetSocketAddress(LOOPBACK, receiver.port(line)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier event) {
        long deadline = System.nanoTime() + 10 * SECOND;
        while (!event.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000);
        }
    }
}
