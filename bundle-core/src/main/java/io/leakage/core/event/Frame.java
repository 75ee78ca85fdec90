package io.leakage.core.event;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.NameKind;
import java.nio.ByteBuffer;

/**
 * The slot as bytes: what the journal holds and replay reads. Little-endian, one byte of kind first, then the fields that mean something
 * for that kind, fixed in length but for a name's text. Rows are not part of it: they are what the pipeline makes of it again.
 *
 * <p>What an order message says came to be more with time: a new field stands behind those that were there, and a frame that ends before it
 * does not say.
 */
public final class Frame {
    /** No frame is longer, in bytes. */
    public static final int MAX_LENGTH = 256;

    private static final byte NO_SIDE = 2;
    /** How an order message came; before there was {@code LATE} there were the other two. */
    private static final byte LIVE = 0;
    static final byte SENT_AGAIN = 1;
    private static final byte LATE = 2;
    private static final TradingState[] TRADING_STATES = TradingState.values();
    private static final ClockState[] CLOCK_STATES = ClockState.values();

    private Frame() {
    }

    /**
     * Writes an event.
     *
     * @param event from
     * @param out   to, little-endian, at its position, with {@link #MAX_LENGTH} bytes left; the position moves behind the frame
     */
    public static void write(LeakageEvent event, ByteBuffer out) {
        out.put((byte) event.kind().ordinal());
        switch (event.kind()) {
            case NAMED -> writeName(event, out);
            case CLOCK -> out.putLong(event.venueNanos).put((byte) event.clockState().ordinal()).putLong(event.quantity);
            case DESK -> out.putInt(event.name).putInt(event.account).put((byte) (event.on ? 1 : 0)).put((byte) event.code);
            case RULES -> out.putInt(event.name).putLong(event.quantity).put((byte) (event.on ? 1 : 0)).putShort((short) event.textLength)
                    .put(event.text(), 0, event.textLength);
            case DESK_TERMS -> out.putInt(event.name).putShort((short) event.textLength).put(event.text(), 0, event.textLength);
            case DECISION -> out.put((byte) event.code).putInt(event.name).putLong(event.quantity).putLong(event.receiveNanos)
                    .putShort((short) event.textLength).put(event.text(), 0, event.textLength);
            case HOOK -> out.put((byte) event.code).putLong(event.quantity).putShort((short) event.textLength)
                    .put(event.text(), 0, event.textLength);
            case RESTARTED -> { }
            case CARRIED -> out.put((byte) event.code).putInt(event.source).putInt(event.name).putInt(event.account)
                    .putLong(event.venueNanos).putLong(event.price).putLong(event.quantity).putLong(event.orderRef).putLong(event.otherRef);
            case INQUIRY -> throw new IllegalArgumentException("an inquiry is not kept");
            case ORDER -> {
                writeHead(event, out);
                writeOrder(event.order(), out);
            }
            case QUOTING -> {
                writeHead(event, out);
                writeQuoting(event.order(), event.quote(), out);
            }
            case QUARANTINED -> {
                writeHead(event, out);
                out.putLong(event.order().rawPosition).putShort((short) event.textLength).put(event.text(), 0, event.textLength);
            }
            case COPY_GAP, COPY_FILLED, COPY_EPOCH, COPY_HOLE, COPY_STALE, COPY_PARTIAL -> {
                writeHead(event, out);
                out.putLong(event.quantity).put((byte) (event.on ? 1 : 0));
            }
            default -> {
                writeHead(event, out);
                writeMarket(event, out);
            }
        }
    }

