package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderBacklog;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.health.QuarantinedMessage;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.GatedDesk;
import io.leakage.core.engine.LeakageEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real sockets and a real engine: a full ring, poison, and what stays of it. */
@Timeout(180)
class DurableSessionTest {
    /** How long the ring is full; itests/durability.sh says 60. */
    private static final int FULL_SECONDS = Integer.getInteger("leakage.ringfull.seconds", 4);
    private static final int HEARTBEAT_SECONDS = FULL_SECONDS < 60 ? 1 : 5;

    @TempDir
    private Path directory;

    @Test
    void aRingThatIsFullForLongerThanAnyHeartbeatDropsNoSessionAndNoMessage() throws Exception {
        DropCopySource source = source(HEARTBEAT_SECONDS);
        try (GatedDesk desk = new GatedDesk(directory.resolve("journal"), true);
                DropCopySession session = new DropCopySession(source, desk.inlets().orders(source.name()));
                Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            session.start();
            other.awaitLogon(session);
            desk.shut();
            long full = System.nanoTime() + TimeUnit.SECONDS.toNanos(FULL_SECONDS);
            int sent = 0;
            long mostBehind = 0;
            while (System.nanoTime() < full) {
                other.send(Reports.type(sent), Reports.body(sent));
                sent++;
                int taken = sent;
                Await.until(() -> session.reader().delivered() == taken, () -> "taken " + session.reader().delivered() + " of " + taken);
                mostBehind = Math.max(mostBehind, session.backlog());
                assertEquals(DropCopySession.State.LOGGED_ON, session.state(), "after " + taken + " messages");
            }
            assertTrue(mostBehind > sent - 64, mostBehind + " of " + sent + " waited on disk");
            desk.open();
            int all = sent;
            Await.until(() -> session.backlog() == 0 && desk.scorecard().progress().orderEvents() == all,
                    () -> session.backlog() + " wait, " + desk.scorecard().progress());
            assertEquals(DropCopySession.State.LOGGED_ON, session.state());
            assertEquals(Reports.fills(all), desk.rows().stream().mapToLong(ParentRow::executed).sum(), "a share a fill");
            System.out.println("ring full for " + FULL_SECONDS + " s, heartbeat " + HEARTBEAT_SECONDS + " s: " + all + " sent, at most "
                    + mostBehind + " behind, 0 lost");
        }
    }

