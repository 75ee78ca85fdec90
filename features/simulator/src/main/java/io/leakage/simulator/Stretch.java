package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A short stretch of a {@link World}: some instruments, in each one parent worked by the clock, and before it a while of the market with
 * one small order at the open. The same options give the same bytes. Its counterfactuals are stretches of the same seed: without our
 * orders, or with orders that the predator does not know as ours, all of them or one. Up to that one the two are equal to the last
 * byte; what differs behind it is its doing. All instruments are of one character, so that what a footprint changes on average is one
 * number for a world. Immutable once run; any thread may read.
 */
public final class Stretch {
    /** Blind to all of our footprints. */
    public static final long ALL = -2;
    /** Blind to none. */
    public static final long NONE = -1;

    private static final long SECOND = 1_000_000_000L;
    private static final long PLANS = 11;
    private static final long WORKERS = 10;
    private static final int FIRST_ORDERS = 160;
    private static final LocalDate DATE = LocalDate.of(2026, 1, 30);
    static final LocalTime OPEN = LocalTime.of(9, 30);
    /** The venue's zone. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long TAIL = 11 * SECOND;

    /**
     * What a stretch is made of.
     *
     * @param world       what is true
     * @param seed        the dice
     * @param instruments how many, and as many parents
     * @param quiet       seconds before the parents arrive
     * @param acts        what each parent does, in steps
     * @param trading     false for the market without our orders
     * @param blindTo     the number, within each parent, of the act the predator does not see; {@link #ALL} or {@link #NONE}
     * @param switched    whether from the turn on parents are worked in a way that the predator does not know
     */
    public record Options(World world, long seed, int instruments, int quiet, int acts, boolean trading, long blindTo, boolean switched) {
        /** The plain stretch: orders, never switched, and a predator who sees all of them if there is one. */
        public Options(World world, long seed, int instruments, int quiet, int acts) {
            this(world, seed, instruments, quiet, acts, true, NONE, false);
        }

        /** {@return the same without our orders} */
        public Options withoutOrders() {
            return new Options(world, seed, instruments, quiet, acts, false, blindTo, switched);
        }

        /** {@return the same with a predator blind to one act, or to {@link #ALL}} */
        public Options blindTo(long act) {
            return new Options(world, seed, instruments, quiet, acts, trading, act, switched);
        }

        /** {@return the same with parents that are switched at the turn} */
        public Options switchedAtTurn() {
            return new Options(world, seed, instruments, quiet, acts, trading, blindTo, true);
        }
    }

    /**
     * Something others could see of a parent.
     *
     * @param nanos  when, nanoseconds since the venue's midnight
     * @param traded whether it traded at once
     */
    public record Seen(long nanos, boolean traded) {
    }

    private final Options options;
    private final ItchWriter itch;
    private final List<DeskMessage> orders = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<ParentPlan> plans = new ArrayList<>();
    private final List<List<Seen>> seen = new ArrayList<>();
    private final long open = OPEN.toNanoOfDay();
    private final long arrival;
    private final long turn;
    private final long close;

    private Stretch(Options options, MessageSink market) {
        this.options = options;
        itch = new ItchWriter(market);
        arrival = open + options.quiet() * SECOND;
        turn = turn(options);
        close = arrival + PacedWorker.longest(options.acts()) + TAIL + options.world().haltSeconds() * SECOND;
    }

    /**
     * Simulates.
     *
     * @param options what it is made of
     * @param market  gets every message of the venue
     * @return the finished stretch
     */
    public static Stretch run(Options options, MessageSink market) {
        Stretch stretch = new Stretch(options, market);
        stretch.play();
        return stretch;
    }

    /** {@return nanoseconds since the epoch that times count from} */
    public static long midnightNanos() {
        return DATE.atTime(OPEN).atZone(ZONE).toEpochSecond() * SECOND - OPEN.toNanoOfDay();
    }

    /** {@return the venue's day} */
    public static LocalDate date() {
        return DATE;
    }

    private void play() {
        Agenda agenda = new Agenda();
        Venue venue = new Venue(agenda, itch, new Hidden(options.seed(), options.world().hidden()));
        agenda.runTo(open - 3 * SECOND);
        itch.system(agenda.now(), 'O').system(agenda.now(), 'S');
        List<BackgroundFlow> flows = new ArrayList<>();
        for (int locate = 1; locate <= options.instruments(); locate++) {
            list(locate, agenda, venue, flows);
        }
        agenda.at(open, () -> {
            itch.system(open, 'Q');
            flows.forEach(BackgroundFlow::open);
        });
        if (options.world().haltSeconds() > 0) {
            agenda.at(turn, () -> halt(agenda, flows));
        }
        agenda.runTo(close);
        itch.system(close, 'M').system(close + SECOND, 'E').system(close + 2 * SECOND, 'C');
    }