    /**
     * Reads an event back.
     *
     * @param in    little-endian, at a frame's first byte, its limit where the frame ends; the position moves behind the frame
     * @param event to; fields its kind does not use are left as they were
     * @throws IllegalArgumentException on a kind that does not exist
     */
    public static void read(ByteBuffer in, LeakageEvent event) {
        int kind = in.get();
        if (kind < 0 || kind >= EventKind.count()) {
            throw new IllegalArgumentException("frame kind " + kind + ", expected 0 to " + (EventKind.count() - 1));
        }
        event.kind(EventKind.at(kind));
        switch (event.kind()) {
            case NAMED -> readName(in, event);
            case CLOCK -> {
                event.venueNanos = in.getLong();
                event.clockState(CLOCK_STATES[in.get()]);
                event.quantity = in.getLong();
            }
            case DESK -> {
                event.name = in.getInt();
                event.account = in.getInt();
                event.on = in.get() != 0;
                event.code = in.hasRemaining() ? (char) in.get() : 0;
            }
            case RULES -> {
                event.name = in.getInt();
                event.quantity = in.getLong();
                event.on = in.get() != 0;
                readText(in, event);
            }
            case DESK_TERMS -> {
                event.name = in.getInt();
                readText(in, event);
            }
            case DECISION -> {
                event.code = (char) in.get();
                event.name = in.getInt();
                event.quantity = in.getLong();
                event.receiveNanos = in.getLong();
                readText(in, event);
            }
            case HOOK -> {
                event.code = (char) in.get();
                event.quantity = in.getLong();
                readText(in, event);
            }
            case RESTARTED -> { }
            case CARRIED -> {
                event.code = (char) in.get();
                event.source = in.getInt();
                event.name = in.getInt();
                event.account = in.getInt();
                event.venueNanos = in.getLong();
                event.price = in.getLong();
                event.quantity = in.getLong();
                event.orderRef = in.getLong();
                event.otherRef = in.getLong();
            }
            case ORDER -> {
                readHead(in, event);
                readOrder(in, event.order());
            }
            case QUOTING -> {
                readHead(in, event);
                readQuoting(in, event.order(), event.quote());
            }
            case QUARANTINED -> {
                readHead(in, event);
                event.order().rawPosition = in.getLong();
                readText(in, event);
            }
            case COPY_GAP, COPY_FILLED, COPY_EPOCH, COPY_HOLE, COPY_STALE, COPY_PARTIAL -> {
                readHead(in, event);
                event.quantity = in.getLong();
                event.on = in.get() != 0;
            }
            default -> {
                readHead(in, event);
                readMarket(in, event);
            }
        }
    }

    private static void writeHead(LeakageEvent event, ByteBuffer out) {
        out.putInt(event.source).putInt(event.instrument).putLong(event.sequence).putLong(event.venueNanos).putLong(event.receiveNanos);
    }

    private static void readHead(ByteBuffer in, LeakageEvent event) {
        event.source = in.getInt();
        event.instrument = in.getInt();
        event.sequence = in.getLong();
        event.venueNanos = in.getLong();
        event.receiveNanos = in.getLong();
    }

    private static void writeMarket(LeakageEvent event, ByteBuffer out) {
        out.put(side(event.side())).put((byte) event.code).put((byte) (event.on ? 1 : 0))
                .put((byte) (event.tradingState() == null ? 0 : event.tradingState().ordinal()))
                .putLong(event.price).putLong(event.quantity).putLong(event.orderRef).putLong(event.otherRef);
    }

    private static void readMarket(ByteBuffer in, LeakageEvent event) {
        event.side(side(in.get()));
        event.code = (char) (in.get() & 0xFF);
        event.on = in.get() != 0;
        event.tradingState(TRADING_STATES[in.get()]);
        event.price = in.getLong();
        event.quantity = in.getLong();
        event.orderRef = in.getLong();
        event.otherRef = in.getLong();
    }

    private static void writeName(LeakageEvent event, ByteBuffer out) {
        out.put((byte) event.nameKind().ordinal()).putInt(event.name).putShort((short) event.textLength).put(event.text(), 0, event.textLength);
    }

    private static void readName(ByteBuffer in, LeakageEvent event) {
        event.nameKind(NameKind.at(in.get()));
        event.name = in.getInt();
        readText(in, event);
    }

    private static void readText(ByteBuffer in, LeakageEvent event) {
        event.textLength = in.getShort();
        in.get(event.text(), 0, event.textLength);
    }

    private static void writeOrder(OrderReport order, ByteBuffer out) {
        writeHead(order, out).putInt(order.order).putInt(order.original).putInt(order.parent).putInt(order.execution)
                .putInt(order.executionRef).putInt(order.orderId).putInt(order.account).putInt(order.venue).putInt(order.strategy)
                .put(side(order.side)).put((byte) order.ordStatus).put((byte) order.execType).put((byte) order.execTransType)
                .put((byte) order.ordType).put((byte) order.lastLiquidityInd)
                .putLong(order.orderQty).putLong(order.price).putLong(order.lastPx).putLong(order.lastQty)
                .putLong(order.cumQty).putLong(order.leavesQty).putLong(order.avgPx).putLong(order.truncation)
                .put((byte) order.refusedRequest).put((byte) order.multiLeg).putShort((short) order.restatement)
                .putShort((short) order.trdType).putShort((short) order.trdSubType).putInt(order.currency).putInt(order.match)
                .putInt(order.broker).putLong(order.decisionPrice).putLong(order.fees).putInt(order.counterparty)
                .putInt(order.client).putInt(order.senderSub).putInt(order.custom).putLong(order.dayEndNanos);
    }

