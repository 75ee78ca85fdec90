package io.leakage.simulator;

/**
 * Works one parent order: a goal that grows slice by slice, and never more than one child at a time in the market. A slice rests at the
 * near touch and follows it, or crosses, as the parent's {@link Style} says; the last slice crosses until the order is done. It knows
 * only what the gateway has told it.
 */
final class ParentWorker extends Worker {
    private static final long STREAM = 6;
    private static final long FOLLOW_NANOS = 700_000_000;
    private static final long PAUSE_NANOS = 150_000_000;
    private static final double LAST_REST = 0.6;

    private final Agenda agenda;
    private final OrderGateway gateway;
    private final Draws draws;
    private ChildOrder child;
    private long goal;
    private long executed;
    private boolean crossing;

    ParentWorker(ParentPlan plan, Listing listing, Agenda agenda, OrderGateway gateway, long seed, int number) {
        super(plan, listing);
        this.agenda = agenda;
        this.gateway = gateway;
        draws = new Draws(seed, STREAM, number);
    }

    @Override
    void begin() {
        agenda.at(plan.startNanos(), () -> {
            gateway.announce(plan);
            agenda.after((long) draws.between(0.05e9, 0.4e9), () -> slice(0));
            agenda.after(FOLLOW_NANOS, this::follow);
        });
    }

    @Override
    void told(ChildOrder news) {
        if (news != child) {
            return;
        }
        if (!child.toldOver) {
            pursue();
            return;
        }
        executed += child.toldFilled;
        boolean tookAll = child.toldFilled == child.toldQuantity;
        child = null;
        if (tookAll) {
            pursue();
        } else {
            agenda.after((long) (PAUSE_NANOS * draws.between(0.5, 1.5)), this::pursue);
        }
    }

    private void slice(int number) {
        Style style = plan.style();
        boolean last = number == style.slices - 1;
        double uneven = style.jitter * (draws.uniform() - 0.5);
        goal = last ? plan.quantity() : (long) (plan.quantity() * (number + 1 + uneven) / style.slices) / 100 * 100;
        long length = (plan.endNanos() - plan.startNanos()) / style.slices;
        crossing = style.restShare == 0;
        double rest = last ? Math.min(LAST_REST, style.restShare) : style.restShare;
        if (rest > 0 && rest < 1) {
            agenda.after((long) (rest * length), () -> {
                crossing = true;
                pursue();
            });
        }
        if (!last) {
            agenda.after((long) (length * (1 + style.jitter * (draws.uniform() - 0.5) / 2)), () -> slice(number + 1));
        }
        pursue();
    }

    /** Brings what is in the market in line with the goal. */
    private void pursue() {
        if (child != null) {
            adjust();
            return;
        }
        PriceLevel touch = listing.book.best(crossing ? plan.side().opposite() : plan.side());
        long missing = goal - executed;
        if (missing > 0 && touch != null) {
            long beyond = crossing ? plan.side().sign() * plan.style().sweepTicks * Listing.TICK : 0;
            child = new ChildOrder(this, nextId(), missing, touch.price + beyond, crossing);
            gateway.send(child);
        }
    }

    private void adjust() {
        if (child.pendingId != null || child.immediate || child.toldOver || child.orderId == null) {
            return;
        }
        long missing = goal - executed;
        if (crossing) {
            gateway.cancel(child);
        } else if (missing > child.toldQuantity) {
            gateway.replace(child, missing, listing.book.bestPrice(plan.side(), child.toldPrice));
        }
    }

    /** Looks now and then whether the market has left the resting child behind. */
    private void follow() {
        if (executed >= plan.quantity()) {
            return;
        }
        pursue();
        if (child != null && !crossing && child.pendingId == null && child.orderId != null && !child.immediate) {
            long near = listing.book.bestPrice(plan.side(), child.toldPrice);
            if (near != child.toldPrice) {
                gateway.replace(child, child.toldQuantity, near);
            }
        }
        agenda.after((long) (FOLLOW_NANOS * draws.between(0.7, 1.3)), this::follow);
    }
}
