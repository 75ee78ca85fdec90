package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.FixLog;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A recorded day played through the pipeline: a market recording and a FIX log merged by event time, the market up to and including an
 * order's time before the order, so that no question is older than what the quote tape holds. One thread.
 */
final class ReplayDay {
    private static final long NANOS = 1_000_000_000L;
    private static final int MESSAGES_BETWEEN_PROGRESS = 1 << 18;

    private final ReplayOptions options;
    private final Consumer<String> problems;
    private final Consumer<String> progress;
    private final ReplayEngine engine = new ReplayEngine();
    private long marketMessages;
    private long orderMessages;

    /**
     * A day, not played yet.
     *
     * @param options  which files, and how to read them
     * @param problems told of everything that could not be read: file, line or byte, what was expected
     * @param progress told how far it is, now and then
     */
    ReplayDay(ReplayOptions options, Consumer<String> problems, Consumer<String> progress) {
        this.options = options;
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * Plays the whole day.
     *
     * @return the scores at its end
     * @throws IOException when a file cannot be read on
     */
    Scorecard play() throws IOException {
        if (play(engine.inlets())) {
            doubts();
        }
        return engine.scorecard();
    }

    /**
     * Plays the whole day into an engine's door.
     *
     * @return false when no day is told, and nothing was played
     * @throws IOException when a file cannot be read on
     */
    boolean play(Inlets inlets) throws IOException {
        LocalDate date = options.date() != null ? options.date() : firstDay();
        if (date == null && !options.feed().isDated()) {
            problems.accept(options.orders() + ": no order message with a time, expected one to tell the day; or say --date YYYY-MM-DD");
            return false;
        }
        if (options.rules() != null) {
            tellRules(inlets.desk());
        }
        if (options.reference() != null) {
            options.reference().tell(inlets.reference());
        }
        DropCopyReader reader = reader(inlets.orders(name(options.orders())));
        MarketInlet inlet = inlets.market(name(options.market()), WhenFull.WAIT);
        VenueDay day = date == null ? VenueDay.live(options.zone()) : VenueDay.of(date, options.zone());
        try (RecordedFeed market = options.feed().open(options.market(), day, inlet, problems);
                FixLog orders = new FixLog(options.orders(), reader, problems)) {
            while (orders.next()) {
                playMarket(market, orders.eventNanos());
                orders.deliver();
            }
            playMarket(market, Long.MAX_VALUE);
            market.doubts().forEach(doubt -> problems.accept(options.market() + ": " + doubt));
        }
        orderMessages = reader.delivered();
        return true;
    }

    private void tellRules(DeskInlet desk) throws IOException {
        try {
            desk.rules(null, Files.readString(options.rules()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--rules: " + options.rules() + ": " + e.getMessage(), e);
        }
    }

    /** {@return every footprint of an order, as {@link ReplayEngine#footprints} tells} */
    String footprints(String order) {
        return engine.footprints(order);
    }

    /** {@return market messages read} */
    long marketMessages() {
        return marketMessages;
    }

    /** {@return order messages read} */
    long orderMessages() {
        return orderMessages;
    }

    private void playMarket(RecordedFeed market, long untilNanos) throws IOException {
        while (market.venueNanos() <= untilNanos && market.next()) {
            if (++marketMessages % MESSAGES_BETWEEN_PROGRESS == 0) {
                progress.accept(marketMessages + " market messages, venue time " + time(market.venueNanos()));
            }
        }
    }

    /** The day at the venue of the first TransactTime in the log; of the first SendingTime when there is no TransactTime at all. */
    private LocalDate firstDay() throws IOException {
        DropCopyReader reader = reader(new NoInlet());
        long first = Absent.LONG;
        try (FixLog log = new FixLog(options.orders(), reader, problem -> { })) {
            while (log.next()) {
                if (reader.transactNanos() != Absent.LONG) {
                    first = reader.transactNanos();
                    break;
                }
                first = first == Absent.LONG ? reader.eventNanos() : first;
            }
        }
        return first == Absent.LONG ? null : instant(first).atZone(options.zone()).toLocalDate();
    }

    private void doubts() {
        long unapplied = engine.scorecard().progress().unapplied();
        if (unapplied > 0) {
            problems.accept(unapplied + " events of " + options.market() + " and " + options.orders()
                    + " did not fit what came before them; the rows they touch say so");
        }
    }

    private DropCopyReader reader(OrderInlet inlet) {
        return new DropCopyReader(new FixScan(options.parentTag(), false), inlet);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String time(long nanos) {
        return nanos == Absent.LONG ? "unknown" : instant(nanos).toString();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** Takes nothing: the first look at the log only wants to know the day. */
    private static final class NoInlet implements OrderInlet {
        @Override
        public void accept(OrderMessage message) {
        }

        @Override
        public void quarantine(byte[] raw, int offset, int length, String reason) {
        }
    }
}
