package io.leakage.core.event;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.NameKind;

/**
 * One slot of the ring, overwritten in place. Fields are public because there is nothing to protect: exactly one thread owns a slot at a
 * time, and the ring says which. Which fields mean something depends on {@link #kind}; {@code Frame} lists them.
 */
public final class LeakageEvent {
    /** Longest name in bytes; a longer one is cut at the door. */
    public static final int MAX_TEXT = 120;

    /** What this event says. */
    public EventKind kind;
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

    /** Market data: side of the order or hidden order. */
    public Side side;
    /** Market data: units of 1e-8. QUOTED: the bid. */
    public long price;
    /**
     * Market data: shares. QUOTED: shares bid. GAP, COPY_GAP: first sequence that came again. LAGGING: nanoseconds. COPY_HOLE: when it ended,
     * nanoseconds since the epoch. PATIENCE: nanoseconds for an answer.
     */
    public long quantity;
    /** Market data: reference of the displayed order. QUOTED: the offer. PATIENCE: nanoseconds for a correction. */
    public long orderRef;
    /**
     * REPLACED: the new reference. Trades: the match number. LEVEL: how many orders. QUOTED: shares offered. PATIENCE: nanoseconds until an id
     * means another.
     */
    public long otherRef;
    /**
     * SESSION, CROSSED: the venue's code. BREAKER: the level. REFERENCE: the field's place, behind the last a basket's member, which
     * {@link #otherRef} is; {@link #price} is the value.
     */
    public char code;
    /**
     * EXECUTED_AT: whether the print counts. LEVEL: whether the book stands. SILENT, COPY_STALE: whether it is. DESK: whether the account
     * is given (true) or taken.
     */
    public boolean on;
    /** TRADING_STATE: the new state. */
    public TradingState tradingState;
    /** CLOCK: how far it may be trusted; {@link #quantity} is what it is off by at most, in nanoseconds. */
    public ClockState clockState;

    /** ORDER: what the message said. */
    public final OrderReport order = new OrderReport();

    /** NAMED: the number space. */
    public NameKind nameKind;
    /** NAMED: the number given out. DESK: the desk's name. */
    public int name;
    /** DESK: the account's name. */
    public int account;
    /** NAMED: the text. QUARANTINED: why; its raw message's place is {@link OrderReport#rawPosition}. */
    public final byte[] text = new byte[MAX_TEXT];
    /** NAMED, QUARANTINED: bytes of the text. */
    public int textLength;

    /** Whether {@link #rows} hold anything of this event; where not, nobody need fetch them from memory. */
    public boolean scored;
    /** What the pipeline made of it, for the outlet. */
    public final Rows rows = new Rows();
}
