package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private static Stretch.Options options(World world) {
        return new Stretch.Options(world, 7, 2, 30, 40);
    }

    private static Stretch run(Stretch.Options options) {
        return Stretch.run(options, (bytes, offset, length) -> { });
    }

    private static byte[] market(Stretch.Options options) {
        Tape tape = new Tape();
        Stretch.run(options, tape);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            tape.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Twice the mid of one less that of another. */
    private static long apart(Stretch one, Stretch other, int parent, long nanos) {
        return one.quotes(parent).doubleMid(nanos) - other.quotes(parent).doubleMid(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "mechanical", "trend", "alpha", "shock", "volatile", "halt", "gap", "predator 1"})
    void theSameOptionsGiveTheSameBytes(String world) throws IOException {
        Stretch.Options options = options(World.named(world));

        assertArrayEquals(market(options), market(options));
        run(options).writeOrders(folder.resolve("a"));
        run(options).writeOrders(folder.resolve("b"));
        assertEquals(-1, Files.mismatch(folder.resolve("a"), folder.resolve("b")));
    }

    @Test
    void ghostsLeaveTheMarketAsItWouldHaveBeen() {
        Stretch.Options options = options(World.NOTHING);

        assertArrayEquals(market(options.withoutOrders()), market(options));
        assertTrue(run(options).orders().stream().anyMatch(m -> "F".equals(m.get(150))));
    }

    @Test
    void aPredatorBlindToOneActChangesNothingUpToIt() {
        Stretch.Options options = options(World.predator(1));
        Stretch with = run(options);
        Stretch blind = run(options.blindTo(9));
        long act = with.seen(0).get(9).nanos();

        assertEquals(with.seen(0).subList(0, 10), blind.seen(0).subList(0, 10));
        for (long nanos = with.arrival(); nanos < act; nanos += SECOND / 10) {
            assertEquals(0, apart(with, blind, 0, nanos));
        }
        assertEquals(0, apart(with, blind, 0, act + 499_999));
        assertNotEquals(0, apart(with, blind, 0, act + 500_000));
    }

    @Test
    void aPredatorPushesThePriceAgainstTheOrder() {
        Stretch with = run(options(World.predator(1)));
        Stretch blind = run(options(World.predator(1)).blindTo(Stretch.ALL));
        for (int parent = 0; parent < 2; parent++) {
            int sign = with.parents().get(parent).side().sign();
            long sum = 0;
            for (Stretch.Seen seen : with.seen(parent)) {
                sum += sign * apart(with, blind, parent, seen.nanos() + SECOND / 100);
            }
            assertTrue(sum > 0, "parent " + parent + ": " + sum);
        }
    }

    @Test
    void aPredatorBlindToAllIsNoPredator() {
        assertArrayEquals(market(options(World.MECHANICAL)), market(options(World.predator(1)).blindTo(Stretch.ALL)));
    }

    @Test
    void aSwitchAtTheTurnChangesNothingBeforeIt() {
        Stretch.Options options = options(World.predator(1));
        Stretch with = run(options);
        Stretch switched = run(options.switchedAtTurn());
        long turn = Stretch.turn(options);
        int sign = with.parents().get(0).side().sign();

        for (long nanos = with.arrival(); nanos < turn; nanos += SECOND / 10) {
            assertEquals(0, apart(with, switched, 0, nanos));
        }
        assertTrue(sign * apart(with, switched, 0, turn + 10 * SECOND) > 0);
    }

    @Test
    void anAlphaBeginsWithTheOrderAndATrendBefore() {
        for (int parent = 0; parent < 2; parent++) {
            Stretch calm = run(options(World.MECHANICAL).withoutOrders());
            Stretch alpha = run(options(World.ALPHA).withoutOrders());
            Stretch trend = run(options(World.TREND).withoutOrders());
            int sign = calm.parents().get(parent).side().sign();

            assertEquals(0, apart(alpha, calm, parent, alpha.arrival()));
            assertTrue(sign * apart(alpha, calm, parent, alpha.close()) > 4 * Listing.TICK);
            assertTrue(sign * apart(trend, calm, parent, trend.close()) > sign * apart(alpha, calm, parent, trend.close()));
        }
    }

    @Test
    void aShockMovesAllInstrumentsTheSameWay() {
        Stretch calm = run(options(World.MECHANICAL).withoutOrders());
        Stretch shock = run(options(World.SHOCK).withoutOrders());
        long turn = Stretch.turn(calm.options());
        for (int parent = 0; parent < 2; parent++) {
            assertEquals(0, apart(shock, calm, parent, turn));
            assertTrue(apart(shock, calm, parent, turn + 30 * SECOND) > 10 * Listing.TICK);
        }
    }

    @Test
    void aHaltedMarketStandsStill() throws IOException {
        Stretch.Options options = options(World.HALT);
        long turn = Stretch.turn(options);
        long trades = ItchReader.read(market(options)).stream().filter(m -> m.nanos() > turn && m.nanos() < turn + 20 * SECOND)
                .filter(m -> m.type() == 'E' || m.type() == 'A' || m.type() == 'P').count();

        assertEquals(0, trades);
        assertEquals(2, ItchReader.read(market(options)).stream().filter(m -> m.type() == 'H' && m.nanos() == turn).count());
    }

    @Test
    void ourImpactGrowsWithSizeAndDecays() {
        long[] impact = new long[3];
        long later = 0;
        int[] lots = {2, 8, 32};
        for (long seed = 1; seed <= 40; seed++) {
            for (int i = 0; i < lots.length; i++) {
                OneOrder order = new OneOrder(seed, lots[i] * 100);
                impact[i] += order.moved(SECOND);
                later += i == 2 ? order.moved(60 * SECOND) : 0;
            }
        }
        assertTrue(impact[0] > 0 && impact[1] > impact[0] && impact[2] > impact[1], impact[0] + ", " + impact[1] + ", " + impact[2]);
        assertTrue(impact[2] < 4 * impact[1], impact[1] + ", " + impact[2]);
        assertTrue(later < impact[2] / 2, later + " of " + impact[2] + " a minute later");
    }

    /** A market in which somebody buys so many shares at once, half a minute after the open, or nobody does. */
    private static final class OneOrder {
        private static final long WHEN = 60 * SECOND;

        private final QuoteHistory bought;
        private final QuoteHistory quiet;

        OneOrder(long seed, long shares) {
            bought = quotes(seed, shares);
            quiet = quotes(seed, 0);
        }

        private static QuoteHistory quotes(long seed, long shares) {
            Agenda agenda = new Agenda();
            Venue venue = new Venue(agenda, new ItchWriter((bytes, offset, length) -> { }));
            Listing listing = new Listing(1);
            BackgroundFlow flow = new BackgroundFlow(agenda, venue, listing, seed, 3 * WHEN);
            flow.fillBook(160, 2 * SECOND);
            agenda.at(2 * SECOND, flow::open);
            agenda.at(WHEN, () -> {
                if (shares > 0) {
                    venue.enter(listing, Side.BUY, shares, Long.MAX_VALUE / 2, true, null, null);
                }
            });
            agenda.runTo(3 * WHEN);
            return listing.quotes;
        }

        long moved(long after) {
            return bought.doubleMid(WHEN + after) - quiet.doubleMid(WHEN + after);
        }
    }

    @Test
    void somebodyHiddenIsFoundAsOftenAsTheWorldSays() {
        Hidden hidden = new Hidden(7, .1);
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            found += hidden.shares(1, i) > 0 ? 1 : 0;
        }
        assertEquals(1_000, found, 4 * Math.sqrt(10_000 * .1 * .9));
        assertEquals(0, Hidden.NONE.shares(1, 5));
    }

    @Test
    void aNameThatIsNoWorldIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> World.named("paradise"));
        assertTrue(refusal.getMessage().contains("paradise"), refusal.getMessage());
        assertFalse(World.predator(.5).isNull());
    }
}
