package io.leakage.bench;

import com.paritytrading.juncture.nasdaq.itch50.ITCH50;
import com.paritytrading.juncture.nasdaq.itch50.ITCH50Listener;

/** A listener of the peer's decoder that passes over every message but those that touch a book. */
abstract class BookMessages implements ITCH50Listener {
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
