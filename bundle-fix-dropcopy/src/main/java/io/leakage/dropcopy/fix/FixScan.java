package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.host.ParentLookup;
import io.leakage.dropcopy.profile.ParentRule;
import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.util.Arrays;
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

    private static final int MOST_TAG_DIGITS = 9;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SEEN_TAGS = 1024;
    private static final int[] LENGTH_TAGS = {90, 93, 95, 212, 348, 350, 352, 354, 356, 358, 360, 362, 364, 445, 618, 621};
    private static final byte[] BEGIN = {'8', '=', 'F', 'I', 'X'};

    /** What a message turned out to be. */
    public enum Outcome {
        /** An order message (35=D, F, G, 8, 9, AE), read. */
        ORDER,
        /** Another FIX message; nothing of it was kept. */
        IGNORED,
        /** Bytes that are no FIX, or an order message with a field that cannot be. */
        UNREADABLE
    }

    private final int timeTag;
    private final int encapsulated;
    private final boolean verify;
    private final FixTime time = new FixTime();
    private final Watched watched = new Watched();
    private final Composer composer = new Composer();
    private final ExecutionKey executionKey;
    private final ParentKey parentKey;
    private final HostParents host;
    private final int[] strategies;
    private final MessageCounts counts = new MessageCounts();
    private final InnerSequences inner = new InnerSequences();
    private final TradeCapture capture;
    private final long[] seen = new long[SEEN_TAGS / Long.SIZE];
    private final boolean[] announcesLength = new boolean[SEEN_TAGS];
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
        this.timeTag = profile.timeTag();
        this.encapsulated = profile.encapsulated();
        this.verify = verify;
        this.host = new HostParents(lookup);
        this.executionKey = new ExecutionKey(profile, watched);
        this.parentKey = new ParentKey(profile.parentRules(), watched, host);
        this.strategies = profile.strategyTags().stream().mapToInt(watched::add).toArray();
        this.capture = new TradeCapture(watched);
        for (int tag : LENGTH_TAGS) {
            announcesLength[tag] = true;
        }
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
        begin(raw, from, end);
        Arrays.fill(seen, 0);
        watched.clear();
        read = true;
        origNanos = Absent.LONG;
        wrapped = FNV_BASIS;
        int at = from;
        int dataTag = 0;
        int dataLength = 0;
        while (at < end) {
            int equals = tagEnd(raw, start, at, end);
            int tag = (int) FixNumber.integer(0, raw, start, at, equals);
            int value = equals + 1;
            int stop = valueEnd(raw, value, end, tag == dataTag ? dataLength : 0);
            dataTag = tag < SEEN_TAGS && announcesLength[tag] ? tag == 93 ? 89 : tag + 1 : 0;
            dataLength = dataTag == 0 ? 0 : length(raw, value, stop);
            if (stop > value && first(tag)) {
                field(tag, raw, start, value, stop, into);
                if (!read && encapsulated == 0) {
                    return;   // of other types nothing more is wanted
                }
            }
            at = stop + 1;
        }
    }

    private void field(int tag, byte[] raw, int start, int value, int stop, OrderMessage into) throws Unreadable {
        if (tag == 35) {
            type(raw, value, stop, into);
        } else if (read) {
            watched.see(tag, value, stop);
            take(tag, raw, start, value, stop, into);
        } else if (tag == 34) {
            into.msgSeqNum = FixNumber.integer(tag, raw, start, value, stop);
        }
        if (encapsulated != 0 && (tag == 49 || tag == 50 || tag == 56 || tag == 57)) {
            for (int i = value; i < stop; i++) {
                wrapped = (wrapped ^ raw[i]) * FNV_PRIME;
            }
            wrapped = (wrapped ^ tag) * FNV_PRIME;
        }
        if (tag == encapsulated && into.msgType == 'n') {
            wrappedAt = value;
            wrappedEnd = stop;
        }
    }

    /** The message is the wrapped one; number and repetition stay those of the session that brought it. */
    private void unwrap(byte[] raw, int start, OrderMessage into) throws Unreadable {
        int at = wrappedAt;
        while (at + BEGIN.length <= wrappedEnd && !Arrays.equals(raw, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
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
            into.strategy = watched.slice(strategies[i]);
        }
        capture.settle(into);
        executionKey.settle(into, composer);
        parentKey.settle(into, composer);
    }

    private static void begin(byte[] raw, int start, int end) throws Unreadable {
        for (int i = 0; i < BEGIN.length; i++) {
            if (start + i >= end || raw[start + i] != BEGIN[i]) {
                throw Unreadable.bytes(raw, start, start, end, "a FIX message, 8=FIX…");
            }
        }
    }

    private static int tagEnd(byte[] raw, int start, int at, int end) throws Unreadable {
        int equals = at;
        while (equals < end && raw[equals] >= '0' && raw[equals] <= '9') {
            equals++;
        }
        if (equals == at || equals - at > MOST_TAG_DIGITS || equals == end || raw[equals] != '=') {
            throw Unreadable.bytes(raw, start, at, end, "tag=value");
        }
        return equals;
    }

    /** A data field may hold SOH itself; the length field before it says where it ends. */
    private static int valueEnd(byte[] raw, int value, int end, int announced) {
        if (announced > 0 && announced <= end - value && (announced == end - value || raw[value + announced] == SOH)) {
            return value + announced;
        }
        int stop = value;
        while (stop < end && raw[stop] != SOH) {
            stop++;
        }
        return stop;
    }

    private static int length(byte[] raw, int at, int stop) {
        int length = 0;
        for (int i = at; i < stop; i++) {
            int digit = raw[i] - '0';
            if (digit < 0 || digit > 9 || i - at == MOST_TAG_DIGITS) {
                return 0;
            }
            length = length * 10 + digit;
        }
        return length;
    }

    private boolean first(int tag) {
        if (tag >= SEEN_TAGS) {
            return true;
        }
        long bit = 1L << tag;
        boolean first = (seen[tag >>> 6] & bit) == 0;
        seen[tag >>> 6] |= bit;
        return first;
    }

    private void type(byte[] raw, int at, int stop, OrderMessage into) {
        counts.count(raw, at, stop);
        char type = stop - at == 1 ? (char) raw[at] : 0;
        capture.type(stop - at == 2 && raw[at] == 'A' && raw[at + 1] == 'E');
        read = type == 'D' || type == 'F' || type == 'G' || type == '8' || type == '9' || capture.isOne()
                || type == 'n' && encapsulated != 0;
        into.msgType = capture.isOne() ? '8' : type == 0 ? '?' : type;
    }

    private void take(int tag, byte[] raw, int start, int at, int stop, OrderMessage into) throws Unreadable {
        if (tag == timeTag) {
            into.transactNanos = time.nanos(raw, at, stop);
            into.transactTruncation = into.transactNanos == Absent.LONG ? 0 : FixTime.truncation(at, stop);
        }
        switch (tag) {
            case 1 -> into.account = OrderMessage.slice(at, stop - at);
            case 11 -> into.clOrdId = OrderMessage.slice(at, stop - at);
            case 17 -> into.execId = OrderMessage.slice(at, stop - at);
            case 19 -> into.execRefId = OrderMessage.slice(at, stop - at);
            case 30 -> into.venue = OrderMessage.slice(at, stop - at);
            case 37 -> into.orderId = OrderMessage.slice(at, stop - at);
            case 41 -> into.origClOrdId = OrderMessage.slice(at, stop - at);
            case 55 -> into.symbol = OrderMessage.slice(at, stop - at);
            case 100 -> into.venue = into.venue == OrderMessage.NO_TEXT ? OrderMessage.slice(at, stop - at) : into.venue;
            case 52 -> into.sendingNanos = time.nanos(raw, at, stop);
            case 122 -> {
                origNanos = time.nanos(raw, at, stop);
                orig = OrderMessage.slice(at, stop - at);
            }
            case 797 -> noteCopy(raw, at);
            case 54 -> into.side = FixCode.side(raw, start, at, stop);
            case 20 -> into.execTransType = FixCode.code(tag, raw, start, at, stop);
            case 39 -> into.ordStatus = FixCode.code(tag, raw, start, at, stop);
            case 40 -> into.ordType = FixCode.code(tag, raw, start, at, stop);
            case 150 -> into.execType = FixCode.code(tag, raw, start, at, stop);
            case 851 -> into.lastLiquidityInd = FixCode.digit(tag, raw, start, at, stop);
            case 434 -> into.refusedRequest = FixCode.code(tag, raw, start, at, stop);
            case 442 -> into.multiLeg = FixCode.code(tag, raw, start, at, stop);
            case 378 -> into.restatement = FixCode.kind(raw, at, stop);
            case 828 -> into.trdType = FixCode.kind(raw, at, stop);
            case 829 -> into.trdSubType = FixCode.kind(raw, at, stop);
            case 15 -> into.currency = FixCode.currency(raw, at, stop);
            case 880 -> into.matchId = OrderMessage.slice(at, stop - at);
            case 43 -> into.possDup = FixCode.yes(tag, raw, start, at, stop);
            case 97 -> into.possResend = FixCode.yes(tag, raw, start, at, stop);
            case 34 -> into.msgSeqNum = FixNumber.integer(tag, raw, start, at, stop);
            case 14 -> into.cumQty = FixNumber.quantity(tag, raw, start, at, stop);
            case 32 -> into.lastQty = FixNumber.quantity(tag, raw, start, at, stop);
            case 38 -> into.orderQty = FixNumber.quantity(tag, raw, start, at, stop);
            case 151 -> into.leavesQty = FixNumber.quantity(tag, raw, start, at, stop);
            case 6 -> into.avgPx = FixNumber.price(tag, raw, start, at, stop);
            case 31 -> into.lastPx = FixNumber.price(tag, raw, start, at, stop);
            case 44 -> into.price = FixNumber.price(tag, raw, start, at, stop);
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
