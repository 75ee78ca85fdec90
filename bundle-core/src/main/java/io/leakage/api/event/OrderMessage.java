package io.leakage.api.event;

/**
 * One FIX message of the drop copy, as the order inlet takes it: numbers read, texts as slices of the raw bytes, names as in FIX.
 * A carrier reused from message to message by one thread; call {@link #clear} first.
 *
 * <p>Prices are units of 1e-8, quantities whole units, times nanoseconds since the epoch UTC; {@link Absent#LONG} where the
 * message does not say. A slice packs offset and length, see {@link #slice}; {@link #NO_TEXT} where the message does not say.
 */
public final class OrderMessage {
    /** The slice of a text that is not there. */
    public static final long NO_TEXT = -1;

    /** The message as received, SOH-separated; what follows it up to the array's end is free for texts put together. */
    public byte[] raw;
    /** First byte of the message in {@link #raw}. */
    public int rawOffset;
    /** Bytes of the message. */
    public int rawLength;

    /** So many counterparties one message may name as asked for a quote. */
    public static final int MOST_ASKED = 24;

    /**
     * MsgType (35): D, F, G, 8 or 9; a trade capture report (AE) is an 8. Of a request for quotes R, S or Z; a quote response (AJ) is
     * a J.
     */
    public char msgType;
    /** MsgSeqNum (34). */
    public long msgSeqNum;
    /**
     * When the order ends by its drop copy's calendar, nanoseconds since the epoch: the end of its day as TimeInForce (59) says it,
     * {@code Long.MAX_VALUE} when it outlives its day. {@link Absent#LONG} where the message or the calendar does not say.
     */
    public long dayEndNanos;
    /** PossDupFlag (43). */
    public boolean possDup;
    /** PossResend (97). */
    public boolean possResend;
    /**
     * Whether it tells what was, late: sent before the logon, or read from disk after a stop. What was sent again is history as well and
     * need not say so here.
     */
    public boolean history;
    /** SendingTime (52), of a message sent again OrigSendingTime (122). */
    public long sendingNanos;
    /** TransactTime (60). */
    public long transactNanos;
    /** For how long after {@link #transactNanos} it may have been, as its digits end there: a millisecond stamp 1,000,000, 0 when exact. */
    public long transactTruncation;

    /** ClOrdID (11). */
    public long clOrdId;
    /** OrigClOrdID (41). */
    public long origClOrdId;
    /** OrderID (37). */
    public long orderId;
    /** The parent's ClOrdID, as the source's profile finds it. */
    public long parentId;
    /** What makes an execution unique: ExecID (17), or what the source's profile puts together. */
    public long execId;
    /** ExecRefID (19). */
    public long execRefId;
    /** Symbol (55). */
    public long symbol;
    /** Account (1). */
    public long account;
    /** LastMkt (30), else ExDestination (100). */
    public long venue;
    /** ExecBroker (76), or the PartyID (448) whose PartyRole (452) is the executing firm (1). */
    public long broker;
    /** ContraBroker (375), or the PartyID (448) whose PartyRole (452) is the contra firm (17); of several the first. */
    public long counterparty;
    /** TargetStrategy (847) or what the source uses. */
    public long strategy;

    /** Side (54) folded to buy or sell; null when absent or unknown. */
    public Side side;
    /** OrdStatus (39), 0 when absent. */
    public char ordStatus;
    /** ExecType (150), 0 when absent. */
    public char execType;
    /** ExecTransType (20), 0 when absent. */
    public char execTransType;
    /** OrdType (40), 0 when absent. */
    public char ordType;
    /** CxlRejResponseTo (434): 1 a cancel, 2 a replace was refused; 0 when absent. */
    public char refusedRequest;
    /** MultiLegReportingType (442): 1 single security, 2 a leg, 3 the whole of several legs; 0 when absent. */
    public char multiLeg;
    /** ExecRestatementReason (378), −1 when absent. */
    public int restatement;
    /** TrdType (828), −1 when absent. */
    public int trdType;
    /** TrdSubType (829), −1 when absent. */
    public int trdSubType;
    /** Currency (15) as three ASCII characters, the first the highest: {@code 'G' << 16 | 'B' << 8 | 'X'}; 0 when absent. */
    public int currency;
    /** TrdMatchID (880). */
    public long matchId;
    /** LastLiquidityInd (851): 1 added, 2 removed, 3 routed out, 0 when absent. */
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
    /** Price when it was decided to trade, from the tag the source uses. */
    public long decisionPrice;
    /** Commission (12, 13) and MiscFeeAmt (137) of this execution, as money in units of 1e-8 of the currency. */
    public long fees;

