package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.host.ParentLookup;
import io.leakage.dropcopy.profile.ParentRule;
import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads one raw FIX message, whatever its version, into an {@link OrderMessage}: one pass over the bytes, nothing allocated for a message
 * that reads well (but see {@link ParentKey}). Knows no dictionary, so tags nobody has heard of do no harm; where a tag stands twice
 * (repeating groups) the first counts; a tag without a value is taken as absent. One thread.
 *
 * <p>What a source means by its fields is its profile's: keys, parents, strategy, time, and whether 35=n wraps the message itself. A trade
 * capture report (35=AE) is read as the execution report of its trade.
 *
 * <p>A timestamp that cannot be read is absent, not an error: the fill beside it is true all the same, and the engine flags the time. All
 * else that cannot be read makes the message unreadable, with tag, value, place and what was expected.
 */
public final class FixScan {
    /** What ends a field. */
    public static final byte SOH = 1;
    /** The parent's ClOrdID where a source's configuration names no tag: SecondaryClOrdID. */
    public static final int DEFAULT_PARENT_TAG = 526;
    private static final int TARGET_STRATEGY = 847;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** What a message turned out to be. */
    public enum Outcome {
        /** An order message (35=D, F, G, 8, 9, AE) or one of a request for quotes (R, S, AJ, Z), read. */
        ORDER,
        /** Another FIX message; nothing of it was kept. */
        IGNORED,
        /** Bytes that are no FIX, or an order message with a field that cannot be. */
        UNREADABLE
    }

    private final FixUses uses;
    private final int encapsulated;
    private final boolean verify;
    private final FixTime time = new FixTime();
    private final Watched watched = new Watched();
    private final Composer composer = new Composer();
    private final ExecutionKey executionKey;
    private final ParentKey parentKey;
    private final HostParents host;
    private final OwnIds ownIds;
    private final List<Integer> strategyTags;
    private final int[] strategies;
    private final MessageCounts counts = new MessageCounts();
    private final InnerSequences inner = new InnerSequences();
    private final TradeCapture capture;
    private final ExecutionDetails details;
    private final QuoteDetails quotes;
    private final TradingDay day;
    private String problem;
    private boolean read;
    private long origNanos;
    private long orig;
    private int wrappedAt;
    private int wrappedEnd;
    private long wrapped;

    /**
     * A scan of FIX as the standard has it, with one tag for the parent.
     *
     * @param parentTag the tag that carries the parent's ClOrdID, ≥ 1 ({@link #DEFAULT_PARENT_TAG})
     * @param verify    whether BodyLength (9) and CheckSum (10) must be right; sessions have checked them already, logs may be
     *                  edited
     * @throws IllegalArgumentException when the tag is not positive
     */
    public FixScan(int parentTag, boolean verify) {
        this(Profiles.of("generic-44").parents(List.of(ParentRule.ofTag(positive(parentTag)))), verify, () -> null);
    }

    /**
     * A scan for a source of this profile.
     *
     * @param profile what its fields mean
     * @param verify  whether BodyLength (9) and CheckSum (10) must be right
     * @param lookup  gives the host's way to find parents, null while there is none
     */
    public FixScan(Profile profile, boolean verify, Supplier<ParentLookup> lookup) {
        this.encapsulated = profile.encapsulated();
        this.verify = verify;
        this.host = new HostParents(lookup);
        this.executionKey = new ExecutionKey(profile, watched);
        this.parentKey = new ParentKey(profile.parentRules(), watched, host);
        this.ownIds = new OwnIds(profile.idsOf());
        this.strategyTags = profile.strategyTags();
        this.strategies = profile.strategyTags().stream().mapToInt(watched::add).toArray();
        this.capture = new TradeCapture(watched);
        this.details = new ExecutionDetails(watched, profile.decisionTag());
        this.quotes = new QuoteDetails(watched, time);
        this.day = new TradingDay(watched, profile.dayEnd());
        this.uses = new FixUses(profile.timeTag(), encapsulated, watched);
        uses.settle();
    }

    private static int positive(int parentTag) {
        if (parentTag < 1) {
            throw new IllegalArgumentException("parent tag: at least 1, got " + parentTag);
        }
        return parentTag;
    }

    /** {@return how many messages of each type came, wrapped ones by their own; any thread} */
    public Map<String, Long> byType() {
        return counts.byType();
    }

