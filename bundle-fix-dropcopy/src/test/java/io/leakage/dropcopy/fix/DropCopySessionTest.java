package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.dropcopy.fix.DropCopySession.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sockets on the loopback, with a QuickFIX/J of its own at the other end. */
@Timeout(120)
class DropCopySessionTest {
    private static final String ORDER = "55=INST|54=1|38=100|40=2|44=100.04|60=20260102-14:30:00.050|";

    @TempDir
    private Path directory;
    private final RecordingInlet inlet = new RecordingInlet();

    @ParameterizedTest(name = "{0}, acceptor {1}")
    @CsvSource({"FIX_4_2, true", "FIX_4_2, false", "FIX_4_4, true", "FIX_4_4, false", "FIX_5_0_SP2, true", "FIX_5_0_SP2, false"})
    void everyVersionBothWaysGivesTheBytesAsTheyWereSent(FixVersion version, boolean acceptor) throws Exception {
        DropCopySource source = source("versions", version, acceptor, freePort());
        try (DropCopySession session = new DropCopySession(source, inlet); Counterparty other = other(source)) {
            session.start();
            other.awaitLogon(session);
            other.send("D", "11=A|" + ORDER);
            String filled = version == FixVersion.FIX_4_2 ? "150=2|20=0|" : "150=F|";
            other.send("8", "37=O|11=A|17=E|" + filled + "39=2|54=1|32=100|31=100.035|58=caf\u00e9|");
            other.send("G", "11=B|41=A|" + ORDER);
            other.send("F", "11=C|41=B|55=INST|54=1|");
            other.send("9", "11=C|41=B|37=O|39=2|434=1|");
            other.send("U7", "58=nobody reads this|");
            other.send("D", "11=LAST|" + ORDER);
            awaitIds(6);
            assertEquals(List.of("A", "A", "B", "C", "C", "LAST"), inlet.ids);
            assertEquals(other.sent, inlet.taken);
            Await.until(() -> session.reader().delivered() == 6, () -> "counted " + session.reader().delivered());
            assertEquals(1, session.reader().ignored());
        }
    }

