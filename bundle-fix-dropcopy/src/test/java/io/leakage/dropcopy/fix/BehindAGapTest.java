package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.dropcopy.fix.DropCopySession.State;
import io.leakage.dropcopy.profile.Profiles;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reached us before its turn is never lost, whatever becomes of the numbers. The logon has number 1, A 2. */
@Timeout(120)
class BehindAGapTest {
    @TempDir
    private Path directory;
    private final RecordingInlet inlet = new RecordingInlet();
    private DropCopySession session;
    private ScriptedVenue venue;

    @AfterEach
    void end() throws Exception {
        venue.close();
        session.close();
    }

    @ParameterizedTest(name = "chunks of {0}")
    @ValueSource(ints = {0, 2})
    void scenario02_aGapFillOverMessagesThatWaitTakesNoneOfThemAway(int chunk) throws Exception {
        start(chunk);
        order("A");
        venue.onResend(ResendAnswer.SILENCE);
        lose("B");
        order("C");
        venue.expect("2", "7=3|");
        order("D");
        order("E");
        venue.gapFill(3, 6);
        awaitIds("A", "C", "D", "E");
        order("F");
        awaitIds("A", "C", "D", "E", "F");
        assertEquals(List.of("gap 3-5", "filled"), inlet.said.stream().map(one -> one.replace("3-4", "3-5")).toList());
        assertEquals(7, venue.next() - 1, "F has number 7 and was taken in its turn");
    }

    @Test
    void aGapFillOverAMessageThatCannotBeKeptDoesNotPassItOver() throws Exception {
        start(0);
        order("A");
        venue.onResend(ResendAnswer.SILENCE);
        lose("B");
        order("C");
        order("D");
        venue.expect("2", "7=3|");
        inlet.notDurableOnce.add("D");
        venue.gapFill(3, 6);
        venue.awaitEnd();
        venue.cut();
        Await.free(session);
        assertEquals(3, session.health().expectedSequence(), "not counted");
        venue.onResend((one, first, last) -> one.gapFill(first, last + 1));
        venue.logon();
        awaitIds("A", "C", "D");
    }

    @Test
    void scenario19_aResetWhileMessagesWaitTakesThemFirst() throws Exception {
        start(0);
        order("A");
        venue.onResend(ResendAnswer.SILENCE);
        lose("B");
        order("C");
        venue.expect("2", "7=3|");
        venue.cut();
        Await.free(session);
        venue.next(1);
        venue.join().logon("141=Y|");
        awaitIds("A", "C");
        order("D");
        awaitIds("A", "C", "D");
    }

    @Test
    void whereNothingIsBufferedWhatWaitedIsTakenAsTheGapIsGivenUp() throws Exception {
        start(0, "buffers=false");
        order("A");
        lose("B");
        venue.onResend(ResendAnswer.SILENCE);
        order("C");
        order("D");
        awaitIds("A", "C", "D");
    }

    @Test
    void scenario27_moreThanMayWaitIsDroppedAskedForAgainAndNotLost() throws Exception {
        start(0, "waiting.messages=10");
        order("A");
        venue.onResend(ResendAnswer.SILENCE);
        lose("B");
        List<String> all = new ArrayList<>(List.of("A", "B", "C"));
        order("C");
        venue.expect("2", "7=3|");
        for (int i = 0; i < 10; i++) {
            order("W" + i);
            all.add("W" + i);
        }
        assertEquals(State.LOGGED_ON, session.state(), "ten may wait");
        order("W10");
        all.add("W10");
        venue.awaitEnd();
        venue.cut();
        Await.free(session);
        assertEquals(1, session.health().drops());
        assertTrue(session.health().hasGap(), "flagged until it closes");
        assertEquals(List.of("A"), inlet.ids);
        for (int i = 11; i < 40; i++) {
            venue.lose("8", report("W" + i));
            all.add("W" + i);
        }
        venue.onResend(ResendAnswer.REPLAY);
        venue.logon();
        awaitIds(all.toArray(String[]::new));
        Await.until(() -> !session.health().hasGap(), () -> "is " + session.health());
        assertEquals("filled", inlet.said.get(inlet.said.size() - 1));
    }

    @Test
    void scenario28_garbledBytesThatCannotBeKeptAsideEndTheConnectionAndAreSentAgain() throws Exception {
        start(0);
        order("A");
        awaitIds("A");
        inlet.notKept.set(1);
        venue.garble("8", report("B"));
        venue.awaitEnd();
        venue.cut();
        Await.free(session);
        assertEquals(1, session.failures());
        assertTrue(session.alarms() >= 1);
        assertEquals(List.of(), inlet.quarantined, "the disk was full");
        venue.logon();
        order("C");
        awaitIds("A", "B", "C");
    }

    @Test
    void scenario29_aMessageTooLongThatCannotBeKeptAsideEndsTheConnectionUncounted() throws Exception {
        start(0, "largest.message=2048");
        order("A");
        awaitIds("A");
        inlet.notKept.set(1);
        venue.send("8", report("B") + "58=" + "x".repeat(3000) + "|");
        venue.awaitEnd();
        venue.cut();
        Await.free(session);
        assertEquals(3, session.health().expectedSequence(), "no stand-in went on");
        venue.logon();
        order("C");
        awaitIds("A", "C");
        assertEquals(1, inlet.quarantined.size(), "sent again and kept");
    }

    private void start(int chunk, String... overrides) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DropCopySource source = new DropCopySource("behind", FixVersion.FIX_4_4, true, "127.0.0.1", socket.getLocalPort(), "LEAK",
                    "EMS", 5, 1, FixScan.DEFAULT_PARENT_TAG, directory.toString(), "", "UTC", "", chunk,
                    Profiles.of("generic-44", List.of(overrides)), Access.OPEN);
            venue = new ScriptedVenue(source);
            session = new DropCopySession(source, inlet);
        }
        session.start();
        venue.logon();
    }

    private void order(String id) {
        venue.send("8", report(id));
    }

    private void lose(String id) {
        venue.lose("8", report(id));
    }

    private static String report(String id) {
        return "37=O" + id + "|11=" + id + "|17=E" + id + "|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.03|14=100|151=0|6=100.03|"
                + "60=20260102-14:30:00.050|";
    }

    private void awaitIds(String... ids) {
        Await.until(() -> inlet.ids.size() >= ids.length, () -> "took " + inlet.ids + ", said " + inlet.said);
        assertEquals(List.of(ids), inlet.ids);
    }
}