    /** {@return messages that called themselves copies (797=Y); any thread} */
    public long copies() {
        return counts.copies();
    }

    /** {@return gaps in the numbers of wrapped messages; any thread} */
    public long innerGaps() {
        return inner.gaps();
    }

    /** {@return numbers of wrapped messages that have not come yet; any thread} */
    public long innerMissing() {
        return inner.missing();
    }

    InnerSequences inner() {
        return inner;
    }

    /** {@return who asks the host, for its counts} */
    HostParents host() {
        return host;
    }

    /** {@return why the last message was {@link Outcome#UNREADABLE}, with tag, value, byte, what was expected; else null} */
    public String problem() {
        return problem;
    }

    /** {@return why the last message, an {@link Outcome#ORDER}, is a fill that cannot be booked for want of a key; null when it is none} */
    String keyless() {
        return executionKey.problem();
    }

    /**
     * Reads one message.
     *
     * @param raw    holds it, SOH-separated; the last SOH may be missing
     * @param offset its first byte
     * @param length its bytes
     * @param into   filled with what it says; slices point into {@code raw}
     * @return what it was; unless it is an {@link Outcome#ORDER}, {@code into} holds nothing of use
     */
    public Outcome scan(byte[] raw, int offset, int length, OrderMessage into) {
        into.clear();
        into.raw = raw;
        into.rawOffset = offset;
        into.rawLength = length;
        problem = null;
        try {
            Outcome outcome = fields(raw, offset, offset + length, into);
            if (outcome == Outcome.ORDER && verify) {
                FixTrailer.verify(raw, offset, offset + length);
            }
            return outcome;
        } catch (Unreadable e) {
            problem = e.getMessage();
            return Outcome.UNREADABLE;
        }
    }

    private Outcome fields(byte[] raw, int start, int end, OrderMessage into) throws Unreadable {
        wrappedAt = 0;
        pass(raw, start, start, end, into);
        if (wrappedAt > 0) {
            unwrap(raw, start, into);
        } else if (into.msgType == 'n' && read) {
            throw Unreadable.missing(encapsulated, "the message that 35=n wraps");
        }
        if (into.msgType == 0) {
            throw Unreadable.missing(35, "a message type");
        }
        if (!read) {
            return Outcome.IGNORED;
        }
        settle(raw, start, into);
        return Outcome.ORDER;
    }

    /** Reads the fields of one layer; what is no order's is read for its number only. */
    private void pass(byte[] raw, int start, int from, int end, OrderMessage into) throws Unreadable {
        FixBytes.begin(raw, from, end);
        watched.clear();
        read = true;
        origNanos = Absent.LONG;
        wrapped = FNV_BASIS;
        long seen = 0;
        int dataTag = 0;
        int dataLength = 0;
        for (int at = from; at < end;) {
            long eight = at <= raw.length - Long.BYTES ? FixBytes.eight(raw, at) : 0;
            int head = FixBytes.tag(eight);
            int tag = head >> 3;
            int equals = at + (head & 7);
            if (head < 0 || equals >= end) {
                equals = FixBytes.tagEnd(raw, start, at, end);
                tag = (int) FixNumber.integer(0, raw, start, at, equals);
                eight = 0;
            }
            int place = FixBytes.soh(eight);
            int stop = tag == dataTag ? FixBytes.dataEnd(raw, equals + 1, end, dataLength)
                    : place < Long.BYTES ? Math.min(at + place, end) : FixBytes.soh(raw, eight == 0 ? equals + 1 : at + Long.BYTES, end);
            int use = uses.of(tag);
            dataTag = 0;
            if (use != 0 && stop > equals + 1) {
                if ((use & FixUses.LENGTH) != 0) {
                    dataTag = FixUses.dataOf(tag);
                    dataLength = FixBytes.length(raw, equals + 1, stop);
                }
                // a shift takes the lowest six bits only, which are the field's number
                if ((seen >>> use & 1) == 0) {
                    seen |= (use & FixUses.FIELD) == 0 ? 0 : 1L << use;
                    field(use, tag, raw, start, equals + 1, stop, into);
                    if (!read && encapsulated == 0) {
                        return;   // of other types nothing more is wanted
                    }
                }
            }
            at = stop + 1;
        }
    }

