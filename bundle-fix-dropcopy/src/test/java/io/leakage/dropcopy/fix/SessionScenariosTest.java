package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.CopyCondition;
import io.leakage.dropcopy.fix.DropCopySession.State;
import io.leakage.dropcopy.profile.Profiles;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may befall a session, over real sockets against a scripted venue; the numbers are those of the drop-copy specification. */
@Timeout(120)
class SessionScenariosTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @TempDir
    private Path directory;
    private final RecordingInlet inlet = new RecordingInlet();
    private DropCopySource source;
    private DropCopySession session;
    private ScriptedVenue venue;

    @AfterEach
    void end() throws Exception {
        venue.close();
        session.close();
    }

    @ParameterizedTest(name = "at most {0} a request")
    @ValueSource(ints = {0, 2})
    void scenario01_aGapIsAskedForInChunksAndWhatCameEarlyWaits(int chunk) throws Exception {
        start(true, 5, chunk);
        order("A");
        lose("B", "C", "D", "E", "F");
        order("G");
        awaitIds("A", "B", "C", "D", "E", "F", "G");
        venue.settle();

        assertEquals(List.of("gap 3-8", "filled"), inlet.said);
        List<String> asked = venue.heard("2").stream().map(one -> one.get(7) + "-" + one.get(16)).toList();
        assertEquals(chunk == 0 ? List.of("3-0") : List.of("3-4", "5-6", "7-0"), asked.stream().distinct().toList());
        assertEquals(1, session.health().gaps());
        assertEquals(asked.size(), session.health().resends());
        assertEquals(CopyCondition.FLOWING, session.health().condition());
    }

    @Test
    void scenario01_anOpenGapShowsInTheHealthOfTheCopy() throws Exception {
        start(true, 5, 0);
        venue.onResend(ResendAnswer.SILENCE);
        lose("A", "B");
        order("C");
        venue.expect("2", "7=2|16=0|");
        Await.until(() -> session.health().hasGap(), () -> "no gap: " + session.health());

        assertEquals(CopyCondition.MISSING, session.health().condition());
        assertEquals(2, session.health().gapFrom());
        assertEquals(4, session.health().gapTo());
        assertEquals(2, session.health().expectedSequence());
        assertEquals(List.of(), inlet.ids, "C is past the gap");
    }

    @Test
    void scenario02_aGapFillOverSessionMessagesLeavesNothingBehind() throws Exception {
        start(true, 5, 0);
        venue.lose("0", "");
        venue.lose("0", "");
        order("A");
        awaitIds("A");
        venue.settle();

        assertEquals(List.of("gap 2-4", "filled"), inlet.said);
        assertEquals(1, session.health().gapFills());
        assertEquals(2, session.health().nothingThere());
        assertFalse(session.health().hasGap());
    }

    @Test
    void scenario03_aGapFillBeyondTheChunkIsTakenAtItsWord() throws Exception {
        start(true, 5, 2);
        venue.onResend((one, first, last) -> one.gapFill(first, 7));
        lose("A", "B", "C", "D", "E");
        order("F");
        awaitIds("F");
        venue.settle();

        assertEquals(1, venue.heard("2").size(), "asked for 2 and 3, told that there is nothing up to 6");
        assertEquals(5, session.health().nothingThere());
        assertEquals(List.of("gap 2-7", "filled"), inlet.said);
    }

    @Test
    void scenario04_aResetUpwardsBeginsAnEpoch() throws Exception {
        start(true, 5, 0);
        order("A");
        venue.reset(50);
        order("B");
        awaitIds("A", "B");
        venue.settle();

        assertEquals(List.of("epoch 50"), inlet.said);
        assertEquals(0, venue.heard("2").size());
        assertEquals(1, session.health().epochs());
    }

    @Test
    void scenario05_aNumberTooLowEndsTheSessionAndChangesNothing() throws Exception {
        start(true, 5, 0);
        order("A");
        order("B");
        awaitIds("A", "B");
        venue.settle();
        long expected = 5;   // behind logon, A, B and what settling asked
        Await.until(() -> session.health().expectedSequence() == expected, () -> "is " + session.health());
        venue.send("8", "34=2|" + report("A"));

        venue.expect("5", "58=MsgSeqNum too low, expecting " + expected + " but received 2|");
        Await.free(session);
        assertEquals(expected, session.health().expectedSequence(), "no silent reset");
        assertTrue(session.health().trouble().startsWith("MsgSeqNum too low"), session.health().trouble());
        assertEquals(List.of("A", "B"), inlet.ids);

        venue.cut();
        venue.logon();
        order("C");
        awaitIds("A", "B", "C");
        assertEquals("", session.health().trouble());
    }

    @Test
    void scenario06_aDuplicateOfTheSessionIsCountedAndGoesNoFurther() throws Exception {
        start(true, 5, 0);
        order("A");
        awaitIds("A");
        venue.settle();
        venue.possDup(2);
        order("B");
        awaitIds("A", "B");

        assertEquals(1, session.health().duplicates());
        assertEquals(1, session.health().possDups());
    }

    @Test
    void scenario15_aFailoverThatOverlapsTellsEachMessageOnce() throws Exception {
        start(true, 5, 0);
        order("A");
        order("B");
        awaitIds("A", "B");
        for (String[] next : new String[][] {{"C", "D"}, {"E", "F"}}) {
            cut();
            venue.logon();
            venue.replay(1, venue.next() - 1);
            order(next[0]);
            order(next[1]);
            venue.settle();
        }
        awaitIds("A", "B", "C", "D", "E", "F");
        // 2 orders behind the first failover, 4 behind the second
        Await.until(() -> session.health().duplicates() == 6, () -> "dropped " + session.health().duplicates());
    }

    @ParameterizedTest(name = "the venue {0}")
    @ValueSource(strings = {"has nothing", "refuses"})
    void scenario17_aFirstStartAtMidDayWithoutHistorySaysSo(String answer) throws Exception {
        prepare(true, 5, 0);
        venue.next(501);
        venue.onResend(answer.equals("refuses") ? ResendAnswer.REFUSE : ResendAnswer.GAP_FILL);
        session.start();
        venue.logon();
        venue.expect("2", "7=1|16=0|");
        awaitSaid("gap 1-501", "partial history", "filled");
        order("A");
        awaitIds("A");
    }

    @Test
    void scenario17_aFirstStartAtMidDayAsksFromTheFirstMessageOn() throws Exception {
        prepare(true, 5, 0);
        venue.lose("A", "");
        lose("A", "B");
        session.start();
        venue.logon();
        venue.expect("2", "7=1|16=0|");
        awaitIds("A", "B");
        awaitSaid("gap 1-4", "filled");
    }

    @Test
    void scenario18_aVenueThatKeepsNothingLeavesAHoleOfThirtySeconds() throws Exception {
        start(true, 5, 0, "buffers=false");
        Instant now = Instant.now();
        venue.send("8", "52=" + TIME.format(now) + "|" + report("A"));
        awaitIds("A");
        cut();
        venue.join().logon("52=" + TIME.format(now.plusSeconds(30)) + "|");
        awaitSaid("hole of 30 s");
        order("B");
        awaitIds("A", "B");
    }

    @Test
    void scenario19_aResetByLogonMidSessionBeginsAnEpochAndGoesOn() throws Exception {
        start(true, 5, 0);
        order("A");
        awaitIds("A");
        venue.next(1);
        venue.send("A", "98=0|108=5|141=Y|");
        venue.expect("A", "141=Y|");
        order("B");
        awaitIds("A", "B");
        assertEquals(List.of("epoch 1"), inlet.said);
        assertEquals(State.LOGGED_ON, session.state());
    }

    @Test
    void scenario19_aVenueThatResumesAfterAResetLeavesNoDoubt() throws Exception {
        start(true, 5, 0, "after.reset=resumes");
        order("A");
        awaitIds("A");
        cut();
        venue.next(1);
        venue.join().logon("141=Y|");
        venue.send("8", "97=Y|" + report("A"));
        order("B");
        awaitIds("A", "A", "B");
        assertEquals(List.of(), inlet.said);
    }

    @ParameterizedTest(name = "we are started anew: {0}")
    @ValueSource(booleans = {false, true})
    void scenario22_aGapSeenAtLogoutIsAskedForInTheNextSession(boolean restarted) throws Exception {
        start(true, 5, 0);
        order("A");
        lose("B", "C");
        logout(restarted);

        venue.logon();
        awaitIds("A", "B", "C");
        Await.until(() -> inlet.said.get(inlet.said.size() - 1).equals("filled"), () -> inlet.said.toString());
        assertEquals("gap 3-5", inlet.said.get(0));
    }

    @ParameterizedTest(name = "we are started anew: {0}")
    @ValueSource(booleans = {false, true})
    void scenario22_evenWhenThatSessionBeginsItsNumbersAnew(boolean restarted) throws Exception {
        start(true, 5, 0);
        order("A");
        lose("B", "C");
        logout(restarted);

        venue.next(1);
        venue.join().logon("141=Y|");
        venue.expect("2", "7=3|16=4|");
        awaitIds("A", "B", "C");
        Await.until(() -> inlet.said.contains("filled"), () -> inlet.said.toString());
        assertTrue(inlet.said.contains("epoch 1"), inlet.said.toString());
        order("D");
        order("E");
        order("F");
        awaitIds("A", "B", "C", "D", "E", "F");
        assertFalse(session.health().hasGap());
    }

    private void logout(boolean restarted) throws Exception {
        venue.send("5", "");
        venue.expect("5", "");
        Await.until(() -> session.health().hasGap() && session.state() == State.WAITING, () -> "is " + session.health());
        venue.cut();
        Await.free(session);
        if (restarted) {
            session.close();
            session = new DropCopySession(source, inlet);
            session.start();
            assertEquals(3, session.health().gapFrom(), "kept over the restart");
        }
    }

    @Test
    void scenario23_aRejectAheadOfUsShowsAGap() throws Exception {
        start(true, 5, 0);
        order("A");
        lose("B");
        venue.send("3", "45=1|58=whatever|");
        venue.expect("2", "7=3|16=0|");
        awaitIds("A", "B");
        awaitSaid("gap 3-4", "filled");
        assertEquals(1, session.health().gaps());
    }

    @Test
    void scenario24_aRequestLostWithTheLinkIsMadeAgainWithinTwoHeartbeats() throws Exception {
        start(true, 5, 0);
        order("A");
        lose("B");
        venue.onResend((one, first, last) -> one.cut());
        order("C");
        venue.expect("2", "7=3|");
        venue.onResend(ResendAnswer.REPLAY);
        Await.free(session);
        long back = System.nanoTime();
        venue.logon();
        venue.expect("2", "7=3|");
        assertTrue(System.nanoTime() - back < 2 * 5_000_000_000L, "later than two heartbeats of 5 s");
        awaitIds("A", "B", "C");
    }

    @Test
    void scenario34_aHalfOpenConnectionIsStaleWithinTwoAndAHalfHeartbeatsAndMakesItselfGood() throws Exception {
        start(false, 2, 0);
        order("A");
        awaitIds("A");
        venue.settle();
        long silentSince = System.nanoTime();
        venue.halfOpen();
        Await.until(() -> inlet.said.contains("stale"), () -> "still believed: " + inlet.said);
        long after = System.nanoTime() - silentSince;
        assertTrue(after <= 4_800_000_000L, "2.4 × 2 s = 4.8 s, was " + after / 1e9 + " s");
        assertEquals(CopyCondition.STALE, session.health().condition());

        venue.logon();
        order("B");
        awaitIds("A", "B");
        Await.until(() -> inlet.said.contains("fresh"), () -> "not believed again: " + inlet.said);
    }

    @Test
    void aGapThatDoesNotCloseIsAskedForAgainAndThenTheConnectionIsMadeAnew() throws Exception {
        start(false, 2, 0);
        venue.onResend(ResendAnswer.SILENCE);
        lose("A");
        order("B");
        venue.expect("2", "7=2|");
        venue.expect("2", "7=2|");
        Await.until(() -> session.health().drops() == 1, () -> "still connected: " + session.health());
        venue.onResend(ResendAnswer.REPLAY);
        venue.logon();
        awaitIds("A", "B");
        Await.until(() -> !session.health().hasGap(), () -> "is " + session.health());
    }

    private void start(boolean acceptor, int heartbeat, int chunk, String... overrides) throws Exception {
        prepare(acceptor, heartbeat, chunk, overrides);
        session.start();
        venue.logon();
    }

    private void prepare(boolean acceptor, int heartbeat, int chunk, String... overrides) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            source = new DropCopySource("scenario", FixVersion.FIX_4_4, acceptor, "127.0.0.1", socket.getLocalPort(), "LEAK", "EMS",
                    heartbeat, 1, FixScan.DEFAULT_PARENT_TAG, directory.toString(), "", "UTC", "", chunk,
                    Profiles.of("generic-44", List.of(overrides)), Access.OPEN);
        }
        venue = new ScriptedVenue(source);
        session = new DropCopySession(source, inlet);
    }

    private void cut() {
        venue.cut();
        Await.free(session);
    }

    private void order(String id) {
        venue.send("8", report(id));
    }

    private void lose(String... ids) {
        for (String id : ids) {
            venue.lose("8", report(id));
        }
    }

    private static String report(String id) {
        return "37=O" + id + "|11=" + id + "|17=E" + id + "|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.03|14=100|151=0|6=100.03|"
                + "60=20260102-14:30:00.050|";
    }

    private void awaitIds(String... ids) {
        Await.until(() -> inlet.ids.size() >= ids.length, () -> "took " + inlet.ids + ", said " + inlet.said);
        assertEquals(List.of(ids), inlet.ids);
    }

    private void awaitSaid(String... words) {
        Await.until(() -> inlet.said.size() >= words.length, () -> "said " + inlet.said);
        assertEquals(List.of(words), inlet.said);
    }
}
