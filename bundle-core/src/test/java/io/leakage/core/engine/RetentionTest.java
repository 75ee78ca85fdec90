package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Keeping;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk's four days: an order of the first day that works through all of them, and another that begins and ends each day. */
class RetentionTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final Keeping TWO_DAYS = new Keeping(ZoneId.of("UTC"), true, 2, 0);

    @TempDir
    private Path directory;
    private long sequence;
    private long ref;

    @Test
    void anOrderThatStillWorksHasTheSameRowWhenItsFirstDaysAreGone() {
        record(Keeping.EVERYTHING);
        ParentRow whole = row("GT");
        ParentRow yesterday = row("D3");

        try (LeakageEngine engine = engine(TWO_DAYS)) {
            String done = engine.shelf().cut();
            assertTrue(done.contains(" are given up") || done.startsWith("nothing is given up: 2 days are kept"), done);
        }

        assertEquals(List.of(20_457, 20_458), Inventory.of(directory.resolve("events"), Replay.CONTENT).stream()
                .map(Inventory.Entry::day).distinct().toList(), "the newest two");
        assertEquals(whole, row("GT"));
        assertEquals(yesterday.executed(), row("D3").executed());
        assertEquals(yesterday.arrivalMid(), row("D3").arrivalMid());
        try (LeakageEngine engine = engine(TWO_DAYS)) {
            Scorecard scorecard = engine.scorecard();
            assertEquals(0, scorecard.find("GT"));
            assertEquals(-1, scorecard.find("D1"), "over, and no longer kept");
            assertTrue(scorecard.read(scorecard.find("D4"), new ParentRow()));
            assertEquals(12, scorecard.progress().orderEvents(), "what was left out counts, and is not read again from the raw messages");
            assertEquals(0, engine.inlets().orders("street").backlog().orElseThrow().depth());
        }
    }

    @Test
    void whatAnEarlierEngineGaveUpIsGoneOnWith() {
        record(TWO_DAYS);
        ParentRow before = row("GT");
        try (LeakageEngine engine = engine(TWO_DAYS)) {
            day(engine, 5);
            settle(engine, 5 * DAY);
        }
        try (LeakageEngine engine = engine(TWO_DAYS)) {
            engine.shelf().cut();
            ParentRow now = new ParentRow();
            assertTrue(engine.scorecard().read(engine.scorecard().find("GT"), now));
            assertEquals(before.executed() + 10, now.executed());
            assertEquals(before.number(), now.number());
            assertEquals(before.arrivalMid(), now.arrivalMid());
        }
        assertEquals(List.of(20_458, 20_459), Inventory.of(directory.resolve("events"), Replay.CONTENT).stream()
                .map(Inventory.Entry::day).distinct().toList());
    }

    @Test
    void aLimitOfBytesGivesUpWholeDaysButNeverToday() {
        record(Keeping.EVERYTHING);
        ParentRow whole = row("GT");
        try (LeakageEngine engine = engine(new Keeping(ZoneId.of("UTC"), true, 0, 1))) {
            engine.shelf().cut();
        }

        assertEquals(List.of(20_458), Inventory.of(directory.resolve("events"), Replay.CONTENT).stream()
                .map(Inventory.Entry::day).distinct().toList());
        assertEquals(whole, row("GT"));
    }

    @Test
    void theCommandListsChecksAndCuts() throws IOException {
        record(Keeping.EVERYTHING);
        try (LeakageEngine engine = engine(Keeping.EVERYTHING)) {
            JournalCommandsComponent command = new JournalCommandsComponent(engine.shelf());
            String list = command.journal();
            assertTrue(list.contains("2026-01-03 ") && list.contains("being written, frame 6"), list);
            assertTrue(list.endsWith("segments, " + String.format("%,d", bytes()) + " bytes in " + directory.resolve("events")), list);
            String check = command.journal("check");
            assertTrue(check.matches("(?s)events: \\d+ records, whole\nnames: \\d+ records, whole\nraw/street: 12 records, whole"), check);
            assertEquals("nothing is given up: everything is kept", command.journal("cut"));
            assertTrue(command.journal("cut", "many").startsWith("a position is a number, got \"many\""));
            assertTrue(command.journal("tidy").startsWith("leakage:journal "), "how to ask");
            long second = Inventory.of(directory.resolve("events"), Replay.CONTENT).get(2).from();
            String cut = command.journal("cut", String.valueOf(second + 1));
            assertTrue(cut.contains(" are given up: of ") && cut.endsWith("for the orders of 1 instruments"), cut);
            assertTrue(command.journal().contains("\ncarried "), command.journal());
            assertTrue(command.journal("check").startsWith("carried-" + String.format("%020d", second) + ": "), command.journal("check"));
        }
    }

    @Test
    void damageIsToldByTheCommandWithItsPlace() throws IOException {
        record(Keeping.EVERYTHING);
        Path first = Inventory.of(directory.resolve("events"), Replay.CONTENT).get(0).file();
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);

        Retention retention = new Retention(directory, Keeping.EVERYTHING, new ReplayEngine().scorecard(), () -> false);
        String check = new JournalShelf(directory, retention).check();

        assertTrue(check.contains("events: ") && check.contains(" records, and damage\n  " + first + " at offset "), check);
    }

    private long bytes() {
        return Inventory.of(directory.resolve("events"), Replay.CONTENT).stream().mapToLong(Inventory.Entry::bytes).sum();
    }

    private void record(Keeping keeping) {
        try (LeakageEngine engine = engine(keeping)) {
            for (int day = 1; day <= 4; day++) {
                day(engine, day);
                settle(engine, day * DAY);
            }
        }
    }

    /** 2026-01-02 is day 1. Each: three messages, of which the day's order is over and the other filled by ten. */
    private void day(LeakageEngine engine, int day) {
        long begin = Tape.START + (day - 1) * DAY;
        engine.inlets().desk().clock(begin - 1000 * MILLI, ClockState.LOCKED, 100);
        MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
        OrderInlet orders = engine.inlets().orders("street");
        int kept = market.instrument("KEPT");
        int given = market.instrument("GIVEN");
        market.session(++sequence, begin - 900 * MILLI, 'O');
        for (int instrument : new int[] {kept, given}) {
            market.listed(instrument, ++sequence, begin - 800 * MILLI);
            for (int i = 0; i < 20; i++) {
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.9" + i % 9));
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.SELL, 100, Tape.price("100.1" + i % 9));
            }
        }
        if (day == 1) {
            orders.accept(new Tape.Message('D', begin, "KEPT").id("GT").side(Side.BUY).quantity(1000).message());
        }
        orders.accept(new Tape.Message('D', begin + MILLI, "GIVEN").id("D" + day).side(Side.SELL).quantity(50).message());
        orders.accept(new Tape.Message('8', begin + 2 * MILLI, "GIVEN").id("D" + day).execution("X" + day).exec('F', '2').side(Side.SELL)
                .quantity(50).last(50, "99.98").message());
        if (day > 1) {
            orders.accept(new Tape.Message('8', begin + 3 * MILLI, "KEPT").id("GT").execution("G" + day).exec('F', '1').side(Side.BUY)
                    .quantity(1000).last(10, "100.10").message());
        }
        for (int i = 0; i < 50; i++) {
            market.added(given, ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
            market.added(kept, ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
        }
    }

    private static void settle(LeakageEngine engine, long afterFirst) {
        long last = Tape.START + afterFirst - DAY + 3_600_000 * MILLI;
        engine.inlets().desk().clock(last, ClockState.LOCKED, 100);
        while (engine.scorecard().progress().clockNanos() < last) {
            Thread.onSpinWait();
        }
    }

    private ParentRow row(String order) {
        ReplayEngine engine = new ReplayEngine();
        assertEquals(List.of(), engine.replay(directory).damages());
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find(order), row), order);
        return row;
    }

    private LeakageEngine engine(Keeping keeping) {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64, keeping));
    }
}
