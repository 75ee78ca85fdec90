package io.leakage.marketdata.tape;

import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.Recourse;

/** A sink that hears nothing and a recourse that answers nothing, without a trace in memory. */
public class Deaf implements LiveSink, Recourse {
    @Override
    public void packet(long receiveNanos) {
    }

    @Override
    public boolean message(long sequence, byte[] buffer, int offset, int length) {
        return true;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
    }

    @Override
    public void ended(long sequence) {
    }

    @Override
    public void filled() {
    }

    @Override
    public void recovering() {
    }

    @Override
    public void recovered(long sequence) {
    }

    @Override
    public void silent(boolean silent) {
    }

    @Override
    public void lagging(long nanos) {
    }

    @Override
    public void sessionChanged() {
    }

    @Override
    public long venueNanos() {
        return Long.MIN_VALUE;
    }

    @Override
    public boolean request(long sequence, int count) {
        return true;
    }

    @Override
    public boolean snapshot() {
        return false;
    }

    @Override
    public void enough() {
    }
}
