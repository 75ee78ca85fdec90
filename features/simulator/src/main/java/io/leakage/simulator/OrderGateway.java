package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The line between the desk and the venue, with its delay each way, and the drop copy of all that goes over it: requests with the time
 * the desk sent them, reports with the time the venue matched. Nothing overtakes on either way, so an order may fill while its cancel is
 * still under way, and the cancel is then rejected, as in life.
 */
class OrderGateway {
    private static final long STREAM = 5;
    private static final long TO_VENUE_NANOS = 200_000;
    private static final long TO_DESK_NANOS = 100_000;
    private static final String VENUE = "XNAS";

    final Agenda agenda;
    private final Venue venue;
    private final String line;
    private final Witness witness;
    private final long midnightNanos;
    private final List<DeskMessage> dropCopy;
    private final Draws jitter;
    private long lastArrival;
    private long lastReturn;
    private long orders;
    private long executions;

    OrderGateway(Agenda agenda, Venue venue, long seed, long midnightNanos, List<DeskMessage> dropCopy) {
        this(agenda, venue, seed, midnightNanos, dropCopy, 0, (child, act) -> { });
    }

    /** One of several lines: what goes over one delays nothing on another. The witness sees what the public sees of our orders. */
    OrderGateway(Agenda agenda, Venue venue, long seed, long midnightNanos, List<DeskMessage> dropCopy, int line, Witness witness) {
        this.line = line == 0 ? "" : line + "-";
        this.witness = witness;
        this.agenda = agenda;
        this.venue = venue;
        this.midnightNanos = midnightNanos;
        this.dropCopy = dropCopy;
        jitter = new Draws(seed, STREAM, line);
    }

    /** The parent reaches the desk: a copy, and nothing for the venue. */
    void announce(ParentPlan plan) {
        dropCopy.add(request("D", plan, plan.id()).number(38, plan.quantity()).text(40, "1").number(847, 1000L + plan.style().ordinal())
                .text(848, plan.style().name()));
    }

    void send(ChildOrder child) {
        DeskMessage message = request("D", child.parent.plan, child.clOrdId).text(526, child.parent.plan.id());
        dropCopy.add(terms(message, child.quantity, child.price, child.immediate));
        travel(() -> accept(child));
    }

    void replace(ChildOrder child, long quantity, long price) {
        child.pendingId = child.parent.nextId();
        DeskMessage message = request("G", child.parent.plan, child.pendingId).text(41, child.clOrdId).text(526, child.parent.plan.id());
        dropCopy.add(terms(message, quantity, price, child.immediate));
        String id = child.pendingId;
        travel(() -> acceptReplace(child, id, quantity, price));
    }

    void cancel(ChildOrder child) {
        child.pendingId = child.parent.nextId();
        dropCopy.add(request("F", child.parent.plan, child.pendingId).text(41, child.clOrdId).text(526, child.parent.plan.id())
                .number(38, child.toldQuantity));
        String id = child.pendingId;
        travel(() -> acceptCancel(child, id));
    }

    void accept(ChildOrder child) {
        acknowledge(child);
        child.resting = venue.enter(child.parent.listing, child.parent.plan.side(), child.quantity, child.price, child.immediate,
                owner(child), null);
        if (child.immediate && !child.over) {
            child.over = true;
            report(child, '4', null, message -> { });
        }
        witness.saw(child, child.immediate ? Witness.Act.TOOK : Witness.Act.RESTED);
    }

    void acknowledge(ChildOrder child) {
        child.orderId = "X" + line + ++orders;
        report(child, '0', null, message -> { });
    }

    /** Takes a resting child out of the book. */
    void pull(ChildOrder child) {
        venue.delete(child.parent.listing, child.resting);
    }

    private void acceptReplace(ChildOrder child, String id, long quantity, long price) {
        if (child.over || quantity <= child.filled) {
            reject(child, id, "2");
            return;
        }
        String replaced = child.clOrdId;
        child.clOrdId = id;
        child.quantity = quantity;
        child.price = price;
        report(child, '5', replaced, message -> { });
        child.resting = venue.replace(child.parent.listing, child.resting, quantity - child.filled, price);
        witness.saw(child, Witness.Act.RESTED);
    }

