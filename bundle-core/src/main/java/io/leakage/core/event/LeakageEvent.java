package io.leakage.core.event;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.NameKind;

/**
 * One slot of the ring, overwritten in place. Fields are public because there is nothing to protect: exactly one thread owns a slot at a
 * time, and the ring says which. Which fields mean something depends on {@link #kind()}; {@code Frame} lists them.
 */
public final class LeakageEvent {
    /** Longest name in bytes; a longer one is cut at the door. */
    public static final int MAX_TEXT = 120;

    /** CARRIED: so much was left out before it, and a drop copy, {@link #source}, had come so far, where there is one. */
    public static final char LEFT_OUT = 0;
    /** CARRIED: an order, {@link #name}, of the parent with number {@link #price} and name {@link #account} was left out. */
    public static final char LEFT_OUT_ORDER = 1;

    private static final byte NONE = -1;
    private static final Side[] SIDES = Side.values();
    private static final TradingState[] TRADING_STATES = TradingState.values();
    private static final ClockState[] CLOCK_STATES = ClockState.values();
    private static final NameKind[] NAME_KINDS = NameKind.values();

    /** The feed ({@link NameKind#FEED}) or drop-copy source ({@link NameKind#SOURCE}) it came from. */
    public int source;
    /** The instrument, {@code Absent.NAME} when it concerns none or all. */
    public int instrument;
    /** The source's own message number. */
    public long sequence;
    /** Nanoseconds since the epoch on the venue's clock; for a drop-copy message its event time. */
    public long venueNanos;
    /** Nanoseconds since the epoch when we received it, {@code Absent.LONG} when nobody took the time. */
    public long receiveNanos;

    /** Market data: units of 1e-8. QUOTED: the bid. CARRIED: how far the source's raw journal had come, or a parent's number. */
    public long price;
    /**
     * Market data: shares. QUOTED: shares bid. GAP, COPY_GAP: first sequence that came again. LAGGING: nanoseconds. COPY_HOLE: when it ended,
     * nanoseconds since the epoch. PATIENCE: nanoseconds for an answer. RULES: first byte of the part. DECISION, HOOK: the switch's number, or the
     * parent's. INQUIRY: the parent's number, −1 for who was asked for quotes. CARRIED: drop-copy messages left out.
     */
    public long quantity;
    /**
     * Market data: reference of the displayed order. QUOTED: the offer. PATIENCE: nanoseconds for a correction. INQUIRY: its number.
     * CARRIED: events.
     */
    public long orderRef;
    /**
     * REPLACED: the new reference. Trades: the match number. LEVEL: how many orders. QUOTED: shares offered. PATIENCE: nanoseconds until an id
     * means another. CARRIED: parents.
     */
    public long otherRef;
    /**
     * SESSION, CROSSED: the venue's code. DESK: the place of the {@code OrderKey}. BREAKER: the level. REFERENCE: the field's place,
     * behind the last a basket's member, which {@link #otherRef} is; {@link #price} is the value. DECISION, HOOK:
     * place of what was decided or said.
     */
    public char code;
    /**
     * EXECUTED_AT: whether the print counts. LEVEL: whether the book stands. SILENT, COPY_STALE: whether it is. DESK: whether what orders
     * say is given (true) or taken. RULES: whether this part is the last.
     */
    public boolean on;
    /**
     * NAMED: the number given out. DESK, DESK_TERMS: the desk's name. RULES: as well, {@code Absent.NAME} for every desk without rules of
     * its own. DECISION: as well, {@code Absent.NAME} for the firm.
     */
    public int name;
    /** DESK: the name of what orders say. CARRIED: the feed whose questions were answered then; the name of the order's parent. */
    public int account;
    /** NAMED, QUARANTINED, RULES, DESK_TERMS, DECISION, HOOK: bytes of {@link #text}. */
    public int textLength;

    /** By their places: a reference written into a slot costs the collector's book-keeping, a byte nothing. */
    private byte kind = NONE;
    private byte side = NONE;
    private byte tradingState = NONE;
    private byte clockState = NONE;
    private byte nameKind = NONE;
    /** Large, and of few events: made when a slot first needs them, so that slots lie close together and most cost two cache lines. */
    private OrderReport order;
    private QuoteReport quote;
    private byte[] text;
    private Rows rows;

    /** {@return what this event says, null in a slot that nobody has filled} */
    public EventKind kind() {
        return kind < 0 ? null : EventKind.at(kind);
    }

    /** {@return the place of {@link #kind()} among the kinds, −1 in a slot that nobody has filled} */
    public byte kindPlace() {
        return kind;
    }

    /** Says what this event says. */
    public void kind(EventKind is) {
        kind = place(is);
    }

    /** {@return market data: side of the order or hidden order, null when there is none} */
    public Side side() {
        return side < 0 ? null : SIDES[side];
    }

    /** {@return the place of {@link #side()} among the sides, −1 when there is none} */
    public byte sidePlace() {
        return side;
    }

    /** Says which side. */
    public void side(Side is) {
        side = place(is);
    }

    /** {@return TRADING_STATE: the new state, else null} */
    public TradingState tradingState() {
        return tradingState < 0 ? null : TRADING_STATES[tradingState];
    }

    /** Says which state trading is in. */
    public void tradingState(TradingState is) {
        tradingState = place(is);
    }

    /** {@return CLOCK: how far it may be trusted; {@link #quantity} is what it is off by at most, in nanoseconds} */
    public ClockState clockState() {
        return clockState < 0 ? null : CLOCK_STATES[clockState];
    }

    /** Says which state the clock is in. */
    public void clockState(ClockState is) {
        clockState = place(is);
    }

    /** {@return NAMED: the number space} */
    public NameKind nameKind() {
        return nameKind < 0 ? null : NAME_KINDS[nameKind];
    }

    /** Says which number space. */
    public void nameKind(NameKind is) {
        nameKind = place(is);
    }

    private static byte place(Enum<?> of) {
        return of == null ? NONE : (byte) of.ordinal();
    }

    /** {@return QUOTING: what the message said beside what stands in {@link #order}} */
    public QuoteReport quote() {
        if (quote == null) {
            quote = new QuoteReport();
        }
        return quote;
    }

    /** {@return ORDER, QUOTING: what the message said} */
    public OrderReport order() {
        if (order == null) {
            order = new OrderReport();
        }
        return order;
    }

    /**
     * {@return NAMED: the text. RULES: a part of theirs. DESK_TERMS: them. DECISION: who. HOOK: why. QUARANTINED: why; its raw
     * message's place is {@link OrderReport#rawPosition}}
     */
    public byte[] text() {
        if (text == null) {
            text = new byte[MAX_TEXT];
        }
        return text;
    }

    /** {@return the rows it changed, for the outlet; null when it changed none} */
    public Rows rows() {
        return rows;
    }

    /** Says which rows it changed. */
    public void rows(Rows changed) {
        rows = changed;
    }
}
