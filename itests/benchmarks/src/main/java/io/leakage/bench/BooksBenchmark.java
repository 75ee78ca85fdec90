package io.leakage.bench;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/**
 * ITCH bytes to the order-by-order books of a whole market, one thread: 8,000 symbols, 1.4 M live orders, {@code -Dmessages=} messages in
 * all (50 M unless said), {@code -DanyAge=true} for the worst case of {@link GeneratedMarket}. Both contestants read the same bytes, see
 * the same order of events, and must agree on every touch at the end.
 */
final class BooksBenchmark implements Benchmark {
    private static final int SYMBOLS = 8_000;
    private static final int LIVE = 1_400_000;
    private static final int WARM_UPS = 2;
    private static final double MEBIBYTE = 1 << 20;
    private static final String PEER = "juncture + parity-book";

    private GeneratedMarket market = new GeneratedMarket(SYMBOLS, LIVE, Boolean.getBoolean("anyAge"));
    private ParityBooks peer = new ParityBooks(SYMBOLS);
    private OurBooks ours = new OurBooks();

    @Override
    public String name() {
        return "books";
    }

    @Override
    public Report run() throws Exception {
        int messages = Integer.getInteger("messages", 50_000_000);
        market.writeOpening();
        peer.apply(market.bytes(), market.end());
        ours.apply(market.bytes(), market.end());
        int perRound = Math.max(1, (messages - LIVE) / (WARM_UPS + Duel.ROUNDS));
        Report report = new Duel(name(), "message")
                .rounds(WARM_UPS, Duel.ROUNDS)
                .beforeRound(() -> {
                    market.write(perRound);
                    return perRound;
                })
                .contestant(PEER, () -> peer.apply(market.bytes(), market.end()))
                .contestant("ours", () -> ours.apply(market.bytes(), market.end()), Goal.atMost(85), Goal.atMost(0.01))
                .ratio("ours", Goal.atMost(1.0 / 9))
                .run();
        compare();
        report.figure("live orders", "orders", ours.books().liveOrders());
        market = null;
        report.figure(PEER + ", memory", "MiB", freedBy(() -> (peer = null) == null));
        report.figure("ours, memory", "MiB", freedBy(() -> (ours = null) == null), Goal.atMost(1_536));
        return report;
    }

    private void compare() {
        if (ours.books().unapplied() != 0 || ours.books().liveOrders() != market.live()) {
            throw new IllegalStateException(ours.books().unapplied() + " events did not fit and " + ours.books().liveOrders()
                    + " orders live, expected 0 and " + market.live());
        }
        for (int symbol = 1; symbol <= SYMBOLS; symbol++) {
            long[] touch = peer.touch(symbol);
            long bid = Math.max(0, ours.books().bid(symbol)) / 10_000;
            long offer = Math.max(0, ours.books().offer(symbol)) / 10_000;
            if (touch[0] != bid || touch[1] != offer) {
                throw new IllegalStateException("symbol " + symbol + ": ours " + bid + " / " + offer + ", the peer's " + touch[0] + " / "
                        + touch[1]);
            }
        }
    }

    private static double freedBy(BooleanSupplier forget) {
        double before = usedHeap();
        forget.getAsBoolean();
        return (before - usedHeap()) / MEBIBYTE;
    }

    private static double usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
