package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.wire.LiveSink;

/** How a live line does, told to the market inlet as it is; what its messages say, a format's own mapping tells. One thread. */
abstract class LineToInlet implements LiveSink {
    final MarketInlet inlet;

    LineToInlet(MarketInlet inlet) {
        this.inlet = inlet;
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        inlet.gap(fromSequence, toSequence);
    }

    @Override
    public void ended(long nextSequence) {
        inlet.ended(nextSequence);
    }

    @Override
    public void filled() {
        inlet.filled();
    }

    @Override
    public void recovering() {
        inlet.recovering();
    }

    @Override
    public void recovered(long nextSequence) {
        inlet.recovered(nextSequence);
    }

    @Override
    public void silent(boolean silent) {
        inlet.silent(silent);
    }

    @Override
    public void lagging(long nanos) {
        inlet.lagging(nanos);
    }
}
