package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.FeedCondition;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.RequestServer;
import io.leakage.marketdata.tape.Soup;
import io.leakage.marketdata.tape.SoupServer;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SoupLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines, request servers and snapshot servers over real sockets on loopback. Message n adds order n at nanosecond n. */
class LiveRecoveryTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long MILLI = 1_000_000L;
    /** 1 ms for reordering, 100 ms for an answer, 2 requests, 10,000 messages asked for at most, 2 snapshots, silent after 1 s. */
    private static final RecoveryLimits LIMITS = new RecoveryLimits(MILLI, 100 * MILLI, 2, 5_000 * MILLI, 10_000, 10_000 * MILLI, 2,
            60_000 * MILLI, 1 << 12, 1_000 * MILLI);

    private final List<byte[]> day = new ArrayList<>();
    private final Recording heard = new Recording();
    private final ItchToInlet itch = new ItchToInlet(heard.inlet(), VenueDay.undated());
    private final LiveSettings two = LiveSettings.of(new LineAddress(LOOPBACK, 0, null), new LineAddress(LOOPBACK, 0, null)).within(LIMITS);
    private DatagramChannel line;
    private UdpReceiver receiver;

    LiveRecoveryTest() {
        for (int n = 1; n <= 100; n++) {
            day.add(Wire.add(1, n, n, 'B', 100, "INST", 10_000));
        }
    }

    @BeforeEach
    void openTheLine() throws IOException {
        line = DatagramChannel.open();
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        if (receiver != null) {
            receiver.close();
        }
    }

    @Test
    void scenario01_whatOneLineLosesTheOtherBrings() throws Exception {
        receive(two.within(new RecoveryLimits(5_000 * MILLI, MILLI, 1, MILLI, 1, MILLI, 1, MILLI, 1 << 12, 5_000 * MILLI)));
        send(0, 1, 1);
        send(0, 3, 3);
        until(() -> receiver.lines().line(0).packets() == 2);
        send(1, 1, 3);
        heard.until("added(0, 3");
        send(0, 4, 4);

        heard.until("added(0, 4");
        assertEquals(List.of("added 1", "added 2", "added 3", "added 4"), told());
        soon(0L, () -> receiver.state().gaps());
        // A brought 1, 3 and 4 first, B brought 2
        soon(3L, () -> receiver.state().lines().get(0).wins());
        soon(1L, () -> receiver.state().lines().get(1).wins());
        soon(2L, () -> receiver.state().lines().get(1).duplicates());
    }

    @Test
    void scenario02_whatBothLosesIsAskedForOverUdpInPartsUntilAllIsThere() throws Exception {
        try (RequestServer server = new RequestServer(day, 3)) {
            receive(two.requesting(server.address()));
            send(0, 1, 1);
            send(1, 10, 12);

            heard.until("added(0, 12");
            assertEquals("S 2+8", server.nextRequest());
            assertEquals("S 5+5", server.nextRequest());
            assertEquals("S 8+2", server.nextRequest());
            assertEquals(List.of("added 1", "gap(2, 10)", "added 2", "added 3", "added 4", "added 5", "added 6", "added 7", "added 8",
                    "added 9", "filled()", "added 10", "added 11", "added 12"), told());
            soon(8L, () -> receiver.state().recovered());
            soon(3L, () -> receiver.state().requests());
            soon(3L, () -> receiver.state().answered());
            soon(FeedCondition.FLOWING, () -> receiver.state().condition());
        }
    }

    @Test
    void scenario02_theNextRequestServerIsAskedWhenTheFirstIsSilent() throws Exception {
        try (RequestServer silent = new RequestServer(day, 0); RequestServer server = new RequestServer(day, 10)) {
            receive(two.requesting(silent.address(), server.address()));
            send(0, 1, 1);
            send(0, 3, 3);

            assertEquals("S 2+1", silent.nextRequest());
            assertEquals("S 2+1", server.nextRequest());
            heard.until("added(0, 3");
            assertEquals(List.of("added 1", "gap(2, 3)", "added 2", "filled()", "added 3"), told());
        }
    }

    @Test
    void scenario03_aSilentRequestServerLeadsToASnapshotAndScenario04_whatWasHeldFollowsIt() throws Exception {
        try (RequestServer silent = new RequestServer(day, 0);
                SoupServer snapshots = new SoupServer(to -> to.send(Soup.accepted("SNAP", 1), Soup.packet('S', day.get(0)),
                        Soup.packet('S', day.get(4)), Soup.endOfSnapshot(6)))) {
            receive(two.requesting(silent.address()).snapshots(snapshots.address()));
            send(0, 1, 1);
            send(0, 4, 7);

            heard.until("added(0, 7");
            // orders 1 and 5 rest after message 5; of 4 to 7, which were held, 6 and 7 are new
            assertEquals(List.of("added 1", "gap(2, 4)", "recovering()", "added 1", "added 5", "recovered(6)", "added 6",
                    "added 7"), told());
            assertEquals("L 1", snapshots.next());
            assertEquals("O", snapshots.next(), "we log out");
            soon(2L, () -> receiver.state().requests());
            soon(1L, () -> receiver.state().snapshots());
            soon(FeedCondition.FLOWING, () -> receiver.state().condition());
        }
    }

    @Test
    void scenario04_messagesThatComeWhileTheSnapshotIsTakenAreHeld() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (SoupServer snapshots = new SoupServer(to -> {
            to.send(Soup.accepted("SNAP", 1), Soup.packet('S', day.get(0)));
            sent.await();
            to.send(Soup.packet('S', day.get(9)), Soup.endOfSnapshot(11));
        })) {
            receive(two.snapshots(snapshots.address()));
            send(0, 10, 10);
            heard.until("added(0, 0, 1");
            send(1, 11, 12);
            sent.countDown();

            heard.until("added(0, 12");
            assertEquals(List.of("gap(1, 10)", "recovering()", "added 1", "added 10", "recovered(11)", "added 11", "added 12"), told());
        }
    }

    @Test
    void scenario05_aSnapshotOlderThanWhatIsHeldIsTakenAgain() throws Exception {
        try (SoupServer snapshots = new SoupServer(
                to -> to.send(Soup.accepted("SNAP", 1), Soup.packet('S', day.get(1)), Soup.endOfSnapshot(3)),
                to -> to.send(Soup.accepted("SNAP", 1), Soup.packet('S', day.get(2)), Soup.endOfSnapshot(5)))) {
            receive(two.snapshots(snapshots.address()));
            send(0, 1, 1);
            send(0, 5, 5);

            heard.until("added(0, 5");
            assertEquals(List.of("added 1", "gap(2, 5)", "recovering()", "added 2", "recovering()", "added 3", "recovered(5)", "added 5"),
                    told());
            soon(1L, () -> receiver.state().snapshotsFailed());
        }
    }

    @Test
    void scenario03_whenNobodyAnswersTheFeedGoesOnAndSaysSo() throws Exception {
        try (SoupServer snapshots = new SoupServer(to -> to.send(Soup.packet('J', "A")))) {
            receive(two.snapshots(snapshots.address()));
            send(0, 1, 1);
            send(0, 3, 3);

            heard.until("added(0, 3");
            assertEquals(List.of("added 1", "gap(2, 3)", "added 3"), told());
            soon(2L, () -> receiver.state().snapshotsFailed());
            soon(1L, () -> receiver.state().lost());
            soon(FeedCondition.LOSSY, () -> receiver.state().condition());
        }
    }

    @Test
    void scenario08_aSessionThatEndsWithAHoleIsIncompleteWhenNobodyFillsIt() throws Exception {
        try (RequestServer silent = new RequestServer(day, 0)) {
            receive(two.requesting(silent.address()));
            send(0, 1, 1);
            send(0, Wire.mold("S", 3, 0xFFFF, new byte[0]));

            heard.until("ended(");
            assertEquals(List.of("added 1", "gap(2, 3)", "ended(3)"), told());
            soon(FeedCondition.INCOMPLETE, () -> receiver.state().condition());
            soon(1L, () -> receiver.state().incompleteSessions());
        }
    }

    @Test
    void scenario09_aHeartbeatAheadOfUsShowsAGap() throws Exception {
        try (RequestServer server = new RequestServer(day, 10)) {
            receive(two.requesting(server.address()));
            send(0, 1, 1);
            send(1, Wire.mold("S", 4));

            heard.until("filled(");
            assertEquals(List.of("added 1", "gap(2, 4)", "added 2", "added 3", "filled()"), told());
        }
    }

    @Test
    void scenario10_silenceIsToldAndSoIsItsEnd() throws Exception {
        receive(two);
        send(0, 1, 1);
        heard.until("silent(true)");
        soon(FeedCondition.SILENT, () -> receiver.state().condition());
        send(1, 2, 2);
        heard.until("added(0, 2");

        assertEquals(List.of("silent(true)", "silent(false)"),
                heard.lines().stream().filter(call -> call.startsWith("silent(")).toList());
        assertEquals(List.of("added 1", "added 2"), told());
        soon(1L, () -> receiver.state().silences());
        assertTrue(receiver.state().lines().get(1).heard());
    }

    @Test
    void scenario07_anotherSessionClearsTheBooks() throws Exception {
        receive(two);
        send(0, 1, 2);
        send(0, Wire.mold("S", 3, 0xFFFF, new byte[0]));
        heard.until("ended(");
        send(0, Wire.mold("T", 1, Wire.add(1, 7, 7, 'B', 100, "NEXT", 10_000)));
        send(0, Wire.mold("T", 2, Wire.add(1, 8, 8, 'B', 100, "NEXT", 10_000)));

        heard.until("added(1, 2, 8");
        assertEquals(List.of("added 1", "added 2", "ended(3)", "cleared(-1, 2, 2)", "added 7", "added 8"), told());
        soon("T", () -> receiver.state().session());
        soon(2L, () -> receiver.state().sessions());
    }

    @Test
    void scenario11_aBrokenTcpConnectionGoesOnWithTheNextMessage() throws Exception {
        try (SoupServer server = new SoupServer(
                to -> {
                    to.send(Soup.accepted("TODAY", 1), Soup.packet('S', day.get(0)), Soup.packet('S', day.get(1)));
                    to.hangUp();
                },
                to -> to.send(Soup.accepted("TODAY", 3), Soup.packet('S', day.get(2)), Soup.packet('Z', "")))) {
            LiveSettings settings = LiveSettings.tcp(server.address(), new SoupLogin("desk", "secret")).within(LIMITS);
            try (SoupTcpReceiver tcp = SoupTcpReceiver.open("tcp", settings, itch)) {
                heard.until("ended(");

                assertEquals("Ldesk secret 1", server.next());
                assertEquals("gone", server.next());
                assertEquals("Ldesk secret TODAY 3", server.next());
                assertEquals(List.of("added 1", "added 2", "added 3", "ended(4)"), told());
                soon(FeedCondition.ENDED, () -> tcp.state().condition());
                soon(3L, () -> tcp.state().lines().get(0).wins());
            }
        }
    }

    @Test
    void scenario11_aRefusedLoginIsTold() throws Exception {
        try (SoupServer server = new SoupServer(to -> to.send(Soup.packet('J', "A")))) {
            LiveSettings settings = LiveSettings.tcp(server.address(), new SoupLogin("desk", "wrong")).within(LIMITS);
            try (SoupTcpReceiver tcp = SoupTcpReceiver.open("tcp", settings, itch)) {
                heard.until("silent(true)");

                soon(FeedCondition.DOWN, () -> tcp.state().condition());
                assertEquals("127.0.0.1:" + server.address().getPort() + ": login rejected, reason A (A: user or password, S: session)",
                        tcp.state().trouble());
            }
        }
    }

    @Test
    void scenario03_aTcpServerThatForgotTheBeginningLeadsToASnapshot() throws Exception {
        try (SoupServer snapshots = new SoupServer(
                to -> to.send(Soup.accepted("SNAP", 1), Soup.packet('S', day.get(3)), Soup.endOfSnapshot(5)));
                SoupServer server = new SoupServer(to -> to.send(Soup.accepted("TODAY", 5), Soup.packet('S', day.get(4))))) {
            LiveSettings settings = LiveSettings.tcp(server.address(), new SoupLogin("", "")).snapshots(snapshots.address())
                    .within(LIMITS);
            try (SoupTcpReceiver tcp = SoupTcpReceiver.open("tcp", settings, itch)) {
                heard.until("added(0, 5");

                assertEquals(List.of("gap(1, 5)", "recovering()", "added 4", "recovered(5)", "added 5"), told());
                soon(1L, () -> tcp.state().snapshots());
            }
        }
    }

    @Test
    void scenario29_messagesAreInTheOrderOfTheirNumbersWhateverTheirTimesSay() throws Exception {
        receive(two);
        send(0, Wire.mold("S", 1, Wire.add(1, 86_399_999_999_999L, 1, 'B', 1, "INST", 1), Wire.add(1, 5, 2, 'B', 1, "INST", 1)));

        heard.until("added(0, 2");
        assertEquals(List.of("added(0, 1, 86399999999999, 1, BUY, 1, 10000)", "added(0, 2, 5, 2, BUY, 1, 10000)"),
                heard.lines().stream().filter(call -> call.startsWith("added")).toList());
    }

    @Test
    void scenario30_aVenueTimeLaterThanOursIsPassedOnBesideWhenItCame() throws Exception {
        receive(two);
        long future = 86_399_999_999_999L;
        send(0, Wire.mold("S", 1, Wire.add(1, future, 1, 'B', 1, "INST", 1)));

        heard.until("added(0, 1, " + future);
        assertTrue(heard.lines().get(0).startsWith("packet("), "both times are told: " + heard.lines());
        soon(0L, () -> receiver.state().maxLagNanos());
    }

    @Test
    void scenario31_aMessageThatComesLateIsLagUntilTheVenueSaysThatNoneIsLeft() throws Exception {
        receive(two);
        long noon = 43_200_000 * MILLI;
        send(0, Wire.mold("S", 1, Wire.add(1, noon, 1, 'B', 1, "INST", 1)));
        soon(1L, () -> receiver.state().messages());
        assertEquals(FeedCondition.FLOWING, receiver.state().condition());
        send(0, Wire.mold("S", 2, Wire.add(1, noon - 3_600_000 * MILLI, 2, 'B', 1, "INST", 1)));
        soon(FeedCondition.LAGGED, () -> receiver.state().condition());
        // an hour older than the first, which itself was on its way for less than a minute
        long lag = receiver.state().lagNanos();
        assertTrue(lag > 3_540_000 * MILLI && lag < 3_660_000 * MILLI, lag + " ns");

        send(1, Wire.mold("S", 3));
        soon(0L, () -> receiver.state().lagNanos());
        assertEquals(FeedCondition.FLOWING, receiver.state().condition());
    }

    @Test
    void scenario31_aTcpFeedThatHasNothingToSayDoesNotFallBehind() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch quiet = new CountDownLatch(1);
        try (SoupServer server = new SoupServer(to -> {
            to.send(Soup.accepted("TODAY", 1), Soup.packet('S', Wire.add(1, 43_200_000 * MILLI, 1, 'B', 1, "INST", 1)));
            late.await();
            to.send(Soup.packet('S', Wire.add(1, 5, 2, 'B', 1, "INST", 1)));
            quiet.await();
            to.send(Soup.packet('H', ""));
        }); SoupTcpReceiver tcp = SoupTcpReceiver.open("tcp", LiveSettings.tcp(server.address(), new SoupLogin("", "")), itch)) {
            soon(1L, () -> tcp.state().messages());
            late.countDown();
            soon(FeedCondition.LAGGED, () -> tcp.state().condition());
            quiet.countDown();
            soon(FeedCondition.FLOWING, () -> tcp.state().condition());
            assertEquals(0, tcp.state().lagNanos());
        }
    }

    @Test
    void scenario36_aDamagedPacketIsDroppedAndAskedForAgain() throws Exception {
        try (RequestServer server = new RequestServer(day, 10)) {
            receive(two.requesting(server.address()));
            send(0, 1, 1);
            send(0, Wire.mold("S", 2, 2, Wire.prefixed(day.get(1))));
            send(0, 3, 3);

            heard.until("added(0, 3");
            assertEquals(List.of("added 1", "gap(2, 3)", "added 2", "filled()", "added 3"), told());
            soon(1L, () -> receiver.state().lines().get(0).damaged());
        }
    }

    /** Counters are those of the receiver's thread, which may still be about to count what it has told. */
    private static void soon(Object expected, Supplier<Object> counter) {
        until(() -> expected.equals(counter.get()));
        assertEquals(expected, counter.get());
    }

    private static void until(BooleanSupplier event) {
        long deadline = System.nanoTime() + 10_000 * MILLI;
        while (!event.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.yield();
        }
    }

    private void receive(LiveSettings settings) throws IOException {
        receiver = UdpReceiver.open("lines", UdpFraming.MOLD, settings, itch);
    }

    /** Sends messages of the day, both ends included, as one packet. */
    private void send(int to, int first, int last) throws IOException {
        send(to, Wire.mold("S", first, day.subList(first - 1, last).toArray(byte[][]::new)));
    }

    private void send(int to, byte[] packet) throws IOException {
        line.send(ByteBuffer.wrap(packet), new InetSocketAddress(LOOPBACK, receiver.port(to)));
    }

    /** {@return what the inlet was told, stamps, listings and silence left out, an added order by its reference} */
    private List<String> told() {   // whether one stamp is late is the machine's
        return heard.lines().stream().filter(call -> !call.matches("(packet|listed|silent|lagging)\\(.*"))
                .map(call -> call.startsWith("added(") ? "added " + call.split(", ")[3] : call).collect(Collectors.toList());
    }
}
