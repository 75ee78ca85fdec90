package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDayTest {
    private static final DayOptions SHORT = DayOptions.ofSeed(7).minutes(6);
    private static final SimulatedDay DAY = SimulatedDay.run(SHORT);
    private static final SimulatedDay QUIET = SimulatedDay.run(SHORT.withoutOrders());
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        SimulatedDay again = SimulatedDay.run(SHORT);
        DAY.writeMarket(folder.resolve("a.itch50"));
        DAY.writeOrders(folder.resolve("a.fix"));
        again.writeMarket(folder.resolve("b.itch50"));
        again.writeOrders(folder.resolve("b.fix"));

        assertEquals(-1, Files.mismatch(folder.resolve("a.itch50"), folder.resolve("b.itch50")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.fix"), folder.resolve("b.fix")));
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertNotEquals(DAY.backgroundDigest(), SimulatedDay.run(SHORT.seed(8)).backgroundDigest());
    }

    @Test
    void theBackgroundDrawsTheSameWithAndWithoutOurOrders() {
        assertEquals(DAY.backgroundDigest(), QUIET.backgroundDigest());
        assertEquals(List.of(), QUIET.orders());
        assertEquals(DAY.parents(), QUIET.parents());
        assertNotEquals(DAY.market().size(), QUIET.market().size());
    }

    @Test
    void beforeOurFirstChildTheTwoDaysAreOne() throws IOException {
        long firstArrival = firstReport() - SHORT.midnightNanos();
        List<ItchReader.Message> ours = messages(DAY).stream().filter(m -> m.nanos() < firstArrival).toList();
        List<ItchReader.Message> theirs = messages(QUIET).stream().filter(m -> m.nanos() < firstArrival).toList();

        assertTrue(ours.size() > 1_000, "only " + ours.size() + " messages before the first child");
        assertEquals(ours.size(), theirs.size());
        for (int i = 0; i < ours.size(); i++) {
            assertArrayEquals(ours.get(i).bytes(), theirs.get(i).bytes());
        }
        for (String symbol : DAY.symbols()) {
            assertEquals(0, impact(symbol, firstArrival - 1));
        }
    }

    @Test
    void anAggressiveParentPushesThePriceAndItComesBack() {
        ParentPlan plan = DAY.parents().stream().filter(p -> p.style() == Style.AGGRESSIVE).findFirst().orElseThrow();
        long last = DAY.orders().stream().filter(m -> "F".equals(m.get(150)) && plan.id().equals(m.get(526)))
                .mapToLong(DeskMessage::sentNanos).max().orElseThrow() - SHORT.midnightNanos();
        long atEnd = plan.side().sign() * impact(plan.symbol(), last);
        long later = plan.side().sign() * impact(plan.symbol(), last + 60 * SECOND);

        // twice the mid: two cents here are one cent of impact
        assertTrue(atEnd >= 2 * Listing.TICK, "impact at the last fill " + atEnd + "e-8");
        assertTrue(later < atEnd, "impact a minute later " + later + "e-8, at the last fill " + atEnd + "e-8");
    }

    @Test
    void theVenueSaysEverythingAVenueSays() throws IOException {
        Set<Character> types = new TreeSet<>();
        StringBuilder session = new StringBuilder();
        long before = 0;
        for (ItchReader.Message message : messages(DAY)) {
            types.add(message.type());
            assertTrue(message.nanos() >= before, "time went back to " + message.nanos());
            before = message.nanos();
            if (message.type() == 'S') {
                session.append(message.text(11, 1));
            }
        }
        assertEquals(Set.of('S', 'R', 'H', 'Y', 'A', 'F', 'E', 'C', 'X', 'D', 'U', 'P', 'Q'), types);
        assertEquals("OSQMEC", session.toString());
    }

    @Test
    void aBookRebuiltFromTheMessagesIsTheVenuesOwn() throws IOException {
        Map<Long, Order> live = new HashMap<>();
        messages(DAY).forEach(message -> apply(message, live));

        for (int locate = 1; locate <= DAY.symbols().size(); locate++) {
            for (Side side : Side.values()) {
                List<BookLevel> ladder = DAY.ladder(DAY.symbols().get(locate - 1), side);
                assertFalse(ladder.isEmpty());
                assertEquals(ladder, ladder(live, locate, side));
            }
        }
    }

    @Test
    void aDefaultDayIsAsLivelyAsADemonstrationNeeds() {
        SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(1));
        int market = day.market().size();

        assertTrue(market >= 200_000 && market <= 400_000, market + " market messages");
        long close = day.market().nanos(day.market().size() - 1) + day.options().midnightNanos();
        long lastFill = day.orders().stream().filter(m -> "F".equals(m.get(150))).mapToLong(DeskMessage::sentNanos).max().orElseThrow();
        assertTrue(close - lastFill > 60 * SECOND, "the last fill leaves " + (close - lastFill) + " ns to the end");
    }

    private static long firstReport() {
        return DAY.orders().stream().filter(m -> m.type().equals("8")).mapToLong(DeskMessage::sentNanos).min().orElseThrow() - 250_000;
    }

    /** Twice the mid with our orders less twice the mid without. */
    private static long impact(String symbol, long nanos) {
        return DAY.quotes(symbol).doubleMid(nanos) - QUIET.quotes(symbol).doubleMid(nanos);
    }

    private static List<ItchReader.Message> messages(SimulatedDay day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        day.market().writeTo(out);
        return ItchReader.read(out.toByteArray());
    }

    /** One order as the messages tell it. */
    private record Order(int locate, char side, long shares, long price) {
        Order less(long by) {
            if (by > shares) {
                throw new IllegalStateException("took " + by + " of " + shares);
            }
            return new Order(locate, side, shares - by, price);
        }
    }

    private static void apply(ItchReader.Message m, Map<Long, Order> live) {
        long ref = m.bytes().length > 18 ? m.number(11, 8) : 0;
        switch (m.type()) {
            case 'A', 'F' -> live.put(ref, new Order(m.locate(), (char) m.bytes()[19], m.number(20, 4), m.number(32, 4) * 10_000));
            case 'E', 'C', 'X' -> {
                Order left = live.get(ref).less(m.number(19, 4));
                if (left.shares() == 0) {
                    live.remove(ref);
                } else {
                    live.put(ref, left);
                }
            }
            case 'D' -> assertTrue(live.remove(ref) != null, "deleted an order nobody knows: " + ref);
            case 'U' -> {
                Order old = live.remove(ref);
                live.put(m.number(19, 8), new Order(old.locate(), old.side(), m.number(27, 4), m.number(31, 4) * 10_000));
            }
            default -> { }
        }
    }

    private static List<BookLevel> ladder(Map<Long, Order> live, int locate, Side side) {
        TreeMap<Long, BookLevel> levels = new TreeMap<>();
        for (Order order : live.values()) {
            if (order.locate() == locate && order.side() == (side == Side.BUY ? 'B' : 'S')) {
                levels.merge(side == Side.BUY ? -order.price() : order.price(), new BookLevel(order.price(), order.shares(), 1),
                        (a, b) -> new BookLevel(a.price(), a.shares() + b.shares(), a.orders() + b.orders()));
            }
        }
        return List.copyOf(levels.values());
    }
}
