package io.leakage.itests.scenarios;

import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import java.nio.charset.StandardCharsets;

/** Messages of an order that never was. */
final class Ghost {
    private final OrderMessage message = new OrderMessage();

    Ghost(String symbol, int ghost, int number) {
        String parent = "G" + ghost;
        String child = "C" + number;
        byte[] raw = (parent + child + symbol).getBytes(StandardCharsets.US_ASCII);
        message.clear();
        message.raw = raw;
        message.rawLength = raw.length;
        message.clOrdId = OrderMessage.slice(parent.length(), child.length());
        message.execId = message.clOrdId;
        message.parentId = OrderMessage.slice(0, parent.length());
        message.symbol = OrderMessage.slice(parent.length() + child.length(), symbol.length());
        message.side = ghost % 2 == 0 ? Side.BUY : Side.SELL;
        message.orderQty = 100;
        message.msgType = '8';
    }

    OrderMessage arrive(long nanos) {
        message.msgType = 'D';
        message.transactNanos = nanos;
        message.clOrdId = message.parentId;
        message.parentId = OrderMessage.NO_TEXT;
        return message;
    }

    OrderMessage show(long nanos, boolean rests) {
        message.transactNanos = nanos;
        message.execType = rests ? '0' : '4';
        message.ordStatus = message.execType;
        return message;
    }

    OrderMessage fill(long nanos) {
        message.transactNanos = nanos;
        message.execType = 'F';
        message.ordStatus = '2';
        message.lastQty = 100;
        message.lastPx = 100_000_000L;
        message.lastLiquidityInd = 1;
        return message;
    }
}