    @Test
    void onePoisonousMessageOfTwoHundredIsQuarantinedAndTheRestGoesOn() throws Exception {
        DropCopySource source = source("poison", FixVersion.FIX_4_4, true, freePort());
        inlet.bugs.add("150");
        try (DropCopySession session = new DropCopySession(source, inlet); Counterparty other = other(source)) {
            session.start();
            other.awaitLogon(session);
            for (int i = 1; i <= 200; i++) {
                other.send("D", "11=" + i + "|" + (i == 50 ? ORDER.replace("54=1", "54=Z") : ORDER));
            }
            awaitIds(198);
            assertEquals(IntStream.rangeClosed(1, 200).filter(i -> i != 50 && i != 150).mapToObj(String::valueOf).toList(), inlet.ids);
            assertEquals(List.of(other.sent.get(49), other.sent.get(149)), inlet.quarantined);
            assertTrue(inlet.reasons.get(0).startsWith("tag 54: value \"Z\""), inlet.reasons.get(0));
            assertTrue(inlet.reasons.get(1).contains("a bug"), inlet.reasons.get(1));
            assertEquals(State.LOGGED_ON, session.state());
            assertEquals(0, session.failures());
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @CsvSource({"true", "false"})
    void whatWasNotDurableIsNotAcknowledgedAndComesAgain(boolean acceptor) throws Exception {
        DropCopySource source = source("durable", FixVersion.FIX_4_4, acceptor, freePort());
        inlet.notDurableOnce.addAll(List.of("30", "31"));
        try (DropCopySession session = new DropCopySession(source, inlet); Counterparty other = other(source)) {
            session.start();
            other.awaitLogon(session);
            for (int i = 1; i <= 100; i++) {
                other.send("D", "11=" + i + "|" + ORDER);
            }
            awaitIds(100);
            assertEquals(numbers(1, 100), inlet.ids, "each once, in order");
            assertEquals(2, session.failures());
            assertTrue(inlet.taken.get(29).contains("|43=Y|"), inlet.taken.get(29));
            assertEquals(List.of(), inlet.quarantined);
        }
    }

    @Test
    void theOtherSideMayRestart() throws Exception {
        DropCopySource source = source("restart", FixVersion.FIX_4_4, true, freePort());
        try (DropCopySession session = new DropCopySession(source, inlet)) {
            session.start();
            for (int run = 0; run < 2; run++) {
                try (Counterparty other = other(source)) {
                    other.awaitLogon(session);
                    send(other, 10 * run + 1, 10 * run + 10);
                    awaitIds(10 * run + 10);
                }
                Await.until(() -> session.state() == State.WAITING, () -> "still " + session.state());
            }
            assertEquals(numbers(1, 20), inlet.ids);
        }
    }

    @Test
    void whatWasSentWhileWeWereAwayIsAskedFor() throws Exception {
        DropCopySource source = source("away", FixVersion.FIX_5_0_SP2, true, freePort());
        try (Counterparty other = other(source)) {
            try (DropCopySession session = new DropCopySession(source, inlet)) {
                session.start();
                other.awaitLogon(session);
                send(other, 1, 5);
                awaitIds(5);
            }
            send(other, 6, 10);
            try (DropCopySession session = new DropCopySession(source, inlet)) {
                session.start();
                other.awaitLogon(session);
                send(other, 11, 15);
                awaitIds(15);
            }
        }
        assertEquals(numbers(1, 15), inlet.ids);
    }

    @Test
    void aTakenPortIsToldBySourceAndPortAndHoldsNobodyElseUp() throws Exception {
        DropCopySource source = source("taken", FixVersion.FIX_4_4, true, freePort());
        DropCopySource free = source("free", FixVersion.FIX_4_4, true, freePort());
        try (DropCopySession session = new DropCopySession(source, inlet); DropCopySession elsewhere = new DropCopySession(free, inlet)) {
            try (ServerSocket squatter = new ServerSocket(source.port(), 1, InetAddress.getLoopbackAddress())) {
                assertEquals(source.port(), squatter.getLocalPort());
                session.start();
                elsewhere.start();
                Await.until(() -> session.state() == State.FAILED, () -> "is " + session.state());
                assertTrue(session.problem().startsWith("source taken, 127.0.0.1 port " + source.port() + ": cannot listen there"),
                        session.problem());
                try (Counterparty other = other(free)) {
                    other.awaitLogon(elsewhere);
                }
            }
            Await.until(() -> session.state() == State.WAITING, () -> "is " + session.state() + " after the port was given back");
            try (Counterparty other = other(source)) {
                other.awaitLogon(session);
            }
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @CsvSource({"true", "false"})
    void aSessionThatNobodyJoinsLeavesNoThreadOfAnyKind(boolean acceptor) throws Exception {
        DropCopySource source = source("alone", FixVersion.FIX_4_4, acceptor, freePort());
        List<Thread> before = new ArrayList<>(Thread.getAllStackTraces().keySet());
        try (DropCopySession session = new DropCopySession(source, inlet)) {
            session.start();
            Await.until(() -> session.state() == State.WAITING, () -> "is " + session.state() + " " + session.problem());
            // the initiator's second attempt and two ticks of the timer
            long deadline = System.nanoTime() + 2_100_000_000L;
            Await.until(() -> System.nanoTime() > deadline, () -> "the clock stands");
        }
        Await.until(() -> newThreads(before).isEmpty(), () -> newThreads(before).toString());
    }

    private static List<Thread> newThreads(List<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread) && thread.isAlive()).toList();
    }

    @Test
    void noThreadIsLeftBehind() throws Exception {
        for (boolean acceptor : new boolean[] {true, false}) {
            DropCopySource source = source("threads", FixVersion.FIX_4_4, acceptor, freePort());
            try (Counterparty other = other(source)) {
                List<Thread> before = new ArrayList<>(Thread.getAllStackTraces().keySet());
                try (DropCopySession session = new DropCopySession(source, inlet)) {
                    session.start();
                    other.awaitLogon(session);
                }
                Await.until(() -> ourThreads(before).isEmpty(), () -> ourThreads(before).toString());
            }
        }
    }

    /** The counterparty in this process has threads of its own that come and go: MINA's of the connection, QuickFIX/J's static timer. */
    private static List<Thread> ourThreads(List<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread) && thread.isAlive()
                && (thread.getName().contains("leakage") || thread.getName().contains("QFJ Message Processor"))).toList();
    }

    private void send(Counterparty other, int first, int last) throws Exception {
        for (int i = first; i <= last; i++) {
            other.send("D", "11=" + i + "|" + ORDER);
        }
    }

    private void awaitIds(int count) {
        Await.until(() -> inlet.ids.size() >= count, () -> "took " + inlet.ids + ", quarantined " + inlet.reasons);
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
    }

    private Counterparty other(DropCopySource source) throws Exception {
        return new Counterparty(source, directory.resolve("other-" + source.name()));
    }

    private DropCopySource source(String name, FixVersion version, boolean acceptor, int port) {
        return new DropCopySource(name, version, acceptor, "127.0.0.1", port, "LEAK", "EMS", 5, 1, FixScan.DEFAULT_PARENT_TAG,
                directory.resolve("ours").toString(), "", "UTC", "", 0);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