    private void acceptCancel(ChildOrder child, String id) {
        if (child.over) {
            reject(child, id, "1");
            return;
        }
        pull(child);
        child.over = true;
        String cancelled = child.clOrdId;
        child.clOrdId = id;
        report(child, '4', cancelled, message -> { });
        witness.saw(child, Witness.Act.LEFT);
    }

    private OrderOwner owner(ChildOrder child) {
        return (shares, price, matchNumber, added) -> {
            fill(child, shares, price, added);
            if (added) {
                witness.saw(child, Witness.Act.WAS_FILLED);
            }
        };
    }

    void fill(ChildOrder child, long shares, long price, boolean added) {
        child.filled += shares;
        child.notional = Math.addExact(child.notional, Math.multiplyExact(price, shares));
        child.over = child.filled >= child.quantity;
        report(child, 'F', null, message -> message.price(31, price).number(32, shares).text(30, VENUE).number(851, added ? 1 : 2));
    }

    /** What the report adds to the fields that every report has. */
    private interface Details {
        void addTo(DeskMessage message);
    }

    private void report(ChildOrder child, char execType, String originalId, Details details) {
        ParentPlan plan = child.parent.plan;
        long sent = returnTime();
        DeskMessage message = new DeskMessage("8", midnightNanos + sent).text(37, child.orderId).text(11, child.clOrdId);
        if (originalId != null) {
            message.text(41, originalId);
        }
        message.text(526, plan.id()).text(17, "E" + line + ++executions).text(150, String.valueOf(execType))
                .text(39, String.valueOf(child.status())).text(1, plan.account()).text(55, plan.symbol()).text(54, side(plan));
        terms(message, child.quantity, child.price, child.immediate);
        details.addTo(message);
        message.number(14, child.filled).number(151, child.leaves()).text(6, average(child)).time(60, midnightNanos + agenda.now());
        long filled = child.filled;
        long price = child.price;
        long quantity = child.quantity;
        boolean over = child.over;
        String answered = child.clOrdId;
        agenda.at(sent, () -> {
            dropCopy.add(message);
            child.toldFilled = filled;
            child.toldPrice = price;
            child.toldQuantity = quantity;
            child.toldOver = over;
            if (answered.equals(child.pendingId)) {
                child.pendingId = null;
            }
            child.parent.told(child);
        });
    }

    /** Too late: the order is no more, or the new quantity is already filled. */
    private void reject(ChildOrder child, String id, String responseTo) {
        long sent = returnTime();
        DeskMessage message = new DeskMessage("9", midnightNanos + sent).text(37, child.orderId).text(11, id).text(41, child.clOrdId)
                .text(526, child.parent.plan.id()).text(39, String.valueOf(child.status())).text(434, responseTo).text(102, "0")
                .time(60, midnightNanos + agenda.now());
        agenda.at(sent, () -> {
            dropCopy.add(message);
            child.pendingId = null;
            child.parent.told(child);
        });
    }

    private DeskMessage request(String type, ParentPlan plan, String id) {
        long now = midnightNanos + agenda.now();
        return new DeskMessage(type, now).text(11, id).text(1, plan.account()).text(55, plan.symbol()).text(54, side(plan)).time(60, now);
    }

    private static DeskMessage terms(DeskMessage message, long quantity, long price, boolean immediate) {
        return message.number(38, quantity).text(40, "2").price(44, price).text(59, immediate ? "3" : "0");
    }

    private static String side(ParentPlan plan) {
        return plan.side() == Side.BUY ? "1" : "2";
    }

    private static String average(ChildOrder child) {
        if (child.filled == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(child.notional).divide(BigDecimal.valueOf(child.filled), RoundingMode.HALF_EVEN);
        return FixText.decimal(exact.longValueExact());
    }

    private void travel(Runnable arrival) {
        lastArrival = Math.max(lastArrival + 1, agenda.now() + TO_VENUE_NANOS + (long) jitter.between(-40_000, 60_000));
        agenda.at(lastArrival, arrival);
    }

    private long returnTime() {
        lastReturn = Math.max(lastReturn + 1, agenda.now() + TO_DESK_NANOS + (long) jitter.between(-20_000, 30_000));
        return lastReturn;
    }
}
