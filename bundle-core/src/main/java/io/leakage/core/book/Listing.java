package io.leakage.core.book;

import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;

/** One instrument in the market: the feed it belongs to, its tape, and what stands beside its quote. One thread. */
final class Listing {
    private static final long TRADING_STATES = Flag.HALT.bit() | Flag.AUCTION.bit();

    final int instrument;
    final QuoteTape tape = new QuoteTape();
    /** Null before its first market event. */
    Feed feed;
    /** What its first book event told; null until then. */
    Depth depth;
    /** Whether more levels of the same change follow: the book as it is never stood. */
    boolean partial;
    /** Bits of {@code Flag}: trading state and lost events of this instrument. */
    long standing;
    /** Whether the tape's last row was written with a suspect book. */
    boolean suspect;

    Listing(int instrument) {
        this.instrument = instrument;
    }

    /** Trading stopped or went on. {@return whether that is news} */
    boolean trade(TradingState state) {
        long before = standing;
        standing &= ~TRADING_STATES;
        standing |= switch (state) {
            case TRADING -> 0L;
            case HALTED, PAUSED -> Flag.HALT.bit();
            case QUOTATION -> Flag.AUCTION.bit();
        };
        return standing != before;
    }

    /** Something went wrong with this instrument. {@return whether that is news} */
    boolean raise(Flag flag) {
        long before = standing;
        standing |= flag.bit();
        return standing != before;
    }
}
