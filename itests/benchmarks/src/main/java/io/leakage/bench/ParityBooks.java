package io.leakage.bench;

import com.paritytrading.juncture.nasdaq.itch50.ITCH50;
import com.paritytrading.juncture.nasdaq.itch50.ITCH50Parser;
import com.paritytrading.parity.book.Market;
import com.paritytrading.parity.book.MarketListener;
import com.paritytrading.parity.book.Order;
import com.paritytrading.parity.book.OrderBook;
import com.paritytrading.parity.book.Side;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The peer: juncture decodes, parity-book keeps the books, wired as their users wire them. */
final class ParityBooks extends BookMessages implements MarketListener {
    private final Market market = new Market(this);
    private final ITCH50Parser parser = new ITCH50Parser(this);
    private long changes;

    ParityBooks(int symbols) {
        for (int symbol = 1; symbol <= symbols; symbol++) {
            market.open(symbol);
        }
    }

    /** Applies length-prefixed messages. {@return how many} */
    long apply(byte[] bytes, int end) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long messages = 0;
        int at = 0;
        while (at < end) {
            int length = buffer.limit(end).getShort(at) & 0xFFFF;
            buffer.limit(at + 2 + length).position(at + 2);
            parser.message(buffer);
            at += 2 + length;
            messages++;
        }
        return messages;
    }

    /** {@return how often a best price or its size changed} */
    long changes() {
        return changes;
    }

    /** {@return best bid and offer in 1e-4, or 0 where there is none} */
    long[] touch(int symbol) {
        OrderBook book = market.open(symbol);
        return new long[] {book.getBestBidPrice(), book.getBestAskPrice()};
    }

    @Override
    public void update(OrderBook book, boolean bbo) {
        changes += bbo ? 1 : 0;
    }

    @Override
    public void trade(OrderBook book, Side side, long price, long size) {
        // the benchmark counts books, not trades
    }

    @Override
    public void addOrder(ITCH50.AddOrder message) {
        Side side = message.buySellIndicator == ITCH50.BUY ? Side.BUY : Side.SELL;
        market.add(message.stockLocate, message.orderReferenceNumber, side, message.price, message.shares);
    }

    @Override
    public void addOrderMPID(ITCH50.AddOrderMPID message) {
        Side side = message.buySellIndicator == ITCH50.BUY ? Side.BUY : Side.SELL;
        market.add(message.stockLocate, message.orderReferenceNumber, side, message.price, message.shares);
    }

    @Override
    public void orderExecuted(ITCH50.OrderExecuted message) {
        market.execute(message.orderReferenceNumber, message.executedShares);
    }

    @Override
    public void orderExecutedWithPrice(ITCH50.OrderExecutedWithPrice message) {
        market.execute(message.orderReferenceNumber, message.executedShares, message.executionPrice);
    }

    @Override
    public void orderCancel(ITCH50.OrderCancel message) {
        market.cancel(message.orderReferenceNumber, message.canceledShares);
    }

    @Override
    public void orderDelete(ITCH50.OrderDelete message) {
        market.delete(message.orderReferenceNumber);
    }

    @Override
    public void orderReplace(ITCH50.OrderReplace message) {
        Order order = market.find(message.originalOrderReferenceNumber);
        if (order != null) {
            market.delete(message.originalOrderReferenceNumber);
            market.add(message.stockLocate, message.newOrderReferenceNumber, order.getSide(), message.price, message.shares);
        }
    }
}
