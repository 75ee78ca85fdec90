package io.leakage.ui;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.ReplayEngine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A small day of one instrument through the real pipeline. Times are milliseconds after {@link #START}. One thread. */
public final class PlayedDay {
    /** 2026-01-02T14:30:00Z. */
    public static final long START = 1_767_364_200_000_000_000L;

    private final Supplier<Scorecard> scorecard;
    private final MarketInlet market;
    private final OrderInlet orders;
    private final int instrument;
    private long sequence;
    private long bidRef;

    /** A day that nobody but the caller hears of. */
    public PlayedDay() {
        this(new ReplayEngine());
    }

    private PlayedDay(ReplayEngine engine) {
        this(engine.inlets(), engine::scorecard);
    }

    /** A day that an engine lives through. */
    public PlayedDay(Inlets inlets, Supplier<Scorecard> scorecard) {
        this.scorecard = scorecard;
        market = inlets.market("venue", WhenFull.WAIT);
        orders = inlets.orders("copy");
        instrument = market.instrument("INST");
    }

    /** Quotes 500 on either side. */
    public PlayedDay quote(long millis, String bid, String offer) {
        long nanos = nanos(millis);
        if (bidRef != 0) {
            market.deleted(instrument, sequence, nanos - 1, bidRef);
            market.deleted(instrument, sequence, nanos - 1, bidRef + 1);
        }
        bidRef = ++sequence * 2;
        market.added(instrument, sequence, nanos, bidRef, Side.BUY, 500, price(bid));
        market.added(instrument, sequence, nanos, bidRef + 1, Side.SELL, 500, price(offer));
        return this;
    }

    /** The market data comes this far. */
    public PlayedDay passed(long millis) {
        market.passed(instrument, ++sequence, nanos(millis));
        return this;
    }

    /** A parent order arrives. */
    public PlayedDay parent(long millis, String id, Side side, long quantity) {
        return send('D', millis, id, message -> {
            message.side = side;
            message.orderQty = quantity;
        }, "", "", "");
    }

    /** A child is sent to a venue for a strategy. */
    public PlayedDay child(long millis, String id, String parent, Side side, long quantity, String limit) {
        return send('D', millis, id, message -> {
            message.side = side;
            message.orderQty = quantity;
            message.price = price(limit);
        }, parent, "", "");
    }

    /** An execution; {@code filled} ends the order. */
    public PlayedDay fill(long millis, String id, String execution, long quantity, String price, boolean filled) {
        return fill(millis, id, execution, quantity, price, filled, "XNAS");
    }

    /** The same at a venue. */
    public PlayedDay fill(long millis, String id, String execution, long quantity, String price, boolean filled, String venue) {
        return send('8', millis, id, message -> {
            message.execType = 'F';
            message.ordStatus = filled ? '2' : '1';
            message.lastQty = quantity;
            message.lastPx = price(price);
            message.lastLiquidityInd = 2;
        }, venue, execution, "");
    }

    /** An execution is another than was told. */
    public PlayedDay correct(long millis, String id, String execution, String corrected, long quantity, String price) {
        return send('8', millis, id, message -> {
            message.execType = 'G';
            message.ordStatus = '2';
            message.lastQty = quantity;
            message.lastPx = price(price);
            message.execRefId = OrderMessage.slice(4 + id.length() + execution.length(), corrected.length());
        }, "", execution, corrected);
    }

    /** What the other side says an order has done, when asked. */
    public PlayedDay status(long millis, String id, long cum, long leaves, String average) {
        return send('8', millis, id, message -> {
            message.execType = 'I';
            message.ordStatus = '1';
            message.cumQty = cum;
            message.leavesQty = leaves;
            message.avgPx = price(average);
        }, "", "", "");
    }

    /** {@return the scores so far} */
    public Scorecard scorecard() {
        return scorecard.get();
    }

    private PlayedDay send(char type, long millis, String id, Consumer<OrderMessage> fields, String second,
            String third, String fourth) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = type;
        message.transactNanos = nanos(millis);
        message.raw = ("INST" + id + second + third + fourth).getBytes(StandardCharsets.US_ASCII);
        message.rawLength = message.raw.length;
        message.symbol = OrderMessage.slice(0, 4);
        message.clOrdId = OrderMessage.slice(4, id.length());
        long slice = second.isEmpty() ? OrderMessage.NO_TEXT : OrderMessage.slice(4 + id.length(), second.length());
        if (type == '8') {
            message.venue = slice;
            message.execId = OrderMessage.slice(4 + id.length() + second.length(), third.length());
        } else {
            message.parentId = slice;
        }
        fields.accept(message);
        orders.accept(message);
        return this;
    }

    private static long nanos(long millis) {
        return START + millis * 1_000_000;
    }

    private static long price(String text) {
        return new BigDecimal(text).movePointRight(8).longValueExact();
    }
}
