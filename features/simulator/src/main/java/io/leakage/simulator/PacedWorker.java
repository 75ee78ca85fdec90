package io.leakage.simulator;

/**
 * Works a parent by the clock alone: after a random pause it lets a child rest at the near touch, or pulls the one that rests, or crosses
 * for a round lot. Nothing of when and what it does depends on the price, so nothing but our orders can make the market move behind them.
 */
final class PacedWorker extends Worker {
    private static final long LOT = 100;
    /** How often it crosses rather than rests. */
    static final double CROSSES = 0.25;
    private static final double LEAST_PAUSE = 1.3e9;
    private static final double MOST_PAUSE = 2.5e9;

    private final Agenda agenda;
    private final OrderGateway gateway;
    private final Draws draws;
    private final int acts;
    private final double crosses;
    private ChildOrder child;
    private int done;

    PacedWorker(ParentPlan plan, Listing listing, Agenda agenda, OrderGateway gateway, Draws draws, int acts, double crosses) {
        super(plan, listing);
        this.agenda = agenda;
        this.gateway = gateway;
        this.acts = acts;
        this.crosses = crosses;
        this.draws = draws;
    }

    /** {@return how long so many acts take, in nanoseconds, at most} */
    static long longest(int acts) {
        return (long) (acts * MOST_PAUSE);
    }

    @Override
    void begin() {
        agenda.at(plan.startNanos(), () -> {
            gateway.announce(plan);
            pause();
        });
    }

    @Override
    void told(ChildOrder news) {
        if (news == child && child.toldOver) {
            child = null;
        }
    }

    private void pause() {
        agenda.after((long) draws.between(LEAST_PAUSE, MOST_PAUSE), this::act);
    }

    private void act() {
        double chance = draws.uniform();
        if (!listing.halted) {
            if (child != null && child.orderId != null && child.pendingId == null && !child.immediate) {
                gateway.cancel(child);
            } else if (child == null) {
                send(chance < crosses);
            }
        }
        if (++done < acts) {
            pause();
        } else {
            agenda.after((long) LEAST_PAUSE, this::leave);
        }
    }

    private void send(boolean crossing) {
        PriceLevel touch = listing.book.best(crossing ? plan.side().opposite() : plan.side());
        if (touch != null) {
            child = new ChildOrder(this, nextId(), LOT, touch.price, crossing);
            gateway.send(child);
        }
    }

    private void leave() {
        if (child != null && child.orderId != null && child.pendingId == null && !child.immediate) {
            gateway.cancel(child);
        }
    }
}
