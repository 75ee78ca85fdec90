package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days, cut in their middle: what is kept gives the orders of the instruments that are needed the rows they had, to the last bit,
 * their
 * numbers and versions included.
 */
class CuttingTest {
    private static final int DAY = 20_455;
    private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "day {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anInstrumentsOrdersKeepTheirRowsWhateverIsGivenUpOfTheOthers(long seed) throws IOException {
        long cut = record(seed, false);
        List<List<Row>> whole = List.of(rows(0), rows(1), rows(2));
        int instrument = (int) seed % 3;

        Cutting.Done done = new Cutting(events(), cut, set(instrument), () -> false).run();

        assertEquals(whole.get(instrument), rows(instrument));
        assertFalse(whole.get(instrument).isEmpty());
        assertTrue(done.written() < done.read(), done.toString());
        assertEquals(cut, Inventory.of(events(), Replay.CONTENT).get(0).from(), "what lay before is gone");
    }

    @ParameterizedTest(name = "day {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void membersOfItsBasketAreKeptWithIt(long seed) throws IOException {
        long cut = record(seed, true);
        List<Row> whole = rows(0);

        new Cutting(events(), cut, set(0), () -> false).run();

        assertEquals(whole, rows(0));
    }

    @Test
    void whatWasKeptIsCutAgainWhenNobodyNeedsItAnyMore() throws IOException {
        long cut = record(30, false);
        new Cutting(events(), cut, set(0, 1), () -> false).run();
        List<Row> whole = rows(1);
        long end = more(DAY + 2);

        Cutting.Done done = new Cutting(events(), end, set(1), () -> false).run();

        assertEquals(whole, rows(1));
        assertTrue(done.read() > 0);
        assertEquals(end, Carried.beside(events()).to());
        try (var beside = Files.list(directory)) {
            assertEquals(List.of("carried-" + String.format("%020d", end), "events"),
                    beside.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void instrumentsOfChildrenElsewhereAreFoundTogether() throws IOException {
        long cut = recordElsewhere(events());
        List<Row> whole = rows(0);
        int[] ways = {0};

        new Cutting(events(), cut, set(0), () -> ++ways[0] < 0).run();

        assertEquals(2, ways[0], "one to find BBB and CCC, one to keep them");
        assertEquals(whole, rows(0));
    }

    /** Records a parent in AAA that has a child in each of BBB and CCC; {@return where the next day begins} */
    static long recordElsewhere(Path events) {
        try (Journal journal = Journal.open(events, Replay.CONTENT, 1 << 16)) {
            journal.day(DAY);
            OrderInlet orders = inlets(journal).orders("street");
            orders.accept(new Tape.Message('D', Tape.START, "AAA").id("P").side(Side.BUY).quantity(300).message());
            for (String symbol : SYMBOLS.subList(1, 3)) {
                orders.accept(new Tape.Message('D', Tape.START + 1, symbol).id("C" + symbol).parent("P").side(Side.BUY).quantity(100)
                        .message());
            }
            journal.day(DAY + 1);
            return journal.end();
        }
    }

    @Test
    void aCutThatIsStoppedChangesNothing() throws IOException {
        long cut = record(31, false);
        List<Row> whole = rows(0);
        long[] asked = {0};

        assertNull(new Cutting(events(), cut, set(0), () -> ++asked[0] > 0).run());

        assertNull(Carried.beside(events()).directory());
        assertEquals(0, Inventory.of(events(), Replay.CONTENT).get(0).from());
        assertEquals(whole, rows(0));
    }

    @Test
    void killedBetweenNamingWhatIsKeptAndTakingTheRestAwayNothingIsReadTwice() throws IOException {
        long cut = record(32, false);
        Path copy = Files.createDirectories(directory.resolve("copy"));
        try (var segments = Files.list(events())) {
            for (Path segment : segments.filter(file -> file.toString().endsWith(".journal")).toList()) {
                Files.copy(segment, copy.resolve(segment.getFileName()));
            }
        }
        List<Row> whole = rows(2);
        new Cutting(events(), cut, set(2), () -> false).run();
        for (String segment : copy.toFile().list()) {
            Files.deleteIfExists(events().resolve(segment));
            Files.copy(copy.resolve(segment), events().resolve(segment));
        }
        assertEquals(0, Inventory.of(events(), Replay.CONTENT).get(0).from());

        assertEquals(whole, rows(2));
        Carried.tidy(events());
        assertEquals(cut, Inventory.of(events(), Replay.CONTENT).get(0).from());
        assertEquals(whole, rows(2));
    }

    /** {@return where the second half of the day begins} */
    private long record(long seed, boolean baskets) {
        return record(events(), seed, baskets);
    }

    /** Records a random day; {@return where its second half begins, which is another day of the journal} */
    static long record(Path events, long seed, boolean baskets) {
        RandomDay day = new RandomDay(seed, true);
        Random random = new Random(seed);
        long half = 0;
        try (Journal journal = Journal.open(events, Replay.CONTENT, 1 << 16)) {
            journal.day(DAY);
            Inlets inlets = inlets(journal);
            if (baskets) {
                RandomDay.referTo(inlets.reference());
            }
            RandomDay.Sides sides = RandomDay.open(inlets);
            int all = day.market.size() + day.orders.size();
            for (int left = all; left > 0; left--) {
                if (left == all / 2) {
                    journal.day(DAY + 1);
                    half = journal.end();
                }
                if (left % 50 == 0) {
                    inlets.desk().clock(Tape.START + all - left, ClockState.LOCKED, left);
                }
                if (random.nextInt(left) < day.market.size()) {
                    day.market.remove().accept(sides.market());
                } else {
                    day.orders.remove().accept(sides.orders());
                }
            }
        }
        return half;
    }

    /** Another day, on which nothing happens but that the clock is told. */
    private long more(int day) {
        try (Journal journal = Journal.open(events(), Replay.CONTENT, 1 << 16)) {
            journal.day(day);
            long begin = journal.end();
            inlets(journal).desk().clock(Tape.START, ClockState.LOCKED, 1);
            return begin;
        }
    }

    static Inlets inlets(Journal journal) {
        ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        DirectSlots slots = new DirectSlots(event -> {
            frame.clear();
            Frame.write(event, frame);
            journal.append(frame.flip());
        });
        long[] raw = {0};
        return new Doors(new Names(), () -> slots, source -> (bytes, offset, length) -> raw[0]++);
    }

    /** All rows of an instrument's orders, as a start would recover them. */
    private List<Row> rows(int instrument) {
        ReplayEngine engine = new ReplayEngine();
        assertEquals(List.of(), engine.replay(directory).damages());
        return rows(engine.scorecard(), SYMBOLS.get(instrument));
    }

    /** {@return the rows of a symbol's orders, each followed by its children and fills} */
    static List<Row> rows(Scorecard scorecard, String symbol) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < scorecard.parents(); number++) {
            ParentRow row = new ParentRow();
            if (scorecard.read(number, row) && symbol.equals(scorecard.text(NameKind.INSTRUMENT, row.instrument()))) {
                rows.add(row);
                for (int child = 0; child < row.children(); child++) {
                    ChildRow of = new ChildRow();
                    scorecard.readChild(number, child, of);
                    rows.add(of);
                }
                for (int fill = 0; fill < row.fills(); fill++) {
                    FillRow of = new FillRow();
                    scorecard.readFill(number, fill, of);
                    rows.add(of);
                }
            }
        }
        return rows;
    }

    private Path events() {
        return directory.resolve("events");
    }

    /** {@return the numbers of these instruments} */
    private BitSet set(int... instruments) {
        ReplayEngine engine = new ReplayEngine();
        engine.replay(directory);
        BitSet set = new BitSet();
        for (int instrument : instruments) {
            for (int number = 0; number < 4; number++) {
                if (SYMBOLS.get(instrument).equals(engine.scorecard().text(NameKind.INSTRUMENT, number))) {
                    set.set(number);
                }
            }
        }
        return set;
    }
}