    private void list(int locate, Agenda agenda, Venue venue, List<BackgroundFlow> flows) {
        Listing listing = new Listing(locate);
        listings.add(listing);
        itch.directory(locate, agenda.now(), listing.symbol).tradingAction(locate, agenda.now(), listing.symbol, 'T')
                .shortSaleRestriction(locate, agenda.now(), listing.symbol, '0');
        Side side = new Draws(options.seed(), PLANS, locate).uniform() < 0.5 ? Side.BUY : Side.SELL;
        plans.add(new ParentPlan("P" + locate, SimulatedDay.ACCOUNTS.get(0), listing.symbol, side, options.acts() * 100L, arrival,
                close, Style.PASSIVE));
        BackgroundFlow flow = new BackgroundFlow(agenda, venue, listing, options.seed(), close, course(listing, side));
        flows.add(flow);
        flow.fillBook(FIRST_ORDERS, 2 * SECOND);
        seen.add(new ArrayList<>());
        if (options.trading()) {
            if (options.world().followed()) {
                scout(listing, side, agenda, venue);
            }
            new PacedWorker(plans.get(locate - 1), listing, agenda, gateway(locate, agenda, venue),
                    new Draws(options.seed(), WORKERS, locate), options.acts(), PacedWorker.CROSSES).begin();
        }
    }

    /** Shows one order at the open, which nobody minds: from then on the desk follows the instrument. */
    private void scout(Listing listing, Side side, Agenda agenda, Venue venue) {
        int line = options.instruments() + listing.locate;
        OrderGateway gateway = options.world().ghosts()
                ? new GhostGateway(agenda, venue, listing, options.seed(), midnightNanos(), orders, line)
                : new OrderGateway(agenda, venue, options.seed(), midnightNanos(), orders, line, (child, act) -> { });
        ParentPlan plan = new ParentPlan("S" + listing.locate, SimulatedDay.ACCOUNTS.get(1), listing.symbol, side, 100, open, close,
                Style.PASSIVE);
        new PacedWorker(plan, listing, agenda, gateway, new Draws(options.seed(), WORKERS, line), 1, 0).begin();
    }

    private Course course(Listing listing, Side side) {
        World world = options.world();
        double ticks = (double) listing.openPrice / Listing.TICK / 1e4;
        double perMinute = side.sign() * ticks * (world.trend() + world.alpha());
        return new Course(world.alpha() == 0 ? open : arrival, perMinute / 60, turn, world.shock() * ticks, world.volatility());
    }

    private OrderGateway gateway(int locate, Agenda agenda, Venue venue) {
        if (options.world().ghosts()) {
            return new GhostGateway(agenda, venue, listings.get(locate - 1), options.seed(), midnightNanos(), orders, locate);
        }
        Predator predator = new Predator(agenda, venue, options);
        List<Seen> own = seen.get(locate - 1);
        return new OrderGateway(agenda, venue, options.seed(), midnightNanos(), orders, locate, (child, act) -> {
            own.add(new Seen(agenda.now(), act == Witness.Act.WAS_FILLED || act == Witness.Act.TOOK && child.filled > 0));
            predator.saw(child, act);
        });
    }

    private void halt(Agenda agenda, List<BackgroundFlow> flows) {
        for (Listing listing : listings) {
            listing.halted = true;
            itch.tradingAction(listing.locate, agenda.now(), listing.symbol, 'H');
        }
        agenda.after(options.world().haltSeconds() * SECOND, () -> {
            for (Listing listing : listings) {
                listing.halted = false;
                itch.tradingAction(listing.locate, agenda.now(), listing.symbol, 'T');
            }
            flows.forEach(flow -> flow.cross('H'));
        });
    }

    /** {@return what it was made of} */
    public Options options() {
        return options;
    }

    /** {@return the parents, one for each instrument in turn} */
    public List<ParentPlan> parents() {
        return Collections.unmodifiableList(plans);
    }

    /** {@return what others could see of a parent, in order; nothing of ghosts} */
    public List<Seen> seen(int parent) {
        return Collections.unmodifiableList(seen.get(parent));
    }

    /** {@return the best bids and offers of a parent's instrument} */
    public QuoteHistory quotes(int parent) {
        return listings.get(parent).quotes;
    }

    /** {@return the desk's messages in the order they were sent} */
    public List<DeskMessage> orders() {
        return Collections.unmodifiableList(orders);
    }

    /** {@return when the parents arrive, nanoseconds since the venue's midnight} */
    public long arrival() {
        return arrival;
    }

    /** {@return when the last of it is over but for the venue's farewell} */
    public long close() {
        return close;
    }

    /** {@return when the world of such a stretch turns, in the middle of the parents' life, nanoseconds since the venue's midnight} */
    public static long turn(Options options) {
        return OPEN.toNanoOfDay() + options.quiet() * SECOND + PacedWorker.longest(options.acts()) * 2 / 5;
    }

    /** Writes the desk's messages as a FIX engine's log. */
    public void writeOrders(Path file) throws IOException {
        try (FixLog log = FixLog.create(file)) {
            orders.forEach(log::write);
        }
    }
}
