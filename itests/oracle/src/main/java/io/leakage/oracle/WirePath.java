package io.leakage.oracle;

import io.leakage.api.event.WhenFull;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.event.LeakageEvent;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.FixLog;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.simulator.GappedCapture;
import io.leakage.simulator.LengthPrefixedFile;
import io.leakage.simulator.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A stretch as the scorecard gets it: ITCH 5.0 and FIX in files, read by the readers a recorded day is read by, into the pipeline that runs
 * live. Where the world loses a piece of the feed, the market comes in the MoldUDP64 packets of a capture. One thread.
 */
final class WirePath {
    private static final int PARENT_TAG = 526;

    private final Path market;
    private final Path orders;

    /** @param folder keeps the two files while they are read */
    WirePath(Path folder) {
        market = folder.resolve("market");
        orders = folder.resolve("orders.fix");
    }

    /**
     * Simulates a stretch and scores it.
     *
     * @param options what the stretch is made of
     * @param witness sees every event behind the pipeline
     * @param scored  gets the engine when the day is over
     * @return the stretch
     */
    Stretch play(Stretch.Options options, Consumer<LeakageEvent> witness, Consumer<ReplayEngine> scored) throws IOException {
        Stretch stretch = write(options);
        ReplayEngine engine = new ReplayEngine(witness);
        DropCopyReader reader = new DropCopyReader(new FixScan(PARENT_TAG, false), engine.inlets().orders("desk"));
        FeedFormat format = options.world().gapMillis() > 0 ? FeedFormat.MOLD_PCAP : FeedFormat.ITCH50;
        VenueDay day = VenueDay.of(Stretch.date(), Stretch.ZONE);
        try (RecordedFeed feed = format.open(market, day, engine.inlets().market("venue", WhenFull.WAIT), WirePath::refuse);
                FixLog log = new FixLog(orders, reader, WirePath::refuse)) {
            while (log.next()) {
                playUntil(feed, log.eventNanos());
                log.deliver();
            }
            playUntil(feed, Long.MAX_VALUE);
        }
        scored.accept(engine);
        Files.delete(market);
        Files.delete(orders);
        return stretch;
    }

    private Stretch write(Stretch.Options options) throws IOException {
        Stretch stretch;
        if (options.world().gapMillis() > 0) {
            long from = Stretch.turn(options);
            try (GappedCapture capture = new GappedCapture(market, Stretch.midnightNanos(), from,
                    from + options.world().gapMillis() * 1_000_000L)) {
                stretch = Stretch.run(options, capture);
            }
        } else {
            try (LengthPrefixedFile file = LengthPrefixedFile.create(market)) {
                stretch = Stretch.run(options, file);
            }
        }
        stretch.writeOrders(orders);
        return stretch;
    }

    private static void playUntil(RecordedFeed feed, long nanos) throws IOException {
        while (feed.venueNanos() <= nanos && feed.next()) {
            continue;
        }
    }

    private static void refuse(String problem) {
        throw new IllegalStateException("what the simulator wrote cannot be read: " + problem);
    }
}
