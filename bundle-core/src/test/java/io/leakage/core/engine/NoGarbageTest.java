package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.core.book.Market;
import io.leakage.testing.Garbage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With 200 live parents, a market event leaves no garbage: not at the door, not in the pipeline, not in the journal. */
class NoGarbageTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PARENTS = 200;
    private static final int EVENTS = 100_000;
    /** The as-of tape of an instrument with an own order grows to its bound once. */
    private static final int UNTIL_TAPES_ARE_FULL = PARENTS * (Market.FOLLOWED_ROWS + 1_000);
    private static final long BID = Tape.price("100.00");

    private long sequence;

    @TempDir
    Path directory;

    @Test
    void thePipelineLeavesNoGarbage() {
        ReplayEngine engine = new ReplayEngine();
        MarketInlet market = busyMarket(engine.inlets().market("test", WhenFull.WAIT), engine.inlets().orders("test"));
        play(market, UNTIL_TAPES_ARE_FULL);

        assertEquals(0, Garbage.bytesOf(() -> play(market, EVENTS)));
    }

    @Test
    void theRingsThreadsLeaveNoGarbage() {
        EngineOptions options = new EngineOptions(4096, EngineOptions.Wait.BLOCKING, directory, null, false, PARENTS);
        try (LeakageEngine engine = new LeakageEngine(options)) {
            MarketInlet market = busyMarket(engine.inlets().market("test", WhenFull.WAIT), engine.inlets().orders("test"));
            play(market, UNTIL_TAPES_ARE_FULL);
            drain(engine);
            Map<Long, Long> before = allocated();
            assertEquals(0, Garbage.bytesOf(() -> play(market, EVENTS)), "the inlet's caller");
            drain(engine);
            Map<Long, Long> after = allocated();
            assertTrue(before.size() >= 3, "journal, pipeline and outlet have a thread each");
            before.forEach((thread, bytes) -> assertTrue(after.get(thread) - bytes < EVENTS / 100,
                    () -> "thread " + thread + " allocated " + (after.get(thread) - bytes) + " bytes over " + EVENTS + " events"));
        }
    }

    private static Map<Long, Long> allocated() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("leakage-ring"))
                .collect(Collectors.toMap(Thread::getId, thread -> THREADS.getThreadAllocatedBytes(thread.getId())));
    }

    private void drain(LeakageEngine engine) {
        while (engine.scorecard().progress().marketSequence() < sequence) {
            LockSupport.parkNanos(100_000);
        }
    }

    private MarketInlet busyMarket(MarketInlet market, OrderInlet orders) {
        for (int i = 0; i < PARENTS; i++) {
            int instrument = market.instrument("S" + i);
            market.added(instrument, ++sequence, Tape.START, 2 * i + 1, Side.BUY, 100, Tape.price("99.99"));
            market.added(instrument, ++sequence, Tape.START, 2 * i + 2, Side.SELL, 100, Tape.price("100.01"));
            orders.accept(new Tape.Message('D', Tape.START + 1, "S" + i).id("P" + i).side(Side.BUY).quantity(1000)
                    .limit("99.99").message());
            orders.accept(new Tape.Message('8', Tape.START + 1, "S" + i).id("P" + i).exec('0', '0').message());
            orders.accept(new Tape.Message('8', Tape.START + 2, "S" + i).id("P" + i).execution("X" + i).exec('F', '1').last(100,
                    "100").message());
        }
        return market;
    }

    /** Each event moves a best bid, every other by a trade, so each gives its parent a new row. */
    private void play(MarketInlet market, int events) {
        for (int i = 0; i < events; i += 2) {
            int instrument = i / 2 % PARENTS;
            long ref = 1_000_000 + instrument;
            market.added(instrument, ++sequence, Tape.START + sequence, ref, Side.BUY, 100, BID);
            market.executed(instrument, ++sequence, Tape.START + sequence, ref, 100, sequence);
        }
    }
}
