package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scripted venue, a session, an engine: what befalls the first, looked up in the row. Parent P buys 300 by one child C. */
@Timeout(120)
class SessionScoreTest {
    private static final long PENNY = 1_000_000L;
    private static final String DAY = "20260102-";
    private static final String NEXT_DAY = "20260103-";

    @TempDir
    private Path directory;
    private final LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory());
    private DropCopySession session;
    private ScriptedVenue venue;

    @BeforeEach
    void quoteAHundred() {
        MarketInlet market = engine.inlets().market("market", WhenFull.WAIT);
        int instrument = market.instrument("INST");
        long before = nanos("2026-01-02T14:00:00Z");
        market.added(instrument, 1, before, 1, Side.BUY, 500, 9_999 * PENNY);
        market.added(instrument, 2, before, 2, Side.SELL, 500, 10_001 * PENNY);
        market.passed(instrument, 3, nanos("2026-01-04T00:00:00Z"));
    }

    @AfterEach
    void end() throws Exception {
        venue.close();
        session.close();
        engine.close();
    }

    @Test
    void scenario01_nothingComputedWhileMessagesAreMissingIsFinal() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        await(row -> row.status(Measure.ARRIVAL_SLIPPAGE) == Status.VALID);

        venue.onResend(ResendAnswer.SILENCE);
        venue.lose("8", filled("E2", 100, 200, ""));
        fill("E3", 100, 300, "");
        await(row -> Flag.DC_GAP.in(row.flags()));
        assertEquals(Status.DEGRADED, row().status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(100, row().executed(), "E3 is past the gap");

        venue.replay(venue.next() - 2, venue.next() - 1);
        await(row -> row.executed() == 300 && !Flag.DC_GAP.in(row.flags()));
        assertEquals(Status.VALID, row().status(Measure.ARRIVAL_SLIPPAGE));
        // bought at 100.03 against a mid of 100: 3 cents on 100 are 3 bps
        assertEquals(3.0, row().value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
    }

    @Test
    void scenario06_aDuplicateOfTheSessionChangesNoFigure() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        await(row -> row.executed() == 100);
        ParentRow before = row();
        venue.possDup(venue.next() - 1);
        venue.settle();
        assertEquals(before, row());
        assertEquals(1, session.health().duplicates());
    }

    @Test
    void scenario09_anExecutionToldAgainUnderANewNumberCountsOnce() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        fill("E1", 100, 100, "97=Y|");
        delivered(5);
        await(row -> row.executed() == 100 && row.fills() == 1);
        assertEquals(1, session.health().possResends());
        assertEquals(1, session.health().repeated());
        assertFalse(Flag.CONFLICT.in(row().flags()));
    }

    @Test
    void scenario10_anExecutionResentThatNobodyHasSeenCounts() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        fill("E2", 100, 200, "97=Y|");
        await(row -> row.executed() == 200 && row.fills() == 2);
    }

    @Test
    void scenario11_theSameExecutionWithAnotherContentIsAConflictAndTheFirstStands() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        fill("E1", 200, 100, "");
        await(row -> Flag.CONFLICT.in(row.flags()));
        assertEquals(100, row().executed());
        assertEquals(Status.DEGRADED, row().status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals("CONFLICT: execution E1 was told before with another content or of another order, which stands",
                engine.quarantine().newest(1).get(0).reason());
        Await.until(() -> session.alarms() == 1, () -> session.alarms() + " alarms");
    }

    @Test
    void scenario14_aJumpOfFourThousandAfterAFailoverIsClosedInChunksAndTheOrdersStandAsTheyDid() throws Exception {
        start("cme-encapsulated", false);
        venue.send("n", inner(1, "37=O|11=C|526=P|17=0|150=0|39=0|20=0|55=INST|54=1|38=300|14=0|151=300|60=" + DAY + "14:30:00|"));
        venue.send("n", inner(2, filled("E1", 100, 100, "20=0|")));
        await(row -> row.executed() == 100);
        venue.cut();
        Await.free(session);
        int asked = venue.next();
        venue.next(asked + 3_000);
        venue.lose("n", inner(3, filled("E2", 100, 200, "20=0|")));
        venue.next(asked + 4_000);
        venue.join().logon("");
        venue.send("n", inner(2, filled("E1", 100, 100, "20=0|")));
        venue.send("n", inner(4, filled("E3", 100, 300, "20=0|")));
        venue.expect("2", "7=" + asked + "|16=" + (asked + 2_499) + "|");
        venue.expect("2", "7=" + (asked + 2_500) + "|");
        await(row -> row.executed() == 300 && !Flag.DC_GAP.in(row.flags()));
        assertEquals(3, row().fills());
        assertEquals(1, row().children());
        assertEquals('2', child("P").state());
        assertEquals(0, row().flags() & (Flag.CONFLICT.bit() | Flag.RECON_MISMATCH.bit()));
        assertEquals(3.0, row().value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(1, engine.scorecard().parents());
    }

    @Test
    void scenario15_aFailoverThereAndBackCountsNothingTwice() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "");
        await(row -> row.executed() == 100);
        for (int i = 2; i <= 3; i++) {
            venue.cut();
            Await.free(session);
            venue.logon();
            venue.replay(1, venue.next() - 1);
            fill("E" + (i - 1), 100, 100 * (i - 1), "97=Y|");
            fill("E" + i, 100, 100 * i, "");
            long executed = 100 * i;
            await(row -> row.executed() == executed);
        }
        await(row -> row.executed() == 300 && row.fills() == 3);
    }

    @Test
    void scenario18_aHoleSuppressesTheParentUntilCumQtyReconciles() throws Exception {
        start("buffers=false");
        working();
        fill("E1", 100, 100, "52=" + DAY + "15:00:00|");
        await(row -> row.status(Measure.ARRIVAL_SLIPPAGE) == Status.VALID);
        venue.cut();
        Await.free(session);
        venue.join().logon("52=" + DAY + "15:00:30|");
        await(row -> Flag.DC_HOLE.in(row.flags()));
        assertEquals(Status.SUPPRESSED, row().status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.DC_HOLE.in(row().flags(Measure.ARRIVAL_SLIPPAGE)));

        venue.send("8", "37=O|11=C|150=I|39=1|55=INST|54=1|38=300|14=100|151=200|60=" + DAY + "15:00:31|");
        await(row -> !Flag.DC_HOLE.in(row.flags()));
        assertEquals(Status.VALID, row().status(Measure.ARRIVAL_SLIPPAGE), "100 told, 100 known: nothing happened");
    }

    @Test
    void scenario19_aResetByLogonForgetsNoOrderAndNoExecution() throws Exception {
        start();
        working();
        fill("E1", 100, 100, "52=" + DAY + "15:00:00|");
        await(row -> row.executed() == 100);
        venue.next(1);
        venue.send("A", "98=0|108=5|141=Y|52=" + DAY + "15:00:10|");
        venue.expect("A", "141=Y|");
        await(row -> Flag.DC_EPOCH.in(row.flags()));

        fill("E1", 100, 100, "");
        venue.send("8", "37=O|11=C|17=E2|150=F|39=1|55=INST|54=1|38=300|32=100|31=100.03|14=200|151=100|6=100.03|60=" + DAY + "15:00:20|");
        await(row -> row.executed() == 200 && !Flag.DC_EPOCH.in(row.flags()));
        assertEquals(2, row().fills(), "E1 came twice and counts once");
    }

    @Test
    void scenario21_overTheDateLineAGoodTillCancelOrderGoesOnAndADayOrderEndsOnlyByMessage() throws Exception {
        start();
        working();
        venue.send("D", "11=DAY|526=Q|55=INST|54=1|38=100|59=0|60=" + DAY + "14:30:00|");
        venue.send("8", "37=O2|11=DAY|150=0|39=0|55=INST|54=1|38=100|14=0|151=100|60=" + DAY + "14:30:01|");
        fill("E1", 100, 100, "");
        venue.send("8", "37=O|11=C|17=E2|150=F|39=1|55=INST|54=1|38=300|32=100|31=100.03|14=200|151=100|6=100.03|60=" + NEXT_DAY
                + "14:31:00|");
        await(row -> row.executed() == 200);
        assertEquals('0', child("DAY").state(), "its day is over, but nobody said so");

        venue.send("8", "37=O2|11=DAY|150=C|39=C|55=INST|54=1|38=100|14=0|151=0|60=" + DAY + "21:00:00|");
        Await.until(() -> child("DAY").state() == 'C', () -> "is " + child("DAY").state());
        assertEquals(DropCopySession.State.LOGGED_ON, session.state());
    }

    @Test
    void scenario21_whereTheProfileHasACalendarADayOrderEndsByItAndSaysSo() throws Exception {
        start("generic-44", true, "day.end=17:00:00 America/New_York");
        working();
        venue.send("D", "11=DAY|526=Q|55=INST|54=1|38=100|59=0|60=" + DAY + "14:30:00|");
        venue.send("8", "37=O2|11=DAY|150=0|39=0|55=INST|54=1|38=100|14=0|151=100|60=" + DAY + "14:30:01|");
        venue.send("8", "37=O|11=C|17=E1|150=F|39=1|55=INST|54=1|38=300|59=1|32=100|31=100.03|14=100|151=200|60=" + DAY + "22:00:00|");
        await(row -> row.executed() == 100);
        assertEquals('0', child("DAY").state(), "at five in New York its day is not over yet");

        venue.send("8", "37=O|11=C|17=E2|150=F|39=1|55=INST|54=1|38=300|59=1|32=100|31=100.03|14=200|151=100|60=" + NEXT_DAY + "14:31:00|");
        await(row -> row.executed() == 200);
        assertEquals('C', child("DAY").state());
        assertEquals(0, child("DAY").leaves());
        assertTrue(Flag.DAY_OVER.in(child("DAY").flags()), "nobody told its end");
        assertEquals('1', child("P").state(), "good till cancelled");
        assertFalse(Flag.DAY_OVER.in(row().flags()));

        venue.send("8", "37=O2|11=DAY|150=3|39=3|55=INST|54=1|38=100|14=0|151=0|60=" + DAY + "21:59:00|");
        Await.until(() -> child("DAY").state() == '3', () -> "is " + child("DAY").state());
        assertFalse(Flag.DAY_OVER.in(child("DAY").flags()), "now somebody did");
    }

    private void start(String... overrides) throws Exception {
        start("generic-44", true, overrides);
    }

    private void start(String profile, boolean acceptor, String... overrides) throws Exception {
        Profile behaves = Profiles.of(profile, List.of(overrides));
        DropCopySource source = new DropCopySource("score", FixVersion.of(behaves.version()), acceptor, "127.0.0.1",
                DurableSessionTest.freePort(), "LEAK", "EMS", 5, 1, FixScan.DEFAULT_PARENT_TAG, directory.toString(), "", "UTC", "",
                behaves.resendChunk(), behaves, Access.OPEN);
        venue = new ScriptedVenue(source);
        session = new DropCopySession(source, engine.inlets().orders(source.name()));
        session.start();
        venue.logon();
    }

    private void working() {
        venue.send("D", "11=P|55=INST|54=1|38=300|59=1|60=" + DAY + "14:30:00|");
        venue.send("D", "11=C|526=P|55=INST|54=1|38=300|59=1|60=" + DAY + "14:30:00|");
        venue.send("8", "37=O|11=C|150=0|39=0|55=INST|54=1|38=300|14=0|151=300|60=" + DAY + "14:30:01|");
    }

    private void fill(String execution, int quantity, int cum, String header) {
        venue.send("8", header + filled(execution, quantity, cum, ""));
    }

    private static String inner(int number, String fields) {
        return ProfilesTest.wrapped(number, fields);
    }

    private static String filled(String execution, int quantity, int cum, String more) {
        return "37=O|11=C|17=" + execution + "|150=F|39=" + (cum == 300 ? 2 : 1) + "|55=INST|54=1|38=300|32=" + quantity
                + "|31=100.03|14=" + cum + "|151=" + (300 - cum) + "|6=100.03|" + more + "60=" + DAY + "14:30:0" + (1 + cum / 100) + "|";
    }

    private void delivered(int messages) {
        Await.until(() -> session.health().delivered() == messages, () -> "delivered " + session.health().delivered());
    }

    private void await(Predicate<ParentRow> holds) {
        ParentRow seen = new ParentRow();
        BooleanSupplier now = () -> engine.scorecard().read(engine.scorecard().find("P"), seen) && holds.test(seen);
        Await.until(now, () -> seen.version() == 0 ? "no P" : "executed " + row().executed() + ", fills " + row().fills()
                + ", slippage " + row().status(Measure.ARRIVAL_SLIPPAGE) + " " + Flag.of(row().flags()));
    }

    private ParentRow row() {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
        return row;
    }

    private ChildRow child(String id) {
        ChildRow row = new ChildRow();
        int parent = engine.scorecard().find(id);
        return parent >= 0 && engine.scorecard().readChild(parent, 0, row) ? row : new ChildRow();
    }

    private static long nanos(String time) {
        return Instant.parse(time).toEpochMilli() * 1_000_000L;
    }
}
