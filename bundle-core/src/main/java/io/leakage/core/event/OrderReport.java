package io.leakage.core.event;

import io.leakage.api.event.Side;

/**
 * A drop-copy message in the slot: {@code OrderMessage} with names as numbers. Numbers of {@code NameKind}: order, original, parent are
 * ORDER; execution, executionRef, match are EXECUTION; orderId, account, venue, strategy, broker, counterparty, client, senderSub, custom
 * are TEXT;
 * {@code Absent.NAME} where the message does not say. Prices in 1e-8, {@code Absent.LONG} where the message does not say. The event time stands in the slot.
 */
public final class OrderReport {
    /** MsgType (35). */
    public char msgType;
    /** PossDupFlag (43) or PossResend (97). */
    public boolean possible;
    /**
     * Whether it tells what was, late: sent again, sent before the logon, or read from disk after a stop. It counts as any other, and no rule
     * may act on it.
     */
    public boolean history;
    /** Whether the slot's event time is TransactTime (60), not a stand-in. */
    public boolean timed;
    /** For so many nanoseconds from the slot's event time on it may have been; 0 when exact. */
    public long truncation;
    /** Place of the raw message in the drop-copy journal. */
    public long rawPosition;
    /** ClOrdID (11). */
    public int order;
    /** OrigClOrdID (41). */
    public int original;
    /** The parent's ClOrdID. */
    public int parent;
    /** Unique key of the execution. */
    public int execution;
    /** ExecRefID (19). */
    public int executionRef;
    /** OrderID (37). */
    public int orderId;
    /** Account (1). */
    public int account;
    /** LastMkt (30) or ExDestination (100). */
    public int venue;
    /** TargetStrategy (847). */
    public int strategy;
    /** The executing broker. */
    public int broker;
    /** The contra firm. */
    public int counterparty;
    /** The client, as far as a desk has claimed it ({@code OrderKey.CLIENT}). */
    public int client;
    /** SenderSubID (50), as far as a desk has claimed it. */
    public int senderSub;
    /** A tag with its value, as far as a desk has claimed it. */
    public int custom;
    /** When the order ends by its drop copy's calendar, {@code Long.MAX_VALUE} when it outlives its day, {@code Absent.LONG} unsaid. */
    public long dayEndNanos;
    /** Side (54), null when absent. */
    public Side side;
    /** OrdStatus (39). */
    public char ordStatus;
    /** ExecType (150). */
    public char execType;
    /** ExecTransType (20). */
    public char execTransType;
    /** OrdType (40). */
    public char ordType;
    /** CxlRejResponseTo (434), 0 when absent. */
    public char refusedRequest;
    /** MultiLegReportingType (442), 0 when absent. */
    public char multiLeg;
    /** ExecRestatementReason (378), −1 when absent. */
    public int restatement;
    /** TrdType (828), −1 when absent. */
    public int trdType;
    /** TrdSubType (829), −1 when absent. */
    public int trdSubType;
    /** Currency (15) as {@code OrderMessage} packs it, 0 when absent. */
    public int currency;
    /** TrdMatchID (880). */
    public int match;
    /** LastLiquidityInd (851). */
    public int lastLiquidityInd;
    /** OrderQty (38). */
    public long orderQty;
    /** Price (44). */
    public long price;
    /** LastPx (31). */
    public long lastPx;
    /** LastQty (32). */
    public long lastQty;
    /** CumQty (14). */
    public long cumQty;
    /** LeavesQty (151). */
    public long leavesQty;
    /** AvgPx (6). */
    public long avgPx;
    /** Price when it was decided to trade. */
    public long decisionPrice;
    /** Commission and fees of this execution as money, in units of 1e-8. */
    public long fees;
}