    /** R, S, J, Z: QuoteReqID (131). */
    public long quoteReqId;
    /** S, J, Z: QuoteID (117). */
    public long quoteId;
    /** J: QuoteRespType (694), 1 when a quote was hit; 0 when absent. */
    public int quoteRespType;
    /** S, J: BidPx (132). */
    public long bidPx;
    /** S, J: OfferPx (133). */
    public long offerPx;
    /** ValidUntilTime (62), else ExpireTime (126), nanoseconds since the epoch. */
    public long validUntilNanos;
    /** R: who was asked. S, J, Z: whose quote it is. The first {@link #askedCount} are slices. */
    public final long[] asked = new long[MOST_ASKED];
    /** How many counterparties of a request for quotes it names. */
    public int askedCount;

    /** Makes every field absent; the raw bytes are left for the caller to set. */
    public void clear() {
        msgType = 0;
        msgSeqNum = 0;
        possDup = false;
        possResend = false;
        history = false;
        sendingNanos = Absent.LONG;
        transactNanos = Absent.LONG;
        transactTruncation = 0;
        dayEndNanos = Absent.LONG;
        clOrdId = NO_TEXT;
        origClOrdId = NO_TEXT;
        orderId = NO_TEXT;
        parentId = NO_TEXT;
        execId = NO_TEXT;
        execRefId = NO_TEXT;
        symbol = NO_TEXT;
        account = NO_TEXT;
        venue = NO_TEXT;
        strategy = NO_TEXT;
        side = null;
        ordStatus = 0;
        execType = 0;
        execTransType = 0;
        ordType = 0;
        refusedRequest = 0;
        multiLeg = 0;
        restatement = Absent.NAME;
        trdType = Absent.NAME;
        trdSubType = Absent.NAME;
        currency = 0;
        matchId = NO_TEXT;
        lastLiquidityInd = 0;
        orderQty = Absent.LONG;
        price = Absent.LONG;
        lastPx = Absent.LONG;
        lastQty = Absent.LONG;
        cumQty = Absent.LONG;
        leavesQty = Absent.LONG;
        avgPx = Absent.LONG;
        decisionPrice = Absent.LONG;
        fees = Absent.LONG;
        broker = NO_TEXT;
        counterparty = NO_TEXT;
        quoteReqId = NO_TEXT;
        quoteId = NO_TEXT;
        quoteRespType = 0;
        bidPx = Absent.LONG;
        offerPx = Absent.LONG;
        validUntilNanos = Absent.LONG;
        askedCount = 0;
    }

    /** {@return whether it is of a request for quotes} */
    public boolean isOfQuotes() {
        return msgType == 'R' || msgType == 'S' || msgType == 'J' || msgType == 'Z';
    }

    /**
     * Packs a text's place in {@link #raw}.
     *
     * @param offset first byte, from the array's start
     * @param length number of bytes
     * @return the slice
     */
    public static long slice(int offset, int length) {
        return (long) offset << 32 | length;
    }

    /** {@return the first byte of a slice} */
    public static int offset(long slice) {
        return (int) (slice >>> 32);
    }

    /** {@return the number of bytes of a slice} */
    public static int length(long slice) {
        return (int) slice;
    }
}
