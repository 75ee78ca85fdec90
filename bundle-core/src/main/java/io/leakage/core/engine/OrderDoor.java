package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** A drop copy's messages: raw bytes made durable first, then names to numbers, then into a slot. */
final class OrderDoor implements OrderInlet {
    /** So far two clocks of the other side may be apart. */
    private static final long AHEAD_NANOS = 60_000_000_000L;

    private final Names names;
    private final Slots slots;
    private final RawLog rawLog;
    private final int source;

    OrderDoor(Names names, Slots slots, RawLog rawLog, String source) {
        this.names = names;
        this.slots = slots;
        this.rawLog = rawLog;
        this.source = names.number(NameKind.SOURCE, source, slots);
    }

    @Override
    public synchronized void accept(OrderMessage message) {
        long position = rawLog.append(message.raw, message.rawOffset, message.rawLength);
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
        int instrument = name(NameKind.INSTRUMENT, message, message.symbol);

        LeakageEvent event = slots.claim();
        head(event, EventKind.ORDER, message.msgSeqNum);
        event.instrument = instrument;
        boolean timed = isTimed(message);
        event.venueNanos = timed ? message.transactNanos : message.sendingNanos;
        OrderReport report = event.order;
        report.timed = timed;
        report.truncation = timed ? message.transactTruncation : 0;
        report.rawPosition = position;
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
        numbers(message, report);
        slots.publish();
    }

    @Override
    public synchronized void quarantine(byte[] raw, int offset, int length, String reason) {
        rawLog.append(raw, offset, length);
        head(slots.claim(), EventKind.QUARANTINED, Absent.LONG);
        slots.publish();
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        say(EventKind.COPY_GAP, fromSequence, Absent.LONG, toSequence, false);
    }

    @Override
    public void filled() {
        say(EventKind.COPY_FILLED, Absent.LONG, Absent.LONG, 0, false);
    }

    @Override
    public void epoch(long newSequence, long nanos) {
        say(EventKind.COPY_EPOCH, newSequence, nanos, 0, false);
    }

    @Override
    public void hole(long fromNanos, long toNanos) {
        say(EventKind.COPY_HOLE, Absent.LONG, fromNanos, toNanos, false);
    }

    @Override
    public void stale(boolean stale) {
        say(EventKind.COPY_STALE, Absent.LONG, Absent.LONG, 0, stale);
    }

    @Override
    public void partialHistory(long untilNanos) {
        say(EventKind.COPY_PARTIAL, Absent.LONG, untilNanos, 0, false);
    }

    /** What the source says of itself. */
    private synchronized void say(EventKind kind, long sequence, long nanos, long quantity, boolean on) {
        LeakageEvent event = slots.claim();
        head(event, kind, sequence);
        event.venueNanos = nanos;
        event.quantity = quantity;
        event.on = on;
        slots.publish();
    }

    private void head(LeakageEvent event, EventKind kind, long sequence) {
        event.kind = kind;
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
        report.possible = message.possDup || message.possResend;
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
    }

    private int name(NameKind kind, OrderMessage message, long slice) {
        return slice == OrderMessage.NO_TEXT || OrderMessage.length(slice) == 0 ? Absent.NAME
                : names.number(kind, message.raw, OrderMessage.offset(slice), OrderMessage.length(slice), slots);
    }
}
