package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Half an hour in which INST goes with its reference, β being 1.5: whenever we show a footprint the whole market moves against us, REF by 2 bps, INST
 * by 3. Only what INST does beyond that can be our signal.
 */
class EvidenceReferenceTest {
    private static final long MILLI = LeakyDay.MILLI;
    private static final double BETA = 1.5;

    private final Map<String, TreeMap<Long, Long>> mids = new HashMap<>();
    private final List<Long> shownInRef = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Side.class)
    void whatTheReferenceDidTooIsNoLeak(Side side) {
        ParentRow alone = day(side, 0, 0, 0).play(0);
        LeakyDay compared = day(side, 0, 0, 0);
        compare(compared, "REF");
        ParentRow row = compared.play(0);

        assertEquals(Grade.RED, alone.grade(), "without a reference nobody can tell");
        assertTrue(alone.lo(Measure.LEAK_1S) > 0 && alone.hi(Measure.LEAK_1S) > 3);
        assertEquals(Grade.GREEN, row.grade());
        for (Measure measure : List.of(Measure.LEAK_10MS, Measure.LEAK_100MS, Measure.LEAK_1S, Measure.SIGNAL_100MS, Measure.CONTRAST)) {
            assertTrue(row.lo(measure) < 0 && row.hi(measure) > 0, measure + " " + row.lo(measure) + " " + row.hi(measure));
        }
        assertEquals(0, row.value(Measure.LEAK_10MS), .2, "3 − 1.5 · 2 bps");
    }

    @Test
    void whatTheInstrumentDidBeyondItIsLeak() {
        LeakyDay day = day(Side.BUY, 2, 0, 0);
        compare(day, "REF");
        ParentRow row = day.play(0);

        assertEquals(Grade.RED, row.grade());
        assertEquals(2, row.value(Measure.LEAK_10MS), .2, "5 − 1.5 · 2 bps");
    }

    @Test
    void everyResponseAndEveryPlaceboIsWhatALookAtAllQuotesSays() {
        LeakyDay day = day(Side.SELL, 1, 0, 0);
        showInRef(day);
        compare(day, "REF");
        compare(day, "ETF");
        ParentRow row = day.play(0);
        int looked = 0;
        for (String text : day.engine.footprints("P").lines().skip(1).toList()) {
            String[] line = text.split(",", -1);
            if (line[5].equals("COUNTED")) {
                long horizon = Map.of("10ms", 10L, "100ms", 100L, "1s", 1_000L, "10s", 10_000L).get(line[4]) * MILLI;
                assertEquals(-slow(Long.parseLong(line[0]), horizon), Double.parseDouble(line[6]), 1e-9, text);
                for (String placebo : line[13].split(" ")) {
                    String[] parts = placebo.split(":");
                    assertEquals(-slow(Long.parseLong(parts[0]), horizon), Double.parseDouble(parts[1]), 1e-9, text);
                    looked++;
                }
            }
        }
        assertTrue(looked > 4_000, looked + " placebos");
        assertTrue(row.input(Input.named("footprints_1s")) > 50);
    }

    /** The slow twin: members in which we showed something from a horizon before the window to its end do not count. */
    private double slow(long from, long horizon) {
        double sum = 0;
        int counted = 0;
        for (String member : List.of("REF", "ETF")) {
            boolean ours = member.equals("REF") && shownInRef.stream().anyMatch(at -> at >= from - horizon && at <= from + horizon);
            if (!ours) {
                sum += move(member, from, horizon);
                counted++;
            }
        }
        return move("INST", from, horizon) - BETA * sum / counted;
    }

    private double move(String symbol, long from, long horizon) {
        double before = mids.get(symbol).lowerEntry(from).getValue();
        return 1e4 * (mids.get(symbol).floorEntry(from + horizon).getValue() - before) / before;
    }

    @ParameterizedTest(name = "reference {0} ms, own orders {1} ms later")
    @CsvSource({"-2000, 0", "3, 0", "4000, 0", "0, 700", "4000, 700", "30000, -40", "2000000, 0"})
    void itIsTheSameHoweverLateTheReferenceOrTheDropCopyIs(long referenceMillis, long orderMillis) {
        LeakyDay prompt = day(Side.BUY, 1, 0, 0);
        showInRef(prompt);
        compare(prompt, "REF");
        compare(prompt, "ETF");
        LeakyDay late = day(Side.BUY, 1, referenceMillis * MILLI, 0);
        showInRef(late);
        compare(late, "REF");
        compare(late, "ETF");

        assertEquals(EvidenceScenariosTest.seen(prompt.play(0)).stream().filter(EvidenceReferenceTest::isEvidence).toList(),
                EvidenceScenariosTest.seen(late.play(orderMillis * MILLI)).stream().filter(EvidenceReferenceTest::isEvidence).toList());
    }

    /** What is measured now depends on how far each feed has come; what was measured after footprints does not. */
    private static boolean isEvidence(Object seen) {
        String text = seen.toString();
        return text.startsWith("LEAK") || text.startsWith("SIGNAL") || text.startsWith("EVIDENCE") || text.startsWith("CONTRAST")
                || text.matches("(response|placebo|footprints|bet|crowded|disturbed|unmatched)_.*");
    }

    @Test
    void whileTheReferenceHasSaidNothingFootprintsWait() {
        LeakyDay day = day(Side.BUY, 2, 0, 0);
        compare(day, "SILENT");
        day.told.remove(day.told.size() - 1);
        ParentRow row = day.play(0);

        assertEquals(0, row.input(Input.named("footprints_1s")));
        assertEquals(0, row.input(Input.named("disturbed_1s")));
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    @Test
    void aReferenceToldLateMakesUnknownWhatItsTapeHoldsNoLonger() {
        LeakyDay day = day(Side.BUY, 0, 0, 0);
        day.market(Tape.START + 900_000 * MILLI, () -> compare(day, "REF"));
        ParentRow row = day.play(0);

        assertTrue(row.input(Input.named("disturbed_1s")) > 20, "of before it was told");
        assertTrue(row.input(Input.named("footprints_1s")) > 40, "of after it");
        assertEquals(100, row.input(Input.named("disturbed_1s")) + row.input(Input.named("footprints_1s"))
                + row.input(Input.named("unmatched_1s")));
        assertEquals(0, row.value(Measure.LEAK_10MS), .2);
    }

    private static void compare(LeakyDay day, String member) {
        day.engine.inlets().reference().tell("INST", ReferenceField.BETA, Tape.price("1.5"));
        day.engine.inlets().reference().compare("INST", member);
    }

    /** An order of ours in REF shows something too, a while before or after every fourth footprint. */
    private void showInRef(LeakyDay day) {
        long start = Tape.START + 1_500 * MILLI;
        day.order(start, new Tape.Message('D', start, "REF").id("R").side(Side.BUY).quantity(1_000));
        shownInRef.clear();
        for (int i = 0; i < day.footprints.size(); i += 4) {
            long nanos = day.footprints.get(i) + (i % 8 == 0 ? -40 : 60) * MILLI;
            day.order(nanos, new Tape.Message('8', nanos, "REF").id("RC" + i).parent("R").side(Side.BUY).exec('0', '0'));
            shownInRef.add(nanos);
        }
    }

    /** A day; REF and ETF are on a feed of their own, which is so much later. */
    private LeakyDay day(Side side, int leakBps, long referenceDelay, long seed) {
        LeakyDay day = new LeakyDay(20 + seed, side, 0, 0);
        day.told.removeIf(LeakyDay.Told::market);
        MarketInlet other = day.engine.inlets().market("other", WhenFull.WAIT);
        Random random = new Random(seed);
        double[] prices = {100, 200, 50};
        int shown = 0;
        long[] sequence = {0};
        String[] symbols = {"INST", "REF", "ETF"};
        mids.clear();
        for (long nanos = Tape.START; nanos < Tape.START + 1_800_000 * MILLI; nanos += (1 + random.nextInt(200)) * MILLI) {
            if (shown < day.footprints.size() && day.footprints.get(shown) + 5 * MILLI <= nanos) {
                long at = day.footprints.get(shown++) + 5 * MILLI;
                prices[0] *= 1 + side.sign() * (3 + leakBps) * 1e-4;
                prices[1] *= 1 + side.sign() * 2e-4;
                prices[2] *= 1 + side.sign() * 2e-4;
                for (int i = 0; i < 3; i++) {
                    quote(day, i == 0 ? day.market() : other, symbols[i], at, prices[i], i == 0 ? 0 : referenceDelay, sequence);
                }
            }
            int i = random.nextInt(3);
            prices[i] *= 1 + (random.nextInt(3) - 1) * 1e-4;
            quote(day, i == 0 ? day.market() : other, symbols[i], nanos, prices[i], i == 0 ? 0 : referenceDelay, sequence);
        }
        long end = Tape.START + 1_800_500 * MILLI;
        day.market(end, () -> day.market().ended(1 << 30));
        day.market(end + referenceDelay, () -> other.ended(1 << 30));
        return day;
    }

    private void quote(LeakyDay day, MarketInlet inlet, String symbol, long nanos, double price, long delay, long[] sequence) {
        int instrument = inlet.instrument(symbol);
        long number = ++sequence[0];
        long mid = Math.round(price * 1e8);
        mids.computeIfAbsent(symbol, any -> new TreeMap<>()).put(nanos, 2 * mid);
        day.market(nanos + delay, () -> inlet.quoted(instrument, number, nanos, mid - LeakyDay.TICK, 100, mid + LeakyDay.TICK, 100));
    }
}
