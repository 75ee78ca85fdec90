package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.SimulatedDay;
import io.leakage.ui.text.ScorecardJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated desk's two minutes through a live engine with a journal; what the journal gives again is what the engine showed. */
class ReplayJournalTest {
    /** 2026-01-30 14:23:20 and 23:59:59 UTC; trading begins at 14:30. */
    private static final long BEFORE_OPEN = 1_769_783_000_000_000_000L;
    private static final long CLOSE = 1_769_817_599_000_000_000L;

    @TempDir
    private static Path folder;
    private static Path journal;
    private static byte[] live;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void record() throws IOException {
        journal = folder.resolve("journal");
        SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(3).minutes(2).symbols(2).parents(3));
        Path market = folder.resolve("market.itch50");
        Path orders = folder.resolve("orders.fix");
        try (OutputStream file = Files.newOutputStream(market)) {
            day.market().writeTo(file);
        }
        day.writeOrders(orders);
        ReplayOptions files = ReplayOptions.of(new String[] {"--market", market.toString(), "--orders", orders.toString()});
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(4096, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            engine.inlets().desk().clock(BEFORE_OPEN, ClockState.LOCKED, 1000);
            assertTrue(new ReplayDay(files, problem -> { }, line -> { }).play(engine.inlets()));
            engine.inlets().desk().clock(CLOSE, ClockState.LOCKED, 1000);
            while (engine.scorecard().progress().clockNanos() < CLOSE) {
                Thread.onSpinWait();   // the ring runs through
            }
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            new ScorecardJson(engine.scorecard()).writeAll(rows);
            rows.write('\n');
            live = rows.toByteArray();
        }
    }

    @Test
    void theRowsComeOutByteForByte() throws NoSuchAlgorithmException {
        assertEquals(0, run("--journal", journal.toString(), "--format", "json"), () -> text(err));

        assertEquals("", text(err));
        assertEquals(digest(live), digest(out.toByteArray()));
        assertArrayEquals(live, out.toByteArray());
    }

    @Test
    void theSameHoldsOncePackedAndGoneOnWithTheNextDay() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy/events"));
        Files.copy(journal.resolve("events/00000000000000000000.journal"), copy.resolve("00000000000000000000.journal"));
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(4096, EngineOptions.Wait.BLOCKING, copy.getParent(), null, false,
                64))) {
            engine.inlets().desk().clock(CLOSE + 1_000_000_000L, ClockState.LOCKED, 1000);
            while (Files.exists(copy.resolve("00000000000000000000.journal"))) {
                Thread.onSpinWait();   // packed beside the engine
            }
        }

        assertEquals(0, run("--journal", copy.getParent().toString(), "--format", "json"), () -> text(err));
        assertEquals(digest(live), digest(out.toByteArray()));
    }

    @Test
    void ofASpanOnlyItsOrdersArePrintedAsTheyStoodAtItsEnd() {
        assertEquals(0, run("--journal", journal.toString(), "--to", "2026-01-30T09:30:30"), () -> text(err));
        String early = text(out);
        out.reset();
        assertEquals(0, run("--journal", journal.toString()));
        String whole = text(out);
        out.reset();
        assertEquals(0, run("--journal", journal.toString(), "--from", "2026-01-31"));
        String later = text(out);

        assertTrue(early.lines().count() < whole.lines().count() || !whole.startsWith(early), early);
        assertTrue(later.lines().count() < whole.lines().count(), later);
    }

    @Test
    void theProgressBarFills() {
        assertEquals("[                              ]   0 % of 100 MB", JournalDay.bar(7, 50 << 20, 150 << 20), "carried over");
        assertEquals("[###############               ]  50 % of 100 MB", JournalDay.bar(100 << 20, 50 << 20, 150 << 20));
        assertEquals("[##############################] 100 % of 100 MB", JournalDay.bar(150 << 20, 50 << 20, 150 << 20));
    }

    @Test
    void otherRulesJudgeTheRecordedDay() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), "{ \"version\": 1, \"id\": \"any\", \"rules\": [ { \"id\": \"filled\","
                + " \"when\": { \"measure\": \"leakage_cost\", \"atLeast\": { \"money\": -1000000 } }, \"grade\": \"AMBER\" } ] }");
        assertEquals(0, run("--journal", journal.toString(), "--rules", rules.toString()), () -> text(err));

        assertTrue(text(out).contains("rule filled (any version 1) fired"), text(out));
    }

    @Test
    void damageIsToldAndTheRestIsScored() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("damaged/events"));
        byte[] bytes = Files.readAllBytes(journal.resolve("events/00000000000000000000.journal"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve("00000000000000000000.journal"), bytes);

        assertEquals(0, run("--journal", copy.getParent().toString()));

        assertTrue(text(err).startsWith("replay: " + copy.resolve("00000000000000000000.journal") + " at offset "),
                text(err));
        assertTrue(out.size() > 0);
    }

    @Test
    void whatIsNoJournalIsRefused() throws IOException {
        assertEquals(2, run("--journal", folder.toString()));
        assertEquals("replay: --journal: an engine's journal directory, with events in it, got " + folder
                + " (--help shows the arguments)\n", text(err));
        err.reset();
        Path foreign = Files.createDirectories(folder.resolve("foreign/events"));
        Files.write(foreign.resolve("00000000000000000000.journal"), new byte[100]);
        assertEquals(1, run("--journal", foreign.getParent().toString()));
        assertTrue(text(err).contains("expected the first eight bytes LEAKJRNL"), text(err));
        err.reset();
        assertEquals(2, run("--journal", journal.toString(), "--to", "yesterday"));
        assertTrue(text(err).contains("--to: YYYY-MM-DD"), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] rows) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rows));
    }

    private int run(String... arguments) {
        return Replay.run(arguments, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