    private void field(int use, int tag, byte[] raw, int start, int value, int stop, OrderMessage into) throws Unreadable {
        int field = use & FixUses.FIELD;
        if (read || field == FixUses.MSG_TYPE || field == FixUses.MSG_SEQ_NUM) {
            take(field, tag, raw, start, value, stop, into);
        }
        if (use > FixUses.FIELD) {
            also(use, tag, raw, value, stop, into);
        }
    }

    /** What the profile wants of a field beside its meaning. */
    private void also(int use, int tag, byte[] raw, int value, int stop, OrderMessage into) {
        if (read && (use & FixUses.WATCHED) != 0) {
            watched.see(tag, value, stop);
        }
        if (read && (use & FixUses.TIME) != 0) {
            into.transactNanos = time.nanos(raw, value, stop);
            into.transactTruncation = into.transactNanos == Absent.LONG ? 0 : FixTime.truncation(value, stop);
        }
        if ((use & FixUses.WRAP) != 0) {
            wrapping(tag, raw, value, stop, into);
        }
    }

    private void wrapping(int tag, byte[] raw, int value, int stop, OrderMessage into) {
        if (tag != encapsulated) {
            for (int i = value; i < stop; i++) {
                wrapped = (wrapped ^ raw[i]) * FNV_PRIME;
            }
            wrapped = (wrapped ^ tag) * FNV_PRIME;
        } else if (into.msgType == 'n') {
            wrappedAt = value;
            wrappedEnd = stop;
        }
    }

    /** The message is the wrapped one; number and repetition stay those of the session that brought it. */
    private void unwrap(byte[] raw, int start, OrderMessage into) throws Unreadable {
        int at = wrappedAt;
        while (at < wrappedEnd && !FixBytes.begins(raw, at, wrappedEnd)) {
            at++;
        }
        int end = wrappedEnd;
        while (end > at && raw[end - 1] != SOH) {
            end--;   // a closing mark, such as </RTRF>
        }
        long number = into.msgSeqNum;
        boolean possDup = into.possDup;
        boolean possResend = into.possResend;
        into.clear();
        pass(raw, start, at, end, into);
        inner.take(wrapped, into.msgSeqNum);
        read &= into.msgType != 'n';
        into.msgSeqNum = number;
        into.possDup |= possDup;
        into.possResend |= possResend;
    }

    private void settle(byte[] raw, int start, OrderMessage into) throws Unreadable {
        if (origNanos != Absent.LONG && into.possDup) {
            if (into.sendingNanos != Absent.LONG && origNanos > into.sendingNanos) {
                int at = OrderMessage.offset(orig);
                throw Unreadable.value(122, raw, start, at, at + OrderMessage.length(orig), "no time after SendingTime (52)");
            }
            into.sendingNanos = origNanos;
        }
        for (int i = 0; i < strategies.length && into.strategy == OrderMessage.NO_TEXT; i++) {
            into.strategy = told(watched.slice(strategies[i]), strategyTags.get(i));
        }
        capture.settle(into);
        details.settle(into);
        quotes.settle(raw, start, into);
        day.settle(into);
        executionKey.settle(into, composer);
        parentKey.settle(into, composer);
        ownIds.settle(into, composer);
    }

    /** {@return a strategy's value; with its tag, which stands before it, where that is not TargetStrategy} */
    private static long told(long value, int tag) {
        if (value == OrderMessage.NO_TEXT || tag == TARGET_STRATEGY || OrderMessage.length(value) == 0) {
            return value;
        }
        int before = Integer.toString(tag).length() + 1;
        return OrderMessage.slice(OrderMessage.offset(value) - before, OrderMessage.length(value) + before);
    }

    private void type(byte[] raw, int at, int stop, OrderMessage into) {
        counts.count(raw, at, stop);
        char type = stop - at == 1 ? (char) raw[at] : 0;
        boolean ofA = stop - at == 2 && raw[at] == 'A';
        boolean response = ofA && raw[at + 1] == 'J';
        capture.type(ofA && raw[at + 1] == 'E');
        read = type == 'D' || type == 'F' || type == 'G' || type == '8' || type == '9' || capture.isOne()
                || type == 'R' || type == 'S' || type == 'Z' || response || type == 'n' && encapsulated != 0;
        into.msgType = capture.isOne() ? '8' : response ? QuoteDetails.RESPONSE : type == 0 || type == QuoteDetails.RESPONSE ? '?' : type;
    }

