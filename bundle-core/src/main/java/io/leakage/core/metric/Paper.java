package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Grade;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.Rows;
import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.ParentOrder;
import java.util.List;

/** Writes down what is known of a parent, its children and its fills, measures apart. */
final class Paper {
    private final ParentOrder parent;

    Paper(ParentOrder parent) {
        this.parent = parent;
    }

    /** Writes what is known of the order itself. */
    void write(ParentRow row, long arrivalMidTwice) {
        row.number(parent.number());
        row.order(parent.name());
        row.desk(parent.desk());
        row.instrument(parent.instrument());
        row.side(parent.side() == null ? Side.BUY : parent.side());
        row.quantity(parent.quantity());
        row.executed(parent.ledger().executed());
        row.averagePrice(parent.ledger().averagePrice());
        row.leaves(parent.leaves());
        row.toldExecuted(parent.toldExecuted());
        row.toldLeaves(parent.toldLeaves());
        row.toldAverage(parent.toldAverage());
        row.strategy(parent.strategy());
        row.broker(parent.broker());
        row.state(parent.state());
        row.children(parent.children());
        row.fills(parent.executions());
        row.arrivalNanos(parent.arrivalNanos());
        row.arrivalSource(parent.arrivalSource());
        row.arrivalMid(arrivalMidTwice == Absent.LONG ? Double.NaN : arrivalMidTwice / 2e8);
        row.firstFillNanos(parent.ledger().firstNanos());
        row.lastFillNanos(parent.ledger().lastNanos());
        row.endNanos(parent.endNanos());
        row.flags(parent.flags());
        row.grade(Grade.CANNOT_SAY);
    }

    /** Writes the rows of children and fills that changed. */
    void writeChanges(Rows rows, Fills fills) {
        writeChildren(rows);
        writeFills(rows, fills);
        parent.forgetChanges();
        fills.forgetAnswers();
    }

    private void writeChildren(Rows rows) {
        List<Order> changed = parent.changedChildren();
        for (int i = 0; i < changed.size(); i++) {
            Order order = changed.get(i);
            ChildRow row = rows.addChild();
            row.parent(parent.number());
            row.number(order.number());
            row.order(order.name());
            row.orderId(order.orderId());
            row.side(sideOf(order));
            row.quantity(order.quantity());
            row.price(order.price());
            row.executed(order.executed());
            row.leaves(order.leaves());
            row.averagePrice(order.averagePrice());
            row.toldExecuted(order.toldExecuted());
            row.toldLeaves(order.toldLeaves());
            row.toldAverage(order.toldAverage());
            row.names(order.names());
            row.restatement(order.restatement());
            row.state(order.state());
            row.sentNanos(order.sentNanos());
            row.venue(order.venue());
            row.strategy(order.strategy());
            row.broker(order.broker());
            row.flags(order.flags());
        }
    }

    private Side sideOf(Order order) {
        Side told = order.side() == null ? parent.side() : order.side();
        return told == null ? Side.BUY : told;
    }

    /** Fills that changed, or whose market did. */
    private void writeFills(Rows rows, Fills fills) {
        List<Execution> changed = parent.changedExecutions();
        for (int i = 0; i < changed.size(); i++) {
            writeFill(changed.get(i), rows.addFill(), fills);
        }
        List<Execution> answered = fills.answered();
        for (int i = 0; i < answered.size(); i++) {
            writeFill(answered.get(i), rows.addFill(), fills);
        }
    }

    private void writeFill(Execution execution, FillRow row, Fills fills) {
        row.parent(parent.number());
        row.number(execution.number());
        row.child(execution.order().number());
        row.execution(execution.name());
        row.nanos(execution.nanos());
        row.price(execution.price());
        row.quantity(execution.quantity());
        row.liquidity(execution.liquidity());
        row.venue(execution.venue());
        row.broker(execution.broker());
        row.counterparty(execution.counterparty());
        row.flags(execution.flags());
        fills.at(execution.number()).write(row);
    }
}
