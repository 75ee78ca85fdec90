package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A day that is made while it is played, so that what is decided meanwhile changes it: one instrument, one parent order whose broker works
 * it as {@link Algo#VWAP} and takes a cancel/replace to another strategy, and a predator that learns to know it. The same options and the same
 * requests at the same instants give the same bytes. One thread, but for {@link #request}.
 */
public final class CaseDay {
    /** The parent's ClOrdID. */
    public static final String PARENT = "VW1";
    /** The broker, as ExecBroker (76) says it. */
    public static final String BROKER = Broker.NAME;

    private static final long SECOND = 1_000_000_000L;
    private static final long WORKERS = 21;
    private static final int FIRST_ORDERS = 160;
    private static final long LONGEST = 3_600 * SECOND;
    /** After the last fill, so that what follows it can be measured. */
    private static final long TAIL = 11 * SECOND;

    /**
     * What a day is made of.
     *
     * @param seed     the dice
     * @param predator levels of the far side it takes after each act it recognises, on average; 0 when there is none
     * @param quiet    seconds of market before the order arrives
     * @param quantity shares to buy
     */
    public record Options(long seed, double predator, int quiet, long quantity) {
        /** Refuses what cannot be, with the value. */
        public Options {
            if (!(predator >= 0 && predator <= 5) || quiet < 0 || quiet > 1_800 || quantity < 100 || quantity > 1_000_000) {
                throw new IllegalArgumentException("predator " + predator + " (0 to 5), quiet " + quiet + " s (0 to 1800), quantity "
                        + quantity + " (100 to 1000000)");
            }
        }

        /** {@return a day with five minutes of market before an order of 12,000 shares} */
        public static Options of(long seed, double predator) {
            return new Options(seed, predator, 300, 12_000);
        }
    }

    private final Agenda agenda = new Agenda();
    private final ItchWriter itch;
    private final List<DeskMessage> orders = new ArrayList<>();
    private final Queue<DeskMessage> requests = new ConcurrentLinkedQueue<>();
    private final AlgoWorker worker;
    private final Broker broker;
    private long end;
    private boolean over;

    /**
     * A day at its beginning.
     *
     * @param options what it is made of
     * @param market  gets every message of the venue as it happens
     */
    public CaseDay(Options options, MessageSink market) {
        itch = new ItchWriter(market);
        World world = World.predator(options.predator());
        Venue venue = new Venue(agenda, itch, new Hidden(options.seed(), world.hidden()));
        long open = Stretch.OPEN.toNanoOfDay();
        agenda.runTo(open - 3 * SECOND);
        end = open + LONGEST;
        itch.system(agenda.now(), 'O').system(agenda.now(), 'S');
        Listing listing = new Listing(1);
        itch.directory(1, agenda.now(), listing.symbol).tradingAction(1, agenda.now(), listing.symbol, 'T')
                .shortSaleRestriction(1, agenda.now(), listing.symbol, '0');
        BackgroundFlow flow = new BackgroundFlow(agenda, venue, listing, options.seed(), end);
        flow.fillBook(FIRST_ORDERS, 2 * SECOND);
        agenda.at(open, () -> {
            itch.system(open, 'Q');
            flow.open();
        });
        Predator predator = new Predator(agenda, venue, new Stretch.Options(world, options.seed(), 1, options.quiet(), 1));
        scout(options, listing, venue, open);
        ParentPlan plan = new ParentPlan(PARENT, SimulatedDay.ACCOUNTS.get(0), listing.symbol, Side.BUY, options.quantity(),
                open + options.quiet() * SECOND, end, Style.VWAP);
        worker = new AlgoWorker(plan, listing, agenda, new OrderGateway(agenda, venue, options.seed(), midnightNanos(), orders, 1,
                new Recognition(agenda, predator)), new Draws(options.seed(), WORKERS, 1), this::finish);
        broker = new Broker(agenda, worker, midnightNanos(), orders);
        agenda.at(plan.startNanos(), broker::begin);
    }

    private void finish() {
        broker.finish();
        end = agenda.now() + TAIL;
    }

    /** One small order at the open, which nobody minds: from then on the desk follows the instrument. */
    private void scout(Options options, Listing listing, Venue venue, long open) {
        ParentPlan plan = new ParentPlan("S1", SimulatedDay.ACCOUNTS.get(1), listing.symbol, Side.BUY, 100, open, end, Style.PASSIVE);
        OrderGateway line = new OrderGateway(agenda, venue, options.seed(), midnightNanos(), orders, 2, (child, act) -> { });
        new PacedWorker(plan, listing, agenda, line, new Draws(options.seed(), WORKERS, 2), 1, 0).begin();
    }

    /** {@return nanoseconds since the epoch that times count from} */
    public static long midnightNanos() {
        return Stretch.midnightNanos();
    }

    /** {@return the venue's day} */
    public static LocalDate date() {
        return Stretch.date();
    }

    /**
     * Lets the next thing happen.
     *
     * @return false when the day is over, and its last message was sent
     */
    public boolean step() {
        if (over) {
            return false;
        }
        for (DeskMessage request = requests.poll(); request != null; request = requests.poll()) {
            broker.replace(request);
        }
        if (!agenda.step(Math.min(agenda.next(), end))) {
            over = true;
            itch.system(end, 'M').system(end + SECOND, 'E').system(end + 2 * SECOND, 'C');
        }
        return true;
    }

    /** {@return when {@link #step} will let something happen, nanoseconds since the epoch} */
    public long next() {
        return midnightNanos() + Math.min(agenda.next(), end);
    }

    /** {@return when the parent order arrives, nanoseconds since the epoch} */
    public long arrival() {
        return midnightNanos() + worker.plan.startNanos();
    }

    /** {@return what time it is, nanoseconds since the epoch} */
    public long now() {
        return midnightNanos() + agenda.now();
    }

    /** A cancel/replace (35=G) reached the broker; it is taken before the next thing happens. Any thread. */
    public void request(DeskMessage request) {
        requests.add(request);
    }

    /** {@return what the desk's drop copy is to tell, since this was last asked} */
    public List<DeskMessage> takeOrders() {
        if (orders.isEmpty()) {
            return List.of();
        }
        List<DeskMessage> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    /** {@return what the broker answers on the order session, since this was last asked} */
    public List<DeskMessage> takeAnswers() {
        return broker.takeAnswers();
    }

    /** {@return how the broker works the parent now} */
    public Algo algo() {
        return worker.algo();
    }

    /** {@return what the parent has paid on average, units of 1e-8; 0 before its first fill} */
    public double averagePrice() {
        return worker.executed() == 0 ? 0 : (double) worker.notional() / worker.executed();
    }

    /** {@return shares of the parent executed} */
    public long executed() {
        return worker.executed();
    }
}
