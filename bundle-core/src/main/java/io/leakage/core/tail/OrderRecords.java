package io.leakage.core.tail;

import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** {@link HistoryTable#ORDERS}: drop-copy messages as they were read. */
final class OrderRecords {
    private final Teller out;

    OrderRecords(Teller out) {
        this.out = out;
    }

    void write(LeakageEvent event) {
        OrderReport order = event.order();
        out.begin(HistoryTable.ORDERS, event.venueNanos, event.instrument);
        out.name(NameKind.SOURCE, event.source);
        out.number(event.sequence);
        out.time(event.receiveNanos);
        out.code(order.msgType);
        out.code(order.execType);
        out.code(order.ordStatus);
        out.name(NameKind.ORDER, order.parent);
        out.name(NameKind.ORDER, order.order);
        out.name(NameKind.ORDER, order.original);
        out.name(NameKind.TEXT, order.orderId);
        out.name(NameKind.EXECUTION, order.execution);
        out.name(NameKind.TEXT, order.account);
        out.name(NameKind.TEXT, order.venue);
        out.name(NameKind.TEXT, order.strategy);
        out.name(NameKind.TEXT, order.broker);
        out.name(NameKind.TEXT, order.counterparty);
        out.side(order.side);
        out.code(order.ordType);
        out.number(order.orderQty);
        out.units(order.price);
        out.units(order.lastPx);
        out.number(order.lastQty);
        out.number(order.cumQty);
        out.number(order.leavesQty);
        out.units(order.avgPx);
        out.units(order.fees);
        out.flag(order.possible);
        out.flag(order.history);
        out.number(order.rawPosition);
        out.end();
    }
}
