package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** A report that takes an execution back or tells it anew: trade cancel (150=H, 20=1) or trade correct (150=G, 20=2). */
final class Correction {
    /** The order it was told of. */
    Order order;
    /** The bit of the drop copy that told of it. */
    final long copy;
    final boolean busts;
    final int name;
    final int reference;
    final long nanos;
    final long patienceNanos;
    private final boolean possible;
    private final boolean timed;
    private final long price;
    private final long quantity;
    private final long fees;
    private final int liquidity;
    private final int venue;

    Correction(Order order, LeakageEvent event, long lastPrice, long patienceNanos) {
        OrderReport report = event.order();
        this.order = order;
        this.copy = Copies.bit(event.source);
        this.patienceNanos = patienceNanos;
        busts = busts(report);
        name = report.execution;
        reference = report.executionRef == Absent.NAME ? report.execution : report.executionRef;
        nanos = event.venueNanos;
        possible = report.possible;
        timed = report.timed;
        price = lastPrice;
        quantity = report.lastQty;
        fees = report.fees;
        liquidity = report.lastLiquidityInd;
        venue = report.venue;
    }

    static boolean busts(OrderReport report) {
        return report.execType == 'H' || report.execTransType == '1';
    }

    static boolean corrects(OrderReport report) {
        return report.execType == 'G' || report.execTransType == '2';
    }

    /** {@return whether it says what is right instead} */
    boolean saysSomething() {
        return busts || price != Absent.LONG || quantity != Absent.LONG;
    }

    /** {@return whether it may mean an execution that has the key it refers to} */
    boolean isOf(Execution execution) {
        return execution.order == order || (execution.copies & copy) != 0;
    }

    boolean isSame(Correction other) {
        return order == other.order && busts == other.busts && name == other.name && reference == other.reference && price == other.price
                && quantity == other.quantity && nanos == other.nanos;
    }

    /**
     * Applies it.
     *
     * @param known whether its own key already stands for that execution: then it may be a repetition
     * @return false when it changed nothing
     */
    boolean applyTo(Execution execution, boolean known) {
        boolean changed = busts ? bust(execution) : correct(execution, known);
        if (changed) {
            execution.order.recount();
            execution.parent.recount(execution);
            execution.parent.amended = true;
        }
        return changed;
    }

    private static boolean bust(Execution execution) {
        if (execution.busted) {
            return false;
        }
        execution.busted = true;
        execution.flags |= Flag.CORRECTED.bit();
        return true;
    }

    /** A correction tells a better price, not a later trade: the execution keeps its time. */
    private boolean correct(Execution execution, boolean known) {
        long newPrice = price == Absent.LONG ? execution.price : price;
        long newQuantity = quantity == Absent.LONG ? execution.quantity : quantity;
        boolean older = timed && execution.correctedNanos != Absent.LONG && nanos < execution.correctedNanos;
        boolean same = newPrice == execution.price && newQuantity == execution.quantity && Flag.CORRECTED.in(execution.flags);
        if (older || same || known && possible) {
            return false;
        }
        execution.price = newPrice;
        execution.quantity = newQuantity;
        execution.fees = fees == Absent.LONG ? execution.fees : fees;
        execution.liquidity = liquidity == 0 ? execution.liquidity : liquidity;
        execution.venue = venue == Absent.NAME ? execution.venue : venue;
        execution.correctedNanos = timed ? nanos : execution.correctedNanos;
        execution.flags = execution.flags & ~Flag.FILL_THROUGH_LIMIT.bit() | Flag.CORRECTED.bit();
        execution.flags |= execution.order.isThroughLimit(newPrice) ? Flag.FILL_THROUGH_LIMIT.bit() : 0;
        return true;
    }
}
