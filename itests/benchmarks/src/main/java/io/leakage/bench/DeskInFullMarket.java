package io.leakage.bench;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.VenueDay;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** A desk with live parents in a whole market: ITCH bytes through the real decoder into an engine's door. */
final class DeskInFullMarket {
    private final GeneratedMarket market;
    private final ItchToInlet feed;
    private final OrderInlet orders;
    private final OrderMessage message = new OrderMessage();
    private final int symbols;
    private long sequence;
    private int parents;
    private int executions;
    private long reports;

    /** Opens the market at this door, and lets the desk send its parents, spread evenly from busy symbols to quiet ones. */
    DeskInFullMarket(Inlets inlets, int symbols, int liveOrders, int parents) {
        market = new GeneratedMarket(symbols, liveOrders);
        feed = new ItchToInlet(inlets.market("generated", WhenFull.WAIT), VenueDay.of(LocalDate.of(2026, 1, 2),
                ZoneId.of("America/New_York")));
        orders = inlets.orders("desk");
        market.writeOpening();
        play();
        this.symbols = symbols;
        parents(parents);
    }

    /** Sends more parents, spread evenly from busy symbols to quiet ones. */
    void parents(int more) {
        for (int i = 1; i <= more; i++) {
            parent(1 + (int) ((long) i * (symbols - 1) / more));
        }
    }

    /** From now on so many nanoseconds of the venue's time lie between two messages. */
    void gap(long between) {
        market.gap(between);
    }

    /** Tells so many executions of every parent. {@return how many in all} */
    long fill(int each) {
        for (int i = 0; i < parents * each; i++) {
            execution(i % parents);
        }
        return (long) parents * each;
    }

    /** Tells one execution of 100 of a parent; not while another thread tells of orders. */
    void fillOne(int parent) {
        execution(parent);
    }

    /** Generates the next messages; not part of what is measured. */
    void prepare(int messages) {
        market.write(messages);
    }

    /** Sends the prepared messages. {@return how many} */
    long play() {
        byte[] bytes = market.bytes();
        int end = market.end();
        long messages = 0;
        for (int at = 0; at < end; messages++) {
            int length = bytes[at + 1];
            feed.message(++sequence, bytes, at + 2, length);
            at += 2 + length;
        }
        return messages;
    }

    /** {@return how many messages of orders were sent} */
    long reports() {
        return reports;
    }

    /** {@return number of the last message sent} */
    long sequence() {
        return sequence;
    }

    private void parent(int locate) {
        String id = "P" + parents++;
        begin('D', id, symbol(locate));
        message.side = locate % 2 == 0 ? Side.BUY : Side.SELL;
        message.orderQty = 10_000_000;
        message.symbol = OrderMessage.slice(id.length(), message.rawLength - id.length());
        send();
    }

    private void execution(int parent) {
        String id = "P" + parent;
        begin('8', id, "E" + executions++);
        message.execId = OrderMessage.slice(id.length(), message.rawLength - id.length());
        message.execType = 'F';
        message.ordStatus = '1';
        message.lastQty = 100;
        message.lastPx = 10_000_000_000L;
        send();
    }

    private void send() {
        orders.accept(message);
        reports++;
    }

    private void begin(char type, String id, String rest) {
        message.clear();
        message.msgType = type;
        message.transactNanos = feed.venueNanos();
        message.raw = (id + rest).getBytes(StandardCharsets.ISO_8859_1);
        message.rawLength = message.raw.length;
        message.clOrdId = OrderMessage.slice(0, id.length());
    }

    /** The generator's symbols are eight bytes, blanks plus the locate; trailing blanks do not count. */
    private static String symbol(int locate) {
        StringBuilder symbol = new StringBuilder();
        for (int shift = 56; shift >= 0; shift -= 8) {
            symbol.append((char) (0x2020202020202020L + locate >>> shift & 0xFF));
        }
        return symbol.toString().stripTrailing();
    }
}
