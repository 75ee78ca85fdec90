package io.leakage.bench;

import com.paritytrading.juncture.nasdaq.itch50.ITCH50;

/** The peer's counterpart of {@link OurSum}: the same fields, added up the same way. */
final class JunctureSum extends BookMessages {
    private long sum;

    /** {@return the sum} */
    long sum() {
        return sum;
    }

    private static long nanos(int high, long low) {
        return (long) high << 32 | low;
    }

    @Override
    public void addOrder(ITCH50.AddOrder m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.orderReferenceNumber + m.buySellIndicator
                + m.shares + m.stock + m.price;
    }

    @Override
    public void addOrderMPID(ITCH50.AddOrderMPID m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.orderReferenceNumber + m.buySellIndicator
                + m.shares + m.stock + m.price;
    }

    @Override
    public void orderExecuted(ITCH50.OrderExecuted m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.orderReferenceNumber + m.executedShares
                + m.matchNumber;
    }

    @Override
    public void orderCancel(ITCH50.OrderCancel m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.orderReferenceNumber + m.canceledShares;
    }

    @Override
    public void orderDelete(ITCH50.OrderDelete m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.orderReferenceNumber;
    }

    @Override
    public void orderReplace(ITCH50.OrderReplace m) {
        sum += m.stockLocate + m.trackingNumber + nanos(m.timestampHigh, m.timestampLow) + m.originalOrderReferenceNumber
                + m.newOrderReferenceNumber + m.shares + m.price;
    }

    @Override
    public void orderExecutedWithPrice(ITCH50.OrderExecutedWithPrice message) {
    }
}