    private static void readOrder(ByteBuffer in, OrderReport order) {
        readHead(in, order);
        order.order = in.getInt();
        order.original = in.getInt();
        order.parent = in.getInt();
        order.execution = in.getInt();
        order.executionRef = in.getInt();
        order.orderId = in.getInt();
        order.account = in.getInt();
        order.venue = in.getInt();
        order.strategy = in.getInt();
        order.side = side(in.get());
        order.ordStatus = (char) in.get();
        order.execType = (char) in.get();
        order.execTransType = (char) in.get();
        order.ordType = (char) in.get();
        order.lastLiquidityInd = in.get();
        order.orderQty = in.getLong();
        order.price = in.getLong();
        order.lastPx = in.getLong();
        order.lastQty = in.getLong();
        order.cumQty = in.getLong();
        order.leavesQty = in.getLong();
        order.avgPx = in.getLong();
        order.truncation = in.getLong();
        order.refusedRequest = (char) in.get();
        order.multiLeg = (char) in.get();
        order.restatement = in.getShort();
        order.trdType = in.getShort();
        order.trdSubType = in.getShort();
        order.currency = in.getInt();
        order.match = in.getInt();
        order.broker = in.getInt();
        order.decisionPrice = in.getLong();
        order.fees = in.getLong();
        order.counterparty = in.remaining() < Integer.BYTES ? Absent.NAME : in.getInt();
        boolean keyed = in.remaining() >= 3 * Integer.BYTES;
        order.client = keyed ? in.getInt() : Absent.NAME;
        order.senderSub = keyed ? in.getInt() : Absent.NAME;
        order.custom = keyed ? in.getInt() : Absent.NAME;
        order.dayEndNanos = in.remaining() < Long.BYTES ? Absent.LONG : in.getLong();
    }

    /** What every drop-copy message begins with. */
    private static ByteBuffer writeHead(OrderReport order, ByteBuffer out) {
        return out.put((byte) order.msgType).put(came(order)).put((byte) (order.timed ? 1 : 0)).putLong(order.rawPosition);
    }

    private static void readHead(ByteBuffer in, OrderReport order) {
        order.msgType = (char) in.get();
        byte came = in.get();
        order.possible = came == SENT_AGAIN;
        order.history = came != LIVE;
        order.timed = in.get() != 0;
        order.rawPosition = in.getLong();
    }

    private static byte came(OrderReport order) {
        return order.possible ? SENT_AGAIN : order.history ? LATE : LIVE;
    }

    private static void writeQuoting(OrderReport order, QuoteReport quote, ByteBuffer out) {
        writeHead(order, out).putLong(order.truncation).putInt(order.order).putInt(order.parent).putInt(order.account).put(side(order.side))
                .putLong(order.orderQty).putInt(quote.request).putInt(quote.quote).put((byte) quote.response)
                .putLong(quote.bid).putLong(quote.offer).putLong(quote.validUntilNanos).put((byte) quote.count());
        for (int i = 0; i < quote.count(); i++) {
            out.putInt(quote.asked(i));
        }
    }

    private static void readQuoting(ByteBuffer in, OrderReport order, QuoteReport quote) {
        readHead(in, order);
        order.truncation = in.getLong();
        order.order = in.getInt();
        order.parent = in.getInt();
        order.account = in.getInt();
        order.side = side(in.get());
        order.orderQty = in.getLong();
        quote.request = in.getInt();
        quote.quote = in.getInt();
        quote.response = in.get();
        quote.bid = in.getLong();
        quote.offer = in.getLong();
        quote.validUntilNanos = in.getLong();
        quote.forget();
        for (int count = in.get(); count > 0; count--) {
            quote.name(in.getInt());
        }
    }

    private static byte side(Side side) {
        return side == null ? NO_SIDE : (byte) side.ordinal();
    }

    private static Side side(byte code) {
        return code == 0 ? Side.BUY : code == 1 ? Side.SELL : null;
    }
}
