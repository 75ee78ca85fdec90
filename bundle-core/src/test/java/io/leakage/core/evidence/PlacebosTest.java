package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacebosTest {
    private static final long START = 1_767_364_200_000_000_000L;
    private static final long TICK = 1_000_000L;
    private static final int INSTRUMENT = 3;

    private final LeakageEvent event = new LeakageEvent();

    private void quote(Market market, long nanos, long mid, long bidShares, long offerShares) {
        tell(market, EventKind.QUOTED, nanos);
        event.price = mid - TICK;
        event.quantity = bidShares;
        event.orderRef = mid + TICK;
        event.otherRef = offerShares;
        market.apply(event);
    }

    private void trade(Market market, long nanos, Side resting, long price) {
        tell(market, EventKind.TRADED, nanos);
        event.side(resting);
        event.price = price;
        event.quantity = 100;
        market.apply(event);
    }

    private void tell(Market market, EventKind kind, long nanos) {
        event.kind(kind);
        event.source = 0;
        event.instrument = INSTRUMENT;
        event.venueNanos = nanos;
        event.sequence++;
    }

    /** Minutes of a wandering mid; the placebos look at it each so many events. */
    private Placebos day(int lookEach, List<Long> trades) {
        Market market = new Market();
        market.follow(INSTRUMENT, START);
        Placebos placebos = new Placebos(INSTRUMENT, new Reference(new Trails()));
        Random random = new Random(4);
        long nanos = START;
        long mid = 10_000 * TICK;
        quote(market, nanos, mid, 100, 100);
        Listing listing = market.listing(INSTRUMENT);
        placebos.begin(listing, START + 7);
        for (int i = 0; i < 6_000; i++) {
            nanos += 1 + random.nextInt(100_000_000);
            mid += (random.nextInt(3) - 1) * TICK;
            quote(market, nanos, mid, 100 + random.nextInt(900), 100 + random.nextInt(900));
            if (random.nextInt(5) == 0) {
                nanos += 1;
                Side resting = random.nextBoolean() ? Side.BUY : Side.SELL;
                boolean atTouch = random.nextInt(4) > 0;
                trade(market, nanos, resting, mid - (atTouch ? resting.sign() * TICK : 0));
                placebos.traded(nanos);
                if (atTouch && resting == Side.BUY) {
                    trades.add(nanos);
                }
            }
            if (i % lookEach == 0) {
                placebos.catchUp(listing, nanos);
            }
        }
        placebos.catchUp(listing, nanos);
        return placebos;
    }

    @Test
    void windowsNeverOverlapAndBeginWhereTheyMay() {
        Placebos placebos = day(1, new ArrayList<>());
        for (int kind = 0; kind < 4; kind++) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                PlaceboPool pool = placebos.pool(kind, h);
                assertTrue(pool.added() > 15, "kind " + kind + ", horizon " + h + ": " + pool.added());
                long free = START + 7;
                for (long number = pool.oldest(); number < pool.added(); number++) {
                    assertTrue(pool.nanos(number) >= free, "kind " + kind + ", horizon " + h + ", number " + number);
                    free = pool.nanos(number) + Horizons.nanos(h);
                }
            }
        }
    }

    @Test
    void theyAreTheSameHoweverOftenOneLooks() {
        Placebos often = day(1, new ArrayList<>());
        Placebos seldom = day(97, new ArrayList<>());
        for (int kind = 0; kind < 4; kind++) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                PlaceboPool one = often.pool(kind, h);
                PlaceboPool other = seldom.pool(kind, h);
                assertEquals(one.added(), other.added());
                for (long number = one.oldest(); number < one.added(); number++) {
                    assertEquals(one.nanos(number), other.nanos(number));
                    assertEquals(one.state(number), other.state(number));
                    assertEquals(one.move(number), other.move(number));
                }
            }
        }
    }

    @Test
    void ofTradesOnlyThoseAtTheTouchServeAndOnlyForTheirSide() {
        List<Long> sold = new ArrayList<>();
        PlaceboPool pool = day(1, sold).pool(Placebos.SOLD, 0);
        for (long number = pool.oldest(); number < pool.added(); number++) {
            assertTrue(sold.contains(pool.nanos(number)));
        }
        long steps = sold.stream().filter(nanos -> nanos % 500_000_000L <= 490_000_000L).mapToLong(nanos -> nanos / 500_000_000L)
                .distinct().count();
        assertEquals(steps, pool.added(), 1, "one in each half second that has one; the last window is not over");
    }

    @Test
    void tradesInsideTheSpreadServeThoseInsideWhicheverSideWasTheAggressor() {
        List<Long> sold = new ArrayList<>();
        Placebos placebos = day(1, sold);
        PlaceboPool inside = placebos.pool(Placebos.INSIDE, 0);
        int apart = 0;
        for (long number = inside.oldest(); number < inside.added(); number++) {
            assertTrue(!sold.contains(inside.nanos(number)));
            apart += holds(placebos.pool(Placebos.BOUGHT, 0), inside.nanos(number)) ? 0 : 1;
        }
        assertEquals(inside.added(), apart, "none of them is at the touch");
    }

    private static boolean holds(PlaceboPool pool, long nanos) {
        for (long number = pool.oldest(); number < pool.added(); number++) {
            if (pool.nanos(number) == nanos) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theStateIsSpreadImbalanceAndRange() {
        Market market = new Market();
        market.follow(INSTRUMENT, START);
        Listing listing = market.listing(INSTRUMENT);
        quote(market, START, 10_000 * TICK, 100, 900);
        quote(market, START + 2_000_000_000L, 10_000 * TICK, 900, 100);

        // two ticks wide, bid heavy, the mid stood still; two nanoseconds before, offer heavy
        assertEquals((2 * 3 + 2) * 4, stateBefore(listing, START + 2_000_000_001L));
        assertEquals(2 * 3 * 4, stateBefore(listing, START + 2_000_000_000L));
        assertEquals(MarketState.UNKNOWN, stateBefore(listing, START));
        quote(market, START + 3_000_000_000L, 10_003 * TICK, 500, 500);
        assertEquals((2 * 3 + 1) * 4 + 2, stateBefore(listing, START + 3_000_000_001L), "three ticks up");
        assertEquals((2 * 3 + 1) * 4, stateBefore(listing, START + 4_100_000_000L), "over a second ago");
    }

    private static int stateBefore(Listing listing, long instant) {
        return MarketState.before(listing, instant, listing.tape().rowBefore(instant));
    }
}
