package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.core.order.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HORIZON = SECOND / 10;
    /** Spread 2, imbalance 1, range 3. */
    private static final int STATE = (2 * 3 + 1) * 4 + 3;
    private static final int OTHER_RANGE = STATE - 1;
    private static final int OTHER_IMBALANCE = STATE + 4;
    private static final int OTHER_SPREAD = STATE - 12;

    private final PlaceboPool pool = new PlaceboPool();
    private final Trail trail = new Trail(0, new Trails());
    private final Draw draw = new Draw();
    private int added;

    private void add(int count, int state) {
        for (int i = 0; i < count; i++) {
            pool.add(++added * SECOND, state, added);
        }
    }

    private boolean drawAt(long nanos) {
        return draw.draw(pool, trail, nanos, HORIZON, nanos, STATE, 1);
    }

    @Test
    void nineteenInTheSameStateAreEnough() {
        add(19, STATE);
        add(50, OTHER_RANGE);

        assertTrue(drawAt(100 * SECOND));
        assertEquals(0, draw.widening());
        assertArrayEquals(LongStream.range(0, 19).toArray(), LongStream.of(draw.numbers()).sorted().toArray());
    }

    @Test
    void withoutThemTheVolatilityIsLetGoThenTheImbalanceThenTheSpread() {
        add(18, STATE);
        assertFalse(drawAt(100 * SECOND));
        add(1, OTHER_SPREAD);
        assertTrue(drawAt(100 * SECOND));
        assertEquals(3, draw.widening());
        add(1, OTHER_IMBALANCE);
        assertTrue(drawAt(100 * SECOND));
        assertEquals(2, draw.widening());
        add(1, OTHER_RANGE);
        assertTrue(drawAt(100 * SECOND));
        assertEquals(1, draw.widening());
    }

    private boolean drawAt(long nanos, long since) {
        return draw.draw(pool, trail, nanos, HORIZON, since, STATE, 1);
    }

    @Test
    void ofAnOrdersOwnLifeAloneWhereThatIsEnough() {
        add(50, STATE);

        // it began at 20: the numbers from 19 on are of its life, 19 of them once 38 is over
        assertTrue(drawAt(39 * SECOND, 20 * SECOND));
        long[] all = LongStream.of(draw.numbers()).sorted().toArray();
        assertArrayEquals(LongStream.range(19, 38).toArray(), all);
        assertTrue(drawAt(38 * SECOND, 20 * SECOND));
        assertTrue(Arrays.stream(draw.numbers()).anyMatch(number -> number < 19), "18 are not enough");
    }

    @Test
    void aGrownOrderIsComparedWithItsOwnLifeOrNotAtAll() {
        add(30, STATE);
        long grown = Draw.YOUNG * Draw.K * Placebos.step(HORIZON);   // 19 s

        // 18 lie in its life, from 13 on
        assertTrue(drawAt(13 * SECOND + grown - 1, 13 * SECOND));
        assertFalse(drawAt(13 * SECOND + grown, 13 * SECOND));
        assertFalse(draw.isBroken());
        assertTrue(drawAt(12 * SECOND + grown, 12 * SECOND));
    }

    @Test
    void whatWasNotOverBeforeTheFootprintIsNoPlacebo() {
        add(19, STATE);

        assertFalse(drawAt(19 * SECOND + HORIZON), "the last is over at that very instant");
        assertTrue(drawAt(19 * SECOND + HORIZON + 1));
    }

    @Test
    void whatIsOlderThanTenMinutesIsNoPlacebo() {
        add(19, STATE);

        assertTrue(drawAt(601 * SECOND));
        assertFalse(drawAt(601 * SECOND + 1));
    }

    @Test
    void anOwnFootprintWithinAHorizonSpoilsAPlacebo() {
        add(19, STATE);
        assertTrue(drawAt(100 * SECOND));
        own(7 * SECOND - HORIZON - 1);
        own(7 * SECOND + HORIZON + 1);
        assertTrue(drawAt(100 * SECOND));
        own(7 * SECOND + HORIZON);
        assertFalse(drawAt(100 * SECOND));
    }

    private void own(long nanos) {
        trail.insert(new Footprint(null, trail, new Step(null, Step.Kind.ACCEPTED, nanos, 0)));
    }

    @Test
    void ofManyItTakesEachAsOftenAsAnyOther() {
        add(60, STATE);
        int[] taken = new int[60];
        for (int seed = 0; seed < 6_000; seed++) {
            assertTrue(draw.draw(pool, trail, 100 * SECOND, HORIZON, 100 * SECOND, STATE, Seed.with(3, seed)));
            assertEquals(Draw.K, LongStream.of(draw.numbers()).distinct().count());
            for (long number : draw.numbers()) {
                taken[(int) number]++;
            }
        }
        // 6,000 · 19/60 = 1,900 each, give or take 36
        assertTrue(Arrays.stream(taken).allMatch(count -> Math.abs(count - 1_900) < 5 * 36), Arrays.toString(taken));
    }

    @Test
    void itFindsWhatALookAtEveryInstantFinds() {
        Random random = new Random(17);
        int drawn = 0;
        for (int trial = 0; trial < 300; trial++) {
            PlaceboPool some = new PlaceboPool();
            Trail ours = new Trail(0, new Trails());
            List<Long> own = new ArrayList<>();
            long nanos = 0;
            int instants = random.nextInt(400);
            for (int i = 0; i < instants; i++) {
                nanos += HORIZON + random.nextInt((int) SECOND);
                some.add(nanos, random.nextInt(4) * 12 + random.nextInt(12), nanos);
                if (random.nextInt(3) == 0) {
                    own.add(nanos + random.nextInt((int) SECOND) - SECOND / 2);
                }
            }
            own.forEach(at -> ours.insert(new Footprint(null, ours, new Step(null, Step.Kind.LEFT, at, 0))));
            long at = nanos - random.nextInt(5) * SECOND;
            int state = random.nextInt(48);
            long since = at - random.nextInt(120) * SECOND;
            boolean found = draw.draw(some, ours, at, HORIZON, since, state, trial);
            long from = at - since < 19 * SECOND ? Long.MIN_VALUE : since;
            int widening = slowWidening(some, own, at, from, state);

            assertEquals(widening < MarketState.WIDENINGS, found);
            if (found) {
                drawn++;
                assertEquals(widening, draw.widening());
                boolean enough = count(some, own, at, since, state, widening) >= Draw.K;
                double[] moves = draw.signed(1).clone();
                for (int i = 0; i < Draw.K; i++) {
                    long number = draw.numbers()[i];
                    assertTrue(serves(some, own, at, enough ? since : from, number) && MarketState.alike(state, some.state(number), widening));
                    assertEquals(some.move(number), moves[i]);
                }
            }
        }
        assertTrue(drawn > 100, drawn + " draws");
    }

    private static int slowWidening(PlaceboPool pool, List<Long> own, long at, long from, int state) {
        for (int widening = 0; widening < MarketState.WIDENINGS; widening++) {
            if (count(pool, own, at, from, state, widening) >= Draw.K) {
                return widening;
            }
        }
        return MarketState.WIDENINGS;
    }

    private static int count(PlaceboPool pool, List<Long> own, long at, long from, int state, int widening) {
        int count = 0;
        for (long number = 0; number < pool.added(); number++) {
            count += serves(pool, own, at, from, number) && MarketState.alike(state, pool.state(number), widening) ? 1 : 0;
        }
        return count;
    }

    private static boolean serves(PlaceboPool pool, List<Long> own, long at, long from, long number) {
        long instant = pool.nanos(number);
        return instant + HORIZON < at && instant >= Math.max(from, at - Draw.REACH_NANOS)
                && own.stream().noneMatch(footprint -> Math.abs(footprint - instant) <= HORIZON);
    }
}
