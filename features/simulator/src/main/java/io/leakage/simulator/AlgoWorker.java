package io.leakage.simulator;

/**
 * The broker's machine behind one parent order. It works as its {@link Algo} says, and goes on as another from its next step on when it is
 * told to. When and what it does depends on the clock and its dice, never on the price.
 */
final class AlgoWorker extends Worker {
    private static final long CLIP = 200;
    private static final double CROSSES = 0.35;
    private static final double BEAT = 1.9e9;
    private static final double UNEVEN = 0.03;
    private static final long LEAST = 60;
    private static final long MOST = 600;
    private static final double LEAVES = 0.4;
    private static final double LEAST_PAUSE = 0.8e9;
    private static final double MEAN_PAUSE = 2.5e9;

    private final Agenda agenda;
    private final OrderGateway gateway;
    private final Draws draws;
    private final Runnable done;
    private Algo algo = Algo.VWAP;
    private ChildOrder child;
    private long executed;
    private long notional;

    /** @param done hears when all of it is executed */
    AlgoWorker(ParentPlan plan, Listing listing, Agenda agenda, OrderGateway gateway, Draws draws, Runnable done) {
        super(plan, listing);
        this.agenda = agenda;
        this.gateway = gateway;
        this.draws = draws;
        this.done = done;
    }

    @Override
    void begin() {
        pause();
    }

    /** From now on it works like this. */
    void become(Algo now) {
        algo = now;
    }

    Algo algo() {
        return algo;
    }

    /** {@return shares executed at the venue} */
    long executed() {
        return executed + (child == null ? 0 : child.filled);
    }

    /** {@return Σ price · shares of them, in 1e-8} */
    long notional() {
        return notional + (child == null ? 0 : child.notional);
    }

    @Override
    void told(ChildOrder news) {
        if (news == child && child.toldOver) {
            executed += child.filled;
            notional += child.notional;
            child = null;
            if (executed >= plan.quantity()) {
                done.run();
            }
        }
    }

    private void pause() {
        agenda.after((long) (algo == Algo.VWAP ? BEAT * draws.between(1 - UNEVEN, 1 + UNEVEN)
                : LEAST_PAUSE + draws.exponential(MEAN_PAUSE)), this::act);
    }

    private void act() {
        double chance = draws.uniform();
        long odd = draws.whole(LEAST, MOST);
        long left = plan.quantity() - executed;
        if (child == null) {
            send(algo == Algo.VWAP ? Math.min(CLIP, left) : Math.min(odd, left), algo == Algo.VWAP && chance < CROSSES);
        } else if (child.orderId != null && child.pendingId == null && !child.immediate && (algo == Algo.VWAP || chance < LEAVES)) {
            gateway.cancel(child);
        }
        if (executed < plan.quantity()) {
            pause();
        }
    }

    private void send(long shares, boolean crossing) {
        PriceLevel touch = listing.book.best(crossing ? plan.side().opposite() : plan.side());
        if (touch != null && shares > 0) {
            child = new ChildOrder(this, nextId(), shares, touch.price, crossing);
            gateway.send(child);
        }
    }
}
