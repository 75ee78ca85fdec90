package io.leakage.bench;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import java.util.HashMap;
import java.util.Map;

/** An inlet that adds up what it is told and keeps nothing, so that what is measured is who calls it. One thread. */
final class SummingInlet implements MarketInlet {
    private final Map<String, Integer> instruments = new HashMap<>();
    private long sum;

    /** {@return the sum} */
    long sum() {
        return sum;
    }

    @Override
    public int instrument(CharSequence symbol) {
        return instruments.computeIfAbsent(symbol.toString(), name -> instruments.size());
    }

    @Override
    public void packet(long receiveNanos) {
        sum += receiveNanos;
    }

    @Override
    public void listed(int instrument, long sequence, long venueNanos) {
        sum += instrument + sequence + venueNanos;
    }

    @Override
    public void added(int instrument, long sequence, long venueNanos, long orderRef, Side side, long shares, long price) {
        sum += instrument + sequence + venueNanos + orderRef + side.sign() * shares + price;
    }

    @Override
    public void executed(int instrument, long sequence, long venueNanos, long orderRef, long shares, long matchNumber) {
        sum += instrument + sequence + venueNanos + orderRef + shares + matchNumber;
    }

    @Override
    public void executedAt(int instrument, long sequence, long venueNanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber) {
        sum += instrument + sequence + venueNanos + orderRef + shares + price + matchNumber;
    }

    @Override
    public void cancelled(int instrument, long sequence, long venueNanos, long orderRef, long shares) {
        sum += instrument + sequence + venueNanos + orderRef + shares;
    }

    @Override
    public void deleted(int instrument, long sequence, long venueNanos, long orderRef) {
        sum += instrument + sequence + venueNanos + orderRef;
    }

    @Override
    public void replaced(int instrument, long sequence, long venueNanos, long orderRef, long newOrderRef, long shares, long price) {
        sum += instrument + sequence + venueNanos + orderRef + newOrderRef + shares + price;
    }

    @Override
    public void traded(int instrument, long sequence, long venueNanos, Side side, long shares, long price, long matchNumber) {
        sum += instrument + sequence + venueNanos + shares + price + matchNumber;
    }

    @Override
    public void crossed(int instrument, long sequence, long venueNanos, long shares, long price, char crossType, long matchNumber) {
        sum += instrument + sequence + venueNanos + shares + price + crossType + matchNumber;
    }

    @Override
    public void broken(int instrument, long sequence, long venueNanos, long matchNumber) {
        sum += instrument + sequence + venueNanos + matchNumber;
    }

    @Override
    public void level(int instrument, long sequence, long venueNanos, Side side, long price, long shares, int orders, boolean whole) {
        sum += instrument + sequence + venueNanos + side.sign() * shares + price + orders;
    }

    @Override
    public void quoted(int instrument, long sequence, long venueNanos, long bid, long bidShares, long offer, long offerShares) {
        sum += instrument + sequence + venueNanos + bid + bidShares + offer + offerShares;
    }

    @Override
    public void cleared(int instrument, long sequence, long venueNanos) {
        sum += instrument + sequence + venueNanos;
    }

    @Override
    public void tradingState(int instrument, long sequence, long venueNanos, TradingState state) {
        sum += instrument + sequence + venueNanos + state.ordinal();
    }

    @Override
    public void passed(int instrument, long sequence, long venueNanos) {
        sum += instrument + sequence + venueNanos;
    }

    @Override
    public void session(long sequence, long venueNanos, char code) {
        sum += sequence + venueNanos + code;
    }

    @Override
    public void breaker(long sequence, long venueNanos, int level) {
        sum += sequence + venueNanos + level;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        sum += toSequence - fromSequence;
    }

    @Override
    public void filled() {
        sum++;
    }

    @Override
    public void recovering() {
        sum++;
    }

    @Override
    public void recovered(long sequence) {
        sum += sequence;
    }

    @Override
    public void silent(boolean silent) {
        sum++;
    }

    @Override
    public void ended(long sequence) {
        sum += sequence;
    }
}