    private void take(int field, int tag, byte[] raw, int start, int at, int stop, OrderMessage into) throws Unreadable {
        switch (field) {
            case FixUses.MSG_TYPE -> type(raw, at, stop, into);
            case FixUses.ACCOUNT -> into.account = OrderMessage.slice(at, stop - at);
            case FixUses.CL_ORD_ID -> into.clOrdId = OrderMessage.slice(at, stop - at);
            case FixUses.EXEC_ID -> into.execId = OrderMessage.slice(at, stop - at);
            case FixUses.EXEC_REF_ID -> into.execRefId = OrderMessage.slice(at, stop - at);
            case FixUses.LAST_MKT -> into.venue = OrderMessage.slice(at, stop - at);
            case FixUses.ORDER_ID -> into.orderId = OrderMessage.slice(at, stop - at);
            case FixUses.ORIG_CL_ORD_ID -> into.origClOrdId = OrderMessage.slice(at, stop - at);
            case FixUses.SYMBOL -> into.symbol = OrderMessage.slice(at, stop - at);
            case FixUses.EX_DESTINATION -> into.venue = into.venue == OrderMessage.NO_TEXT ? OrderMessage.slice(at, stop - at) : into.venue;
            case FixUses.SENDING_TIME -> into.sendingNanos = time.nanos(raw, at, stop);
            case FixUses.ORIG_SENDING_TIME -> {
                origNanos = time.nanos(raw, at, stop);
                orig = OrderMessage.slice(at, stop - at);
            }
            case FixUses.COPY -> noteCopy(raw, at);
            case FixUses.SIDE -> into.side = into.isOfQuotes() && FixCode.isUndisclosed(raw, at, stop) ? null
                    : FixCode.side(raw, start, at, stop);
            case FixUses.EXEC_TRANS_TYPE -> into.execTransType = FixCode.code(tag, raw, start, at, stop);
            case FixUses.ORD_STATUS -> into.ordStatus = FixCode.code(tag, raw, start, at, stop);
            case FixUses.ORD_TYPE -> into.ordType = FixCode.code(tag, raw, start, at, stop);
            case FixUses.EXEC_TYPE -> into.execType = FixCode.code(tag, raw, start, at, stop);
            case FixUses.LIQUIDITY -> into.lastLiquidityInd = FixCode.digit(tag, raw, start, at, stop);
            case FixUses.REFUSED_REQUEST -> into.refusedRequest = FixCode.code(tag, raw, start, at, stop);
            case FixUses.MULTI_LEG -> into.multiLeg = FixCode.code(tag, raw, start, at, stop);
            case FixUses.RESTATEMENT -> into.restatement = FixCode.kind(raw, at, stop);
            case FixUses.TRD_TYPE -> into.trdType = FixCode.kind(raw, at, stop);
            case FixUses.TRD_SUB_TYPE -> into.trdSubType = FixCode.kind(raw, at, stop);
            case FixUses.CURRENCY -> into.currency = FixCode.currency(raw, at, stop);
            case FixUses.MATCH_ID -> into.matchId = OrderMessage.slice(at, stop - at);
            case FixUses.POSS_DUP -> into.possDup = FixCode.yes(tag, raw, start, at, stop);
            case FixUses.POSS_RESEND -> into.possResend = FixCode.yes(tag, raw, start, at, stop);
            case FixUses.MSG_SEQ_NUM -> into.msgSeqNum = FixNumber.integer(tag, raw, start, at, stop);
            case FixUses.CUM_QTY -> into.cumQty = FixNumber.quantity(tag, raw, start, at, stop);
            case FixUses.LAST_QTY -> into.lastQty = FixNumber.quantity(tag, raw, start, at, stop);
            case FixUses.ORDER_QTY -> into.orderQty = FixNumber.quantity(tag, raw, start, at, stop);
            case FixUses.LEAVES_QTY -> into.leavesQty = FixNumber.quantity(tag, raw, start, at, stop);
            case FixUses.AVG_PX -> into.avgPx = FixNumber.price(tag, raw, start, at, stop);
            case FixUses.LAST_PX -> into.lastPx = FixNumber.price(tag, raw, start, at, stop);
            case FixUses.PRICE -> into.price = FixNumber.price(tag, raw, start, at, stop);
            default -> {
            }
        }
    }

    private void noteCopy(byte[] raw, int at) {
        if (raw[at] == 'Y') {
            counts.copy();
        }
    }
}
