package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import io.leakage.core.event.QuoteReport;
import java.nio.charset.StandardCharsets;

/** Writes a drop copy's messages into slots: names to numbers, then the numbers beside them. One thread at a time. */
final class OrderWriter {
    /** A message takes no more slots than this: its own, and one for each name that is new. */
    static final int MOST_SLOTS = 8 + OrderMessage.MOST_ASKED;

    /** So far two clocks of the other side may be apart. */
    private static final long AHEAD_NANOS = 60_000_000_000L;

    private final Names names;
    private final Slots slots;
    private final Marks marks;
    private final int source;
    private final int[] asked = new int[OrderMessage.MOST_ASKED];

    /** @param marks what desks claim that stands in a message's bytes only */
    OrderWriter(Names names, Slots slots, String source, Marks marks) {
        this.marks = marks;
        this.names = names;
        this.slots = slots;
        this.source = names.number(NameKind.SOURCE, source, slots);
    }

    /** {@return the source's number} */
    int source() {
        return source;
    }

    Slots slots() {
        return slots;
    }

    /** @param position where its raw bytes are */
    void order(OrderMessage message, long position) {
        if (message.isOfQuotes()) {
            quoting(message, position);
        } else {
            ofOrder(message, position);
        }
    }

    private void ofOrder(OrderMessage message, long position) {
        // a new name takes a slot of its own, so all names come before this event's slot is claimed
        int order = name(NameKind.ORDER, message, message.clOrdId);
        int original = name(NameKind.ORDER, message, message.origClOrdId);
        int parent = name(NameKind.ORDER, message, message.parentId);
        int execution = name(NameKind.EXECUTION, message, message.execId);
        int executionRef = name(NameKind.EXECUTION, message, message.execRefId);
        int match = name(NameKind.EXECUTION, message, message.matchId);
        int orderId = name(NameKind.TEXT, message, message.orderId);
        int account = name(NameKind.TEXT, message, message.account);
        int venue = name(NameKind.TEXT, message, message.venue);
        int strategy = name(NameKind.TEXT, message, message.strategy);
        int broker = name(NameKind.TEXT, message, message.broker);
        int counterparty = name(NameKind.TEXT, message, message.counterparty);
        int instrument = name(NameKind.INSTRUMENT, message, message.symbol);

        LeakageEvent event = slots.claim();
        head(event, EventKind.ORDER, message.msgSeqNum);
        OrderReport report = report(event, message, instrument, position);
        report.order = order;
        report.original = original;
        report.parent = parent;
        report.execution = execution;
        report.executionRef = executionRef;
        report.match = match;
        report.orderId = orderId;
        report.account = account;
        report.venue = venue;
        report.strategy = strategy;
        report.broker = broker;
        report.counterparty = counterparty;
        report.client = marks.find(OrderKey.CLIENT, message);
        report.senderSub = marks.find(OrderKey.SENDER_SUB, message);
        report.custom = marks.find(OrderKey.CUSTOM, message);
        numbers(message, report);
        slots.publish();
    }

    private void quoting(OrderMessage message, long position) {
        int order = name(NameKind.ORDER, message, message.clOrdId);
        int parent = name(NameKind.ORDER, message, message.parentId);
        int request = name(NameKind.ORDER, message, message.quoteReqId);
        int quoted = name(NameKind.ORDER, message, message.quoteId);
        int account = name(NameKind.TEXT, message, message.account);
        int instrument = name(NameKind.INSTRUMENT, message, message.symbol);
        for (int i = 0; i < message.askedCount; i++) {
            asked[i] = name(NameKind.TEXT, message, message.asked[i]);
        }

        LeakageEvent event = slots.claim();
        head(event, EventKind.QUOTING, message.msgSeqNum);
        OrderReport report = report(event, message, instrument, position);
        report.msgType = message.msgType;
        came(message, report);
        report.order = order;
        report.parent = parent;
        report.account = account;
        report.side = message.side;
        report.orderQty = message.orderQty;
        QuoteReport quote = event.quote();
        quote.request = request;
        quote.quote = quoted;
        quote.response = message.quoteRespType;
        quote.bid = message.bidPx;
        quote.offer = message.offerPx;
        quote.validUntilNanos = message.validUntilNanos;
        quote.forget();
        for (int i = 0; i < message.askedCount; i++) {
            quote.name(asked[i]);
        }
        slots.publish();
    }

    private static OrderReport report(LeakageEvent event, OrderMessage message, int instrument, long position) {
        event.instrument = instrument;
        boolean timed = isTimed(message);
        event.venueNanos = timed ? message.transactNanos : message.sendingNanos;
        OrderReport report = event.order();
        report.timed = timed;
        report.truncation = timed ? message.transactTruncation : 0;
        report.rawPosition = position;
        return report;
    }

    private static void came(OrderMessage message, OrderReport report) {
        report.possible = message.possDup || message.possResend;
        report.history = report.possible || message.history;
    }

    /**
     * @param reason   why it could not be read; its first {@link LeakageEvent#MAX_TEXT} bytes stay in the event
     * @param position where its raw bytes are
     */
    void quarantined(String reason, long position) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        LeakageEvent event = slots.claim();
        head(event, EventKind.QUARANTINED, Absent.LONG);
        event.order().rawPosition = position;
        event.textLength = Math.min(text.length, LeakageEvent.MAX_TEXT);
        System.arraycopy(text, 0, event.text(), 0, event.textLength);
        slots.publish();
    }

    private void head(LeakageEvent event, EventKind kind, long sequence) {
        event.kind(kind);
        event.source = source;
        event.instrument = Absent.NAME;
        event.sequence = sequence;
        event.venueNanos = Absent.LONG;
        event.receiveNanos = Absent.LONG;
    }

    /** Nothing is told before it happened: a TransactTime well after the SendingTime is wrong, and the SendingTime stands in. */
    private static boolean isTimed(OrderMessage message) {
        return message.transactNanos != Absent.LONG
                && (message.sendingNanos == Absent.LONG || message.transactNanos - message.sendingNanos <= AHEAD_NANOS);
    }

    private static void numbers(OrderMessage message, OrderReport report) {
        report.msgType = message.msgType;
        came(message, report);
        report.side = message.side;
        report.ordStatus = message.ordStatus;
        report.execType = message.execType;
        report.execTransType = message.execTransType;
        report.ordType = message.ordType;
        report.refusedRequest = message.refusedRequest;
        report.multiLeg = message.multiLeg;
        report.restatement = message.restatement;
        report.trdType = message.trdType;
        report.trdSubType = message.trdSubType;
        report.currency = message.currency;
        report.lastLiquidityInd = message.lastLiquidityInd;
        report.orderQty = message.orderQty;
        report.price = message.price;
        report.lastPx = message.lastPx;
        report.lastQty = message.lastQty;
        report.cumQty = message.cumQty;
        report.leavesQty = message.leavesQty;
        report.avgPx = message.avgPx;
        report.decisionPrice = message.decisionPrice;
        report.fees = message.fees;
        report.dayEndNanos = message.dayEndNanos;
    }

    private int name(NameKind kind, OrderMessage message, long slice) {
        return slice == OrderMessage.NO_TEXT || OrderMessage.length(slice) == 0 ? Absent.NAME
                : names.number(kind, message.raw, OrderMessage.offset(slice), OrderMessage.length(slice), slots);
    }
}
