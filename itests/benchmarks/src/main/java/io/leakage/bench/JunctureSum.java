package io.leakage.bench;

import com.paritytrading.juncture.nasdaq.itch50.ITCH50;
import com.paritytrading.juncture.nasdaq.itch50.ITCH50Listener;

/** The peer's counterpart of {@link OurSum}: the same fields, added up the same way. */
final class JunctureSum implements ITCH50Listener {
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

    @Override
    public void systemEvent(ITCH50.SystemEvent message) {
    }

    @Override
    public void stockDirectory(ITCH50.StockDirectory message) {
    }

    @Override
    public void stockTradingAction(ITCH50.StockTradingAction message) {
    }

    @Override
    public void regSHORestriction(ITCH50.RegSHORestriction message) {
    }

    @Override
    public void marketParticipantPosition(ITCH50.MarketParticipantPosition message) {
    }

    @Override
    public void mwcbDeclineLevel(ITCH50.MWCBDeclineLevel message) {
    }

    @Override
    public void mwcbStatus(ITCH50.MWCBStatus message) {
    }

    @Override
    public void ipoQuotingPeriodUpdate(ITCH50.IPOQuotingPeriodUpdate message) {
    }

    @Override
    public void luldAuctionCollar(ITCH50.LULDAuctionCollar message) {
    }

    @Override
    public void operationalHalt(ITCH50.OperationalHalt message) {
    }

    @Override
    public void trade(ITCH50.Trade message) {
    }

    @Override
    public void crossTrade(ITCH50.CrossTrade message) {
    }

    @Override
    public void brokenTrade(ITCH50.BrokenTrade message) {
    }

    @Override
    public void noii(ITCH50.NOII message) {
    }

    @Override
    public void rpii(ITCH50.RPII message) {
    }
}
