package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hand-written day of one instrument: quotes on one feed, the desk's orders on one drop copy, each told in its own order. Times are
 * milliseconds after {@link #START}; prices are written as a trader would.
 */
final class Tape {
    /** 2026-01-02 14:30:00 UTC. */
    static final long START = 1_767_364_200_000_000_000L;

    /** One step of one of the two feeds. */
    interface Step {
        void play(Player player);
    }

    /** Plays steps into a door. */
    static final class Player {
        final MarketInlet market;
        final OrderInlet orders;
        final int instrument;
        private long sequence;
        private long bidRef;
        private long offerRef;

        Player(Inlets inlets) {
            market = inlets.market("test", WhenFull.WAIT);
            orders = inlets.orders("test");
            instrument = market.instrument("INST");
        }

        void quote(long nanos, long bid, long offer) {
            quote(nanos - 1, nanos, bid, offer);
        }

        private void quote(long gone, long nanos, long bid, long offer) {
            long oldBid = bidRef;
            long oldOffer = offerRef;
            bidRef = ++sequence * 2;
            offerRef = sequence * 2 + 1;
            if (oldBid != 0) {
                market.deleted(instrument, sequence, gone, oldBid);
                market.deleted(instrument, sequence, gone, oldOffer);
            }
            market.added(instrument, sequence, nanos, bidRef, Side.BUY, 500, bid);
            market.added(instrument, sequence, nanos, offerRef, Side.SELL, 500, offer);
        }
    }

    final List<Step> marketSteps = new ArrayList<>();
    final List<Step> orderSteps = new ArrayList<>();
    private long nanos = START;
    private int executions;
    private long trades;

    Tape at(double millis) {
        nanos = START + Math.round(millis * 1e6);
        return this;
    }

    Tape quote(String bid, String offer) {
        long at = nanos;
        marketSteps.add(player -> player.quote(at, price(bid), price(offer)));
        return this;
    }

    /** A quote that takes the old one's place at one instant. */
    Tape move(String bid, String offer) {
        long at = nanos;
        marketSteps.add(player -> player.quote(at, at, price(bid), price(offer)));
        return this;
    }

    Tape passed() {
        long at = nanos;
        marketSteps.add(player -> player.market.passed(player.instrument, ++player.sequence, at));
        return this;
    }

    /** A trade of which nobody says who took what rested. */
    Tape trade(long shares, String price) {
        return trade(null, shares, price);
    }

    /** A trade against an order that rested on this side. Its match number is its place among the trades, from 1. */
    Tape trade(Side resting, long shares, String price) {
        long at = nanos;
        long match = ++trades;
        marketSteps.add(player -> player.market.traded(player.instrument, ++player.sequence, at, resting, shares, price(price), match));
        return this;
    }

    /** The trade of this number never happened. */
    Tape breaks(long match) {
        long at = nanos;
        marketSteps.add(player -> player.market.broken(player.instrument, ++player.sequence, at, match));
        return this;
    }

    Tape market(Step step) {
        marketSteps.add(step);
        return this;
    }

    Tape ended() {
        marketSteps.add(player -> player.market.ended(player.sequence));
        return this;
    }

    Tape parent(String id, Side side, long quantity) {
        return order(new Message('D', nanos).id(id).side(side).quantity(quantity));
    }

    Tape child(String id, String parent, Side side, long quantity, String limit) {
        return order(new Message('D', nanos).id(id).parent(parent).side(side).quantity(quantity).limit(limit));
    }

    Tape fill(String id, long quantity, String price) {
        return order(fillOf(id, "E" + ++executions, quantity, price));
    }

    Message fillOf(String id, String execution, long quantity, String price) {
        return new Message('8', nanos).id(id).execution(execution).exec('F', '1').last(quantity, price);
    }

    Tape order(Message message) {
        orderSteps.add(player -> player.orders.accept(message.message()));
        return this;
    }

    long nanos() {
        return nanos;
    }

    /** Plays everything, all of the market first when asked so, else all orders first. */
    void play(Inlets inlets, boolean marketFirst) {
        Player player = new Player(inlets);
        (marketFirst ? marketSteps : orderSteps).forEach(step -> step.play(player));
        (marketFirst ? orderSteps : marketSteps).forEach(step -> step.play(player));
    }

    static long price(String text) {
        return new BigDecimal(text).movePointRight(8).longValueExact();
    }

    /** A drop-copy message put together by hand. */
    static final class Message {
        private final OrderMessage message = new OrderMessage();
        private byte[] raw = new byte[0];

        Message(char msgType, long nanos) {
            this(msgType, nanos, "INST");
        }

        Message(char msgType, long nanos, String symbol) {
            message.clear();
            message.msgType = msgType;
            message.transactNanos = nanos;
            message.symbol = text(symbol);
        }

        /** For so many nanoseconds after its time it may have been. */
        Message truncation(long nanos) {
            message.transactTruncation = nanos;
            return this;
        }

        /** Its time cut off after a unit of so many nanoseconds. */
        Message truncated(long unit) {
            message.transactNanos -= Math.floorMod(message.transactNanos, unit);
            return truncation(unit == 1 ? 0 : unit);
        }

        Message id(String id) {
            message.clOrdId = text(id);
            return this;
        }

        Message original(String id) {
            message.origClOrdId = text(id);
            return this;
        }

        Message parent(String id) {
            message.parentId = text(id);
            return this;
        }

        Message account(String account) {
            message.account = text(account);
            return this;
        }

        Message execution(String id) {
            message.execId = text(id);
            return this;
        }

        Message reference(String id) {
            message.execRefId = text(id);
            return this;
        }

        Message side(Side side) {
            message.side = side;
            return this;
        }

        Message quantity(long quantity) {
            message.orderQty = quantity;
            return this;
        }

        Message limit(String price) {
            message.price = price(price);
            return this;
        }

        Message exec(char execType, char ordStatus) {
            message.execType = execType;
            message.ordStatus = ordStatus;
            return this;
        }

        Message transaction(char execTransType) {
            message.execTransType = execTransType;
            return this;
        }

        Message last(long quantity, String price) {
            message.lastQty = quantity;
            message.lastPx = price(price);
            return this;
        }

        Message cum(long quantity) {
            message.cumQty = quantity;
            return this;
        }

        Message leaves(long quantity) {
            message.leavesQty = quantity;
            return this;
        }

        Message average(String price) {
            message.avgPx = price(price);
            return this;
        }

        Message decision(String price) {
            message.decisionPrice = price(price);
            return this;
        }

        Message fees(String money) {
            message.fees = price(money);
            return this;
        }

        Message broker(String broker) {
            message.broker = text(broker);
            return this;
        }

        Message venue(String venue) {
            message.venue = text(venue);
            return this;
        }

        Message liquidity(int indicator) {
            message.lastLiquidityInd = indicator;
            return this;
        }

        Message orderId(String id) {
            message.orderId = text(id);
            return this;
        }

        /** QuoteReqID and QuoteID; null for none. */
        Message quote(String request, String quote) {
            message.quoteReqId = request == null ? OrderMessage.NO_TEXT : text(request);
            message.quoteId = quote == null ? OrderMessage.NO_TEXT : text(quote);
            return this;
        }

        /** Who is asked for a quote, or quotes. */
        Message asks(String... counterparties) {
            for (String counterparty : counterparties) {
                message.asked[message.askedCount++] = text(counterparty);
            }
            return this;
        }

        /** BidPx and OfferPx. */
        Message prices(String bid, String offer) {
            message.bidPx = price(bid);
            message.offerPx = price(offer);
            return this;
        }

        /** QuoteRespType: 1 hits. */
        Message answers(int response) {
            message.quoteRespType = response;
            return this;
        }

        Message counterparty(String firm) {
            message.counterparty = text(firm);
            return this;
        }

        Message again() {
            message.possDup = true;
            return this;
        }

        /** ExecRestatementReason. */
        Message dayEnds(long nanos) {
            message.dayEndNanos = nanos;
            return this;
        }

        Message restated(int reason) {
            message.restatement = reason;
            return this;
        }

        /** MultiLegReportingType. */
        Message legs(char type) {
            message.multiLeg = type;
            return this;
        }

        /** CxlRejResponseTo. */
        Message refuses(char request) {
            message.refusedRequest = request;
            return this;
        }

        /** TrdSubType. */
        Message booking(int subType) {
            message.trdSubType = subType;
            return this;
        }

        /** TrdMatchID. */
        Message match(String id) {
            message.matchId = text(id);
            return this;
        }

        Message strategy(String name) {
            message.strategy = text(name);
            return this;
        }

        Message currency(String code) {
            message.currency = code.charAt(0) << 16 | code.charAt(1) << 8 | code.charAt(2);
            return this;
        }

        Message possDup() {
            message.possDup = true;
            return this;
        }

        Message possResend() {
            message.possResend = true;
            return this;
        }

        /** SendingTime beside TransactTime. */
        Message sending(long nanos) {
            message.sendingNanos = nanos;
            return this;
        }

        /** Without TransactTime; SendingTime stands in. */
        Message sentAt(long nanos) {
            message.transactNanos = Absent.LONG;
            message.sendingNanos = nanos;
            return this;
        }

        OrderMessage message() {
            message.raw = raw;
            message.rawLength = raw.length;
            return message;
        }

        private long text(String text) {
            byte[] more = text.getBytes(StandardCharsets.US_ASCII);
            byte[] all = new byte[raw.length + more.length];
            System.arraycopy(raw, 0, all, 0, raw.length);
            System.arraycopy(more, 0, all, raw.length, more.length);
            long slice = OrderMessage.slice(raw.length, more.length);
            raw = all;
            return slice;
        }
    }
}
