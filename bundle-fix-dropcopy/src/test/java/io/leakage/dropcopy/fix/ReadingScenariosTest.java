package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;


import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.fix.DropCopySession.State;
import io.leakage.dropcopy.profile.Profiles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios of reading, over real sockets against a scripted venue. */
@Timeout(120)
class ReadingScenariosTest {
    private static final String UNTIMED = "37=O|150=F|39=1|54=1|55=X|32=100|31=10.5|";

    @Test
    void scenario07_whatComesAgainHasTheTimeOfItsTradeElseOfItsFirstSending() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.lose("8", "52=20260302-14:30:00.500|11=A|17=E1|" + Line.FILL);
            line.venue.lose("8", "52=20260302-14:30:01.500|11=A|17=E2|" + UNTIMED);
            line.venue.send("8", "11=A|17=E3|" + Line.FILL);
            line.inlet.await(3);
            assertEquals(nanos("2026-03-02T14:30:00.123Z"), line.inlet.transact.get(0), "60");
            assertEquals(Absent.LONG, line.inlet.transact.get(1));
            assertEquals(nanos("2026-03-02T14:30:01.500Z"), line.inlet.sending.get(1), "122, not the time it was sent again");
        }
    }

    @Test
    void scenario08_aMessageSentAgainBeforeItWasSentFirstIsNotTaken() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("8", "43=Y|122=20991231-00:00:00|11=A|17=E1|" + Line.FILL);
            line.venue.send("8", "11=A|17=E2|" + Line.FILL);
            line.inlet.await(1);
            assertEquals(List.of("8 A of - E2"), line.inlet.seen);
            line.venue.settle();
            assertEquals(1, line.session.rejected());
            assertTrue(line.inlet.quarantined.get(0).startsWith("OrigSendingTime (122) 20991231-00:00:00 is later than SendingTime (52)"),
                    line.inlet.quarantined.toString());
            line.venue.send("8", "34=2|43=Y|122=20991231-00:00:00|11=A|17=E0|" + Line.FILL);
            line.venue.settle();
            assertEquals(2, line.session.rejected(), "under a number that was passed as well");
            assertEquals(List.of("8 A of - E2"), line.inlet.seen);
            assertEquals(List.of(), line.venue.heard("2"));
            assertEquals(List.of(), line.venue.heard("5"));
            assertEquals(State.LOGGED_ON, line.session.state());
        }
    }

    @Test
    void scenario08_inALogItIsQuarantined() {
        FixScan scan = new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|43=Y|52=20260302-14:30:00|122=20260302-14:30:01|11=A|17=E1|" + Line.FILL);
        assertEquals(FixScan.Outcome.UNREADABLE, scan.scan(raw, 0, raw.length, new OrderMessage()));
        assertTrue(scan.problem().startsWith("tag 122: value \"20260302-14:30:01\""), scan.problem());
    }

    @Test
    void scenario12_twoFillsWithTheSameExecIdOnTwoSidesBothCount() throws Exception {
        ReplayEngine engine = new ReplayEngine();
        FixScan scan = new FixScan(Profiles.of("ice-like"), false, () -> null);
        DropCopyReader reader = new DropCopyReader(scan, engine.inlets().orders("ice"));
        for (String side : List.of("1", "2", "1")) {
            byte[] raw = Fix.bytes(Fix.whole("FIX.4.4", "35=8|34=2|52=20260302-14:30:00.200|11=S" + side + "|17=7|207=IFEU|"
                    + Line.FILL.replace("54=1", "54=" + side).replace("37=O", "37=O" + side)));
            reader.read(raw, 0, raw.length);
        }
        assertEquals(100, executed(engine, "S1"), "told twice, counted once");
        assertEquals(100, executed(engine, "S2"));
    }

    @Test
    void scenario13_constantExecIdsAreNoKeys() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("8", "11=A|17=0|150=A|39=A|54=1|55=X|");
            line.venue.send("8", "11=B|17=-1;-1|150=E|39=E|54=1|55=X|");
            line.venue.send("8", "11=B|17=01|" + Line.FILL);
            line.inlet.await(3);
            assertEquals(List.of("8 A of - -", "8 B of - -", "8 B of - 01"), line.inlet.seen);
        }
    }

    @Test
    void scenario14_aJumpOfFourThousandIsAskedForInChunksAndEveryMessageComesOnce() throws Exception {
        try (Line line = new Line(Line.source("cme-encapsulated", false))) {
            line.venue.logon();
            for (int i = 1; i <= 4000; i++) {
                line.venue.lose("n", ProfilesTest.wrapped(i, "11=A|17=E" + i + "|" + Line.FILL));
            }
            line.venue.send("n", ProfilesTest.wrapped(4001, "11=A|17=E4001|" + Line.FILL));
            line.venue.expect("2", "7=2|16=2501|");
            line.venue.expect("2", "7=2502|");
            line.inlet.await(4001);
            line.venue.settle();
            assertEquals(4001, line.inlet.seen.size());
            assertEquals("8 A of - E4001", line.inlet.seen.get(4000));
            assertEquals(0, line.session.scan().innerMissing());
        }
    }

    @Test
    void scenario16_twoLiveCopiesOfTheSameFillsAreOneSet() throws Exception {
        ReplayEngine engine = new ReplayEngine();
        DropCopySource a = Line.source("generic-44", true);
        DropCopySource b = Line.source("generic-42", false);
        OrderInlet one = locked(engine, engine.inlets().orders("a"));
        OrderInlet other = locked(engine, engine.inlets().orders("b"));
        try (DropCopySession first = new DropCopySession(a, one); DropCopySession second = new DropCopySession(b, other);
                ScriptedVenue left = new ScriptedVenue(a); ScriptedVenue right = new ScriptedVenue(b)) {
            first.start();
            second.start();
            left.logon();
            right.logon();
            for (int i = 1; i <= 5; i++) {
                left.send("8", "11=A|17=E" + i + "|" + Line.FILL);
                right.send("8", "11=A|17=E" + i + "|" + Line.FILL);
            }
            Await.until(() -> first.reader().delivered() + second.reader().delivered() == 10, () -> "not all delivered");
            synchronized (engine) {
                assertEquals(500, executed(engine, "A"), "5 fills of 100, not 10");
            }
        }
    }

    @Test
    void scenario25_aReplayUnderAnOldNumberIsReadWhereTheProfileSaysSo() throws Exception {
        for (boolean read : new boolean[] {true, false}) {
            try (Line line = new Line(Line.source("generic-44", true, "low.replays=" + read))) {
                line.venue.logon();
                line.venue.send("8", "11=A|17=E1|" + Line.FILL);
                line.venue.settle();
                line.venue.send("8", "34=2|43=Y|122=20260302-14:30:00|11=A|17=E0|" + Line.FILL);
                line.venue.send("8", "11=A|17=E2|" + Line.FILL);
                line.inlet.await(read ? 3 : 2);
                line.venue.settle();
                assertEquals(read ? 3 : 2, line.inlet.seen.size());
                assertEquals(read, line.inlet.seen.contains("8 A of - E0"));
            }
        }
    }

    @Test
    void scenario28_garbledBytesAreKeptAsideAndTheGapTheyLeaveIsClosed() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.garble("8", "11=A|17=E1|" + Line.FILL);
            line.venue.bytes(Fix.bytes("noise without any sense"));
            line.venue.bytes(Fix.bytes("8=FIX.4.4|9=12|35=8|11=A|17=CUT|"));
            line.venue.send("8", "11=A|17=E2|" + Line.FILL);
            line.venue.expect("2", "7=2|");
            line.inlet.await(2);
            assertEquals(List.of("8 A of - E1", "8 A of - E2"), line.inlet.seen);
            assertTrue(line.inlet.quarantined.get(0).contains("CheckSum (10)"), line.inlet.quarantined.toString());
            assertTrue(line.inlet.quarantined.size() >= 3, line.inlet.quarantined.toString());
            assertEquals(State.LOGGED_ON, line.session.state());
        }
    }

    @Test
    void scenario29_tenMegabytesAreNotReadAndNotAskedForAgain() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("8", "11=A|17=E1|58=" + "x".repeat(10_000_000) + "|");
            line.venue.send("8", "11=A|17=E2|453=10000|" + "448=PARTY|447=D|452=1|".repeat(10_000) + Line.FILL);
            line.venue.send("8", "11=A|17=E3|" + Line.FILL);
            line.inlet.await(1);
            line.venue.settle();
            assertEquals(List.of("8 A of - E3"), line.inlet.seen);
            assertEquals(2, line.inlet.quarantined.size());
            assertEquals(List.of(), line.venue.heard("2"), "under their numbers stand-ins went on");
            assertEquals(2, line.session.scan().byType().get("U0"));
        }
    }

    @Test
    void scenario30_unknownTypesAreCountedAndNobodyIsRefused() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("U7", "58=nobody knows|");
            line.venue.send("B", "148=news|");
            line.venue.send("i", "117=Q|");
            line.venue.send("b", "117=Q|297=0|");
            line.venue.send("AI", "117=Q|297=5|");
            line.venue.send("n", "212=3|213=<x>|");
            line.venue.send("AE", "571=T1|487=0|17=E1|32=100|31=10.5|55=X|552=1|54=1|37=O|11=A|1=ACC|797=Y|");
            line.venue.send("AE", "571=T2|487=1|17=E1|55=X|552=1|54=1|37=O|11=A|");
            line.inlet.await(2);
            line.venue.settle();
            assertEquals(List.of("8 A of - E1", "8 A of - T2"), line.inlet.seen, "trade captures are fills");
            assertEquals(List.of("-", "E1"), line.inlet.references, "the second takes the first back");
            assertEquals("{AE=2, AI=1, B=1, U7=1, b=1, i=1, n=1}", line.session.scan().byType().toString());
            assertEquals(1, line.session.scan().copies());
            assertEquals(List.of("U7", "B", "i", "b", "AI", "n"), line.inlet.kept.stream().map(Told::new).map(Told::type).toList());
            assertTrue(line.inlet.kept.get(0).contains("|58=nobody knows|10="), "as it came: " + line.inlet.kept.get(0));
            assertEquals(List.of(), line.venue.heard("3"));
            assertEquals(List.of(), line.venue.heard("j"));
        }
    }

    @Test
    void scenario30_whereTheProfileSaysSoUnknownTypesAreKeptAndRefusedAndTheSessionStays() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true, "refuse.unread=true"))) {
            line.venue.logon();
            int number = line.venue.send("U7", "58=nobody knows|");
            line.venue.send("8", "11=A|17=E1|" + Line.FILL);
            line.venue.expect("j", "45=" + number + "|372=U7|380=3|");
            line.inlet.await(1);
            line.venue.settle();
            assertEquals(1, line.inlet.kept.size());
            assertEquals(1, line.session.rejected());
            assertEquals(1, line.venue.heard("j").size(), "the fill is read, not refused");
            assertEquals(List.of(), line.venue.heard("2"));
            assertEquals(State.LOGGED_ON, line.session.state());
        }
    }

    @Test
    void scenario31_unknownTagsInGroupsAndNewEnumerationsTakeNothingAway() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("8", "11=A|17=E1|453=2|448=P|9999=x|447=Z|448=Q|20001=y|452=77|526=PARENT|40=z|59=q|" + Line.FILL);
            line.inlet.await(1);
            assertEquals(List.of("8 A of PARENT E1"), line.inlet.seen);
        }
    }

    @Test
    void scenario32_aGapInsideIsSeenWhereTheOutsideHasNone() throws Exception {
        try (Line line = new Line(Line.source("cme-encapsulated", true))) {
            line.venue.logon();
            line.venue.send("n", ProfilesTest.wrapped(7, "11=A|17=E1|" + Line.FILL));
            line.venue.send("n", ProfilesTest.wrapped(9, "11=A|17=E3|" + Line.FILL));
            line.venue.settle();
            assertEquals(1, line.session.scan().innerGaps());
            assertEquals(1, line.session.scan().innerMissing());
            assertEquals(List.of("gap 8-9"), line.inlet.said, "its orders are in doubt");
            line.venue.send("n", ProfilesTest.wrapped(8, "43=Y|11=A|17=E2|" + Line.FILL));
            line.venue.settle();
            assertEquals(0, line.session.scan().innerMissing());
            assertEquals(List.of("gap 8-9", "filled"), line.inlet.said);
            assertEquals(List.of("8 A of - E1", "8 A of - E3", "8 A of - E2"), line.inlet.seen);
            assertEquals(List.of(), line.venue.heard("2"), "the outer numbers are contiguous");
        }
    }

    @Test
    void scenario33_aClockFiveMinutesOffIsToldOfAndTheSessionStays() throws Exception {
        try (Line line = new Line(Line.source("generic-44", false))) {
            line.venue.join().logon("52=" + off(300) + "|");
            for (int i = 1; i <= 3; i++) {
                line.venue.send("8", "52=" + off(300) + "|11=A|17=E" + i + "|" + Line.FILL);
            }
            line.inlet.await(3);
            assertEquals(3, line.session.late());
            assertEquals(1, line.venue.heard("A").size(), "one logon, no other");
            assertEquals(State.LOGGED_ON, line.session.state());
        }
    }

    @Test
    void aFillWhoseSendingTimeCannotBeReadIsTaken() throws Exception {
        try (Line line = new Line(Line.source("generic-44", true))) {
            line.venue.logon();
            line.venue.send("8", "52=this morning|11=A|17=E1|" + Line.FILL);
            line.venue.send("8", "11=A|17=E2|" + Line.FILL);
            line.inlet.await(2);
            assertEquals(List.of("8 A of - E1", "8 A of - E2"), line.inlet.seen);
            assertEquals(List.of(Absent.LONG), line.inlet.sending.subList(0, 1));
            line.venue.settle();
            assertEquals(List.of(), line.venue.heard("3"), "rejected by the session");
            assertEquals(0, line.session.late());
        }
    }

    @ParameterizedTest(name = "{0} is {1}, uncertain by {2} ns")
    @CsvSource({"20260302-14:30:00, 2026-03-02T14:30:00Z, 1000000000", "20260302-14:30:00.123, 2026-03-02T14:30:00.123Z, 1000000",
        "20260302-14:30:00.123456, 2026-03-02T14:30:00.123456Z, 1000", "20260302-14:30:00.123456789, 2026-03-02T14:30:00.123456789Z, 0",
        "20260302-14:30:00.123456789123, 2026-03-02T14:30:00.123456789Z, 0", "20260302-23:59:60, 2026-03-03T00:00:00Z, 1000000000"})
    void scenario63_aTimeMayHaveAnyNumberOfDigits(String text, String instant, long truncation) {
        OrderMessage message = new OrderMessage();
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|60=" + text + "|");
        new FixScan(FixScan.DEFAULT_PARENT_TAG, false).scan(raw, 0, raw.length, message);
        assertEquals(nanos(instant), message.transactNanos);
        assertEquals(truncation, message.transactTruncation);
    }

    /** The engine of a replay has one thread, so two sessions take turns. */
    private static OrderInlet locked(ReplayEngine engine, OrderInlet inlet) {
        return new OrderInlet() {
            @Override
            public void accept(OrderMessage message) {
                synchronized (engine) {
                    inlet.accept(message);
                }
            }

            @Override
            public void quarantine(byte[] raw, int offset, int length, String reason) {
                throw new AssertionError(reason);
            }
        };
    }

    private static long executed(ReplayEngine engine, String id) {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find(id), row), id);
        return row.executed();
    }

    private static String off(int seconds) {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss").withZone(ZoneOffset.UTC)
                .format(Instant.now().minusSeconds(seconds));
    }

    private static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
