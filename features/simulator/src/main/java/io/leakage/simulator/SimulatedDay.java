package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One day, finished: what the venue sent and what the desk sent, in event time, and the venue's own books to check them against.
 * <pre>  SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(7));
 *  SimulatedDay quiet = SimulatedDay.run(DayOptions.ofSeed(7).withoutOrders());</pre>
 * Immutable; any thread may read.
 */
public final class SimulatedDay {
    /** The accounts parents are entered under, in turn. */
    public static final List<String> ACCOUNTS = List.of("EQUITY-1", "EQUITY-2");

    private static final long SECOND = 1_000_000_000L;
    private static final long PLANS = 7;
    private static final int FIRST_ORDERS = 160;
    /** Shares a background market order takes on average, times how often a decision is one. */
    private static final double SHARES_PER_DECISION = 31;
    private static final double FIRST_START = 0.06;
    private static final double START_SPAN = 0.30;

    private final DayOptions options;
    private final MessageSink sink;
    private final ItchWriter itch;
    private final List<DeskMessage> orders = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<BackgroundFlow> flows = new ArrayList<>();
    private final List<ParentPlan> plans = new ArrayList<>();

    private SimulatedDay(DayOptions options, MessageSink sink) {
        this.options = options;
        this.sink = sink;
        itch = new ItchWriter(sink);
    }

    /**
     * Simulates a day from the venue's first message to its last.
     *
     * @param options what it is made of
     * @return the finished day
     */
    public static SimulatedDay run(DayOptions options) {
        return run(options, new Tape());
    }

    /**
     * Simulates a day whose market data goes elsewhere as it is made, for days too long to keep in memory; {@link #market} is not there
     * afterwards, unless the sink is a {@link Tape}.
     *
     * @param options what it is made of
     * @param market  gets every message of the venue
     * @return the finished day
     */
    public static SimulatedDay run(DayOptions options, MessageSink market) {
        SimulatedDay day = new SimulatedDay(options, market);
        day.play();
        return day;
    }

    private void play() {
        Agenda agenda = new Agenda();
        Venue venue = new Venue(agenda, itch);
        long open = options.open().toNanoOfDay();
        long close = open + options.minutes() * 60 * SECOND;
        agenda.runTo(open - 3 * SECOND);
        itch.system(agenda.now(), 'O').system(agenda.now(), 'S');
        list(agenda.now());
        for (Listing listing : listings) {
            BackgroundFlow flow = new BackgroundFlow(agenda, venue, listing, options.seed(), close);
            flows.add(flow);
            flow.fillBook(FIRST_ORDERS, 2 * SECOND);
        }
        agenda.at(open, () -> {
            itch.system(open, 'Q');
            flows.forEach(BackgroundFlow::open);
        });
        plan(open, close);
        if (options.trading()) {
            work(agenda, venue);
        }
        agenda.runTo(close);
        flows.forEach(flow -> flow.cross('C'));
        itch.system(close, 'M').system(close + SECOND, 'E').system(close + 2 * SECOND, 'C');
    }

    private void list(long nanos) {
        for (int locate = 1; locate <= options.symbols(); locate++) {
            Listing listing = new Listing(locate, options.seed());
            listings.add(listing);
            itch.directory(locate, nanos, listing.symbol).tradingAction(locate, nanos, listing.symbol, 'T')
                    .shortSaleRestriction(locate, nanos, listing.symbol, '0');
        }
    }

    /** Styles, sides and instruments in turn, so that a handful of parents shows all of them. */
    private void plan(long open, long close) {
        Style[] styles = {Style.VWAP, Style.AGGRESSIVE, Style.PASSIVE};
        for (int i = 0; i < options.parents(); i++) {
            Draws draws = new Draws(options.seed(), PLANS, i);
            Style style = styles[i % styles.length];
            Listing listing = listings.get(i % listings.size());
            long start = open + (long) ((close - open) * (FIRST_START + START_SPAN * i / options.parents()));
            long length = (long) ((close - open) * style.dayShare);
            double volume = listing.arrivalsPerSecond * SHARES_PER_DECISION * length / SECOND;
            long quantity = Math.max(1, (long) (volume * style.participation * draws.between(0.8, 1.2) / 100)) * 100;
            Side side = draws.uniform() < 0.5 ? Side.BUY : Side.SELL;
            plans.add(new ParentPlan("P" + (i + 1), ACCOUNTS.get(i % ACCOUNTS.size()), listing.symbol, side, quantity, start,
                    start + length, style));
        }
    }

    private void work(Agenda agenda, Venue venue) {
        OrderGateway gateway = new OrderGateway(agenda, venue, options.seed(), options.midnightNanos(), orders);
        for (int i = 0; i < plans.size(); i++) {
            new ParentWorker(plans.get(i), listing(plans.get(i).symbol()), agenda, gateway, options.seed(), i).begin();
        }
    }

    /** {@return what it was made of} */
    public DayOptions options() {
        return options;
    }

    /** {@return the venue's messages in order} */
    public Tape market() {
        if (sink instanceof Tape tape) {
            return tape;
        }
        throw new IllegalStateException("this day's market data was not kept; it went to the sink it was run with");
    }

    /** {@return how many messages the venue sent} */
    public long marketMessages() {
        return itch.total();
    }

    /** {@return how many messages of one type the venue sent, 'A' for one} */
    public long marketMessages(char type) {
        return itch.count(type);
    }

    /** {@return the desk's messages in the order they were sent; empty on a day without orders} */
    public List<DeskMessage> orders() {
        return Collections.unmodifiableList(orders);
    }

    /** {@return the parent orders as planned, on a day without orders too} */
    public List<ParentPlan> parents() {
        return Collections.unmodifiableList(plans);
    }

    /** {@return the instruments' symbols, in the order of their stock locate, from 1} */
    public List<String> symbols() {
        return listings.stream().map(listing -> listing.symbol).toList();
    }

    /**
     * The venue's own book after the last message.
     *
     * @param symbol one of {@link #symbols}
     * @param side   which side
     * @return its levels, best first
     */
    public List<BookLevel> ladder(String symbol, Side side) {
        return listing(symbol).book.ladder(side);
    }

    /** {@return every best bid and offer of the instrument's day} */
    public QuoteHistory quotes(String symbol) {
        return listing(symbol).quotes;
    }

    /** {@return everything the background drew, folded into one number: equal for both days of a pair} */
    public long backgroundDigest() {
        long digest = 0;
        for (BackgroundFlow flow : flows) {
            digest = Draws.mix(digest ^ flow.digest());
        }
        return digest;
    }

    /** Writes the venue's messages as a length-prefixed ITCH 5.0 file. */
    public void writeMarket(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            market().writeTo(out);
        }
    }

    /** Writes the desk's messages as a FIX engine's log. */
    public void writeOrders(Path file) throws IOException {
        try (FixLog log = FixLog.create(file)) {
            orders.forEach(log::write);
        }
    }

    private Listing listing(String symbol) {
        for (Listing listing : listings) {
            if (listing.symbol.equals(symbol)) {
                return listing;
            }
        }
        throw new IllegalArgumentException("no instrument '" + symbol + "', there are " + symbols());
    }
}
