package io.leakage.marketdata.tape;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import java.util.HashMap;
import java.util.Map;

/** Counts calls and leaves no garbage; its digest keeps the compiler from leaving work out. */
public final class CountingInlet implements MarketInlet {
    private final Map<String, Integer> instruments = new HashMap<>();
    private long calls;
    private long digest;

    /** {@return number of calls that carry a message} */
    public long calls() {
        return calls;
    }

    /** {@return a number that depends on every argument} */
    public long digest() {
        return digest;
    }

    private void call(long a, long b, long c, long d, long e) {
        calls++;
        digest = ((((digest * 31 + a) * 31 + b) * 31 + c) * 31 + d) * 31 + e;
    }

    @Override
    public int instrument(CharSequence symbol) {
        return instruments.computeIfAbsent(symbol.toString(), name -> instruments.size());
    }

    @Override
    public void packet(long receiveNanos) {
        digest += receiveNanos;
    }

    @Override
    public void listed(int instrument, long sequence, long venueNanos) {
        digest += instrument;
    }

    @Override
    public void added(int instrument, long sequence, long venueNanos, long orderRef, Side side, long shares, long price) {
        call(instrument, sequence + venueNanos, orderRef, side.sign() * shares, price);
    }

    @Override
    public void executed(int instrument, long sequence, long venueNanos, long orderRef, long shares, long matchNumber) {
        call(instrument, sequence + venueNanos, orderRef, shares, matchNumber);
    }

    @Override
    public void executedAt(int instrument, long sequence, long venueNanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber) {
        call(instrument, sequence + venueNanos, orderRef, shares, price + matchNumber);
    }

    @Override
    public void cancelled(int instrument, long sequence, long venueNanos, long orderRef, long shares) {
        call(instrument, sequence, venueNanos, orderRef, shares);
    }

    @Override
    public void deleted(int instrument, long sequence, long venueNanos, long orderRef) {
        call(instrument, sequence, venueNanos, orderRef, 0);
    }

    @Override
    public void replaced(int instrument, long sequence, long venueNanos, long orderRef, long newOrderRef, long shares, long price) {
        call(instrument, sequence + venueNanos, orderRef, newOrderRef, shares + price);
    }

    @Override
    public void traded(int instrument, long sequence, long venueNanos, Side side, long shares, long price, long matchNumber) {
        call(instrument, sequence + venueNanos, shares, price, matchNumber);
    }

    @Override
    public void crossed(int instrument, long sequence, long venueNanos, long shares, long price, char crossType, long matchNumber) {
        call(instrument, sequence + venueNanos, shares, price, crossType + matchNumber);
    }

    @Override
    public void broken(int instrument, long sequence, long venueNanos, long matchNumber) {
        call(instrument, sequence, venueNanos, matchNumber, 0);
    }

    @Override
    public void tradingState(int instrument, long sequence, long venueNanos, TradingState state) {
        call(instrument, sequence, venueNanos, state.ordinal(), 0);
    }

    @Override
    public void passed(int instrument, long sequence, long venueNanos) {
        call(instrument, sequence, venueNanos, 0, 0);
    }

    @Override
    public void session(long sequence, long venueNanos, char code) {
        call(sequence, venueNanos, code, 0, 0);
    }

    @Override
    public void level(int instrument, long sequence, long venueNanos, Side side, long price, long shares, int orders, boolean whole) {
        call(instrument, sequence + venueNanos, side.sign() * shares, price, orders);
    }

    @Override
    public void quoted(int instrument, long sequence, long venueNanos, long bid, long bidShares, long offer, long offerShares) {
        call(instrument, sequence + venueNanos, bid + bidShares, offer, offerShares);
    }

    @Override
    public void cleared(int instrument, long sequence, long venueNanos) {
        call(instrument, sequence, venueNanos, 0, 0);
    }

    @Override
    public void breaker(long sequence, long venueNanos, int level) {
        call(sequence, venueNanos, level, 0, 0);
    }

    @Override
    public void filled() {
        digest++;
    }

    @Override
    public void recovering() {
        digest += 2;
    }

    @Override
    public void recovered(long sequence) {
        digest += sequence;
    }

    @Override
    public void silent(boolean silent) {
        digest += silent ? 3 : 4;
    }

    @Override
    public void lagging(long nanos) {
        digest += nanos;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        digest += toSequence - fromSequence;
    }

    @Override
    public void ended(long sequence) {
        digest += sequence;
    }
}
