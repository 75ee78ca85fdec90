package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;

/**
 * A trade capture report (35=AE) as the execution report of its trade: a new one (487=0) fills, a cancel (1) busts, a replacement (2)
 * corrects. ClOrdID, side and account are its first side's. Its key is ExecID (17), else TradeReportID (571).
 */
final class TradeCapture {
    private final Watched watched;
    private final int transaction;
    private final int report;
    private final int reference;
    private boolean one;

    /** Watches for what such a report says. */
    TradeCapture(Watched watched) {
        this.watched = watched;
        transaction = watched.add(487);
        report = watched.add(571);
        reference = watched.add(572);
    }

    /** Says what the message at hand is. */
    void type(boolean isOne) {
        one = isOne;
    }

    /** {@return whether the message at hand is one} */
    boolean isOne() {
        return one;
    }

    /** Makes an execution report of it. */
    void settle(OrderMessage message) {
        if (!one) {
            return;
        }
        long kind = watched.slice(transaction);
        char code = kind == OrderMessage.NO_TEXT ? '0' : (char) message.raw[OrderMessage.offset(kind)];
        long own = message.execId == OrderMessage.NO_TEXT ? watched.slice(report) : message.execId;
        message.execType = code == '1' ? 'H' : code == '2' ? 'G' : 'F';
        message.execTransType = 0;
        if (message.execType != 'F' && message.execRefId == OrderMessage.NO_TEXT) {
            // the trade's own ExecID comes again; the report's own number is another
            message.execRefId = message.execId == OrderMessage.NO_TEXT ? watched.slice(reference) : message.execId;
            own = watched.slice(report);
        }
        message.execId = own;
    }
}