    @Test
    void scenario26_aBurstWithTheRingFullAndTheLineLostIsOverThirtySecondsLater() throws Exception {
        DropCopySource source = source(5);
        int burst = 1010;   // ten parents, 1,000 fills
        try (GatedDesk desk = new GatedDesk(directory.resolve("journal"), false);
                DropCopySession session = new DropCopySession(source, desk.inlets().orders(source.name()))) {
            session.start();
            desk.shut();
            try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
                other.awaitLogon(session);
                send(other, 0, burst / 2);
            }
            Await.until(() -> session.state() == DropCopySession.State.WAITING, () -> "is " + session.state());
            try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
                send(other, burst / 2, burst);   // before the logon: it has to be asked for
                long over = System.nanoTime();
                desk.open();
                other.awaitLogon(session);
                Await.until(() -> desk.rows().stream().mapToLong(ParentRow::executed).sum() == Reports.fills(burst),
                        () -> desk.scorecard().progress().toString());
                assertTrue(System.nanoTime() - over < TimeUnit.SECONDS.toNanos(30), "back within 30 s");
                assertEquals(0, session.backlog());
            }
        }
    }

    /** The benchmark does 1,000,000. History is what carries PossDupFlag. */
    @Test
    void scenario67_aDayOfReportsFromSequenceOneComesInAtOnceAndRaisesNoAlarm() throws Exception {
        DropCopySource source = source(30, "");
        int day = 2020;   // 20 parents, 2,000 fills
        try (LeakageEngine engine = engine(directory.resolve("journal"), false);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()));
                Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            other.remembers = false;
            send(other, 0, day);
            session.start();
            other.awaitLogon(session);
            Await.until(() -> engine.scorecard().progress().orderEvents() == day, () -> engine.scorecard().progress().toString());
            assertEquals(day, other.again.get(), "all of it was asked for and marked as sent again");
            assertEquals(20, engine.scorecard().parents());
            assertEquals(0, session.alarms());
            send(other, day, day + 50);
            Await.until(() -> engine.scorecard().progress().orderEvents() == day + 50, () -> engine.scorecard().progress().toString());
        }
        Map<Long, Boolean> history = HistoryTest.history(directory.resolve("journal"));
        assertEquals(day, history.values().stream().filter(past -> past).count(), "what no rule may act on");
        assertEquals(50, history.values().stream().filter(past -> !past).count(), "what came live after it");
    }

    @Test
    void scenario30_whatNobodyReadsIsOnDiskAndARestartPassesItOver() throws Exception {
        DropCopySource source = source(5, "");
        Path journal = directory.resolve("journal");
        try (LeakageEngine engine = engine(journal, true);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()));
                ScriptedVenue venue = new ScriptedVenue(source)) {
            session.start();
            venue.logon();
            venue.send(Reports.type(0), Reports.body(0));
            venue.send("U7", "58=nobody knows|");
            Await.until(() -> session.health().ignored() == 1, () -> "ignored " + session.health().ignored());
        }
        try (Stream<Path> files = Files.walk(journal.resolve("raw").resolve("street"))) {
            assertTrue(files.filter(Files::isRegularFile).anyMatch(DurableSessionTest::holdsWhatNobodyKnows));
        }
        try (LeakageEngine engine = engine(journal, true);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()));
                ScriptedVenue venue = new ScriptedVenue(source)) {
            assertEquals(1, session.backlog(), "it has no event behind it");
            session.start();
            venue.logon();
            venue.send(Reports.type(1), Reports.body(1));
            Await.until(() -> engine.scorecard().progress().orderEvents() == 2, () -> engine.scorecard().progress().toString());
            assertEquals(0, session.backlog());
            assertEquals(0, session.alarms());
        }
    }

    private static boolean holdsWhatNobodyKnows(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("|58=nobody knows|".replace('|', '\u0001'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Counterparty other, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            other.send(Reports.type(n), Reports.body(n));
        }
    }

    /** How a message may be poisonous. */
    enum Poison {
        /** A number that is none. */
        NUMBER,
        /** Another message's beginning inside a field. */
        BROKEN_INSIDE,
        /** The inlet trips over it. */
        BUG
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoHundredMessagesOnePoisonousOneIsQuarantinedTheOthersCountAndTheAlarmComesWithinASecond(Poison poison) throws Exception {
        DropCopySource source = source(5, "");
        Path journal = directory.resolve("journal");
        try (LeakageEngine engine = engine(journal, false); TrippingInlet inlet = new TrippingInlet(engine.inlets().orders(source.name()));
                DropCopySession session = new DropCopySession(source, inlet);
                Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            session.start();
            other.awaitLogon(session);
            long sentNanos = 0;
            for (int n = 0; n < 200; n++) {
                if (n == 120) {
                    Await.until(() -> engine.scorecard().progress().orderEvents() == 120, () -> "the 120 before it");
                    inlet.trip = poison == Poison.BUG;
                    sentNanos = System.nanoTime();
                }
                other.send(Reports.type(n), n == 120 ? poisoned(poison, Reports.body(n)) : Reports.body(n));
                if (n == 120) {
                    Await.until(() -> engine.quarantine().count() == 1, () -> "not quarantined");
                    assertTrue(System.nanoTime() - sentNanos < 1_000_000_000L, "listed within a second");
                    Await.until(() -> session.alarms() == 1, () -> session.alarms() + " alarms");
                    assertTrue(System.nanoTime() - sentNanos < 1_000_000_000L, "told within a second");
                    inlet.trip = false;
                }
            }
            Await.until(() -> engine.scorecard().progress().orderEvents() == 199, () -> engine.scorecard().progress().toString());
            assertEquals(DropCopySession.State.LOGGED_ON, session.state());
            assertListed(engine, other.sent.get(120));
        }
        try (LeakageEngine again = engine(journal, false)) {
            assertListed(again, null);
            assertEquals(199, again.scorecard().progress().orderEvents());
        }
    }

    private static String poisoned(Poison poison, String body) {
        return switch (poison) {
            case NUMBER -> body.replace("|32=1|", "|32=one|");
            case BROKEN_INSIDE -> body.replace("|38=100|", "|38=8=FIX.4.4|");
            case BUG -> body;
        };
    }

    private static void assertListed(LeakageEngine engine, String sent) {
        List<QuarantinedMessage> listed = engine.quarantine().newest(10);
        assertEquals(1, listed.size());
        assertEquals("street", listed.get(0).source());
        assertTrue(listed.get(0).reason().contains("expected") || listed.get(0).reason().contains("refused"), listed.get(0).reason());
        if (sent != null) {
            assertArrayEquals(Fix.bytes(sent), listed.get(0).raw());
        }
        assertTrue(new String(listed.get(0).raw()).startsWith("8=FIX.4.4"));
    }

    private static LeakageEngine engine(Path journal, boolean sync) {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, sync, 64));
    }

    private DropCopySource source(int heartbeat) throws Exception {
        return source(heartbeat, directory.resolve("ours").toString());
    }

    /** @param store empty for a session in memory, which forces nothing to a disk that may be slow */
    private DropCopySource source(int heartbeat, String store) throws Exception {
        return new DropCopySource("street", FixVersion.FIX_4_4, true, "127.0.0.1", freePort(), "LEAK", "EMS", heartbeat, 1,
                FixScan.DEFAULT_PARENT_TAG, store, "", "UTC", "", 0);
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** An inlet with a bug that comes and goes. */
    private static final class TrippingInlet implements OrderInlet, AutoCloseable {
        private final OrderInlet inlet;
        private volatile boolean trip;

        TrippingInlet(OrderInlet inlet) {
            this.inlet = inlet;
        }

        @Override
        public void accept(OrderMessage message) {
            if (trip) {
                throw new ArrayIndexOutOfBoundsException("a bug");
            }
            inlet.accept(message);
        }

        @Override
        public void quarantine(byte[] raw, int offset, int length, String reason) {
            inlet.quarantine(raw, offset, length, reason);
        }

        @Override
        public Optional<OrderBacklog> backlog() {
            return inlet.backlog();
        }

        @Override
        public void close() {
        }
    }
}
