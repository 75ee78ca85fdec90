package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;

/** How good the machine's clock said it was when it was last asked. One thread. */
public final class ClockQuality {
    private ClockState state;
    private long uncertaintyNanos = Absent.LONG;
    private boolean bounded;

    /** The clock was asked. {@return whether its state is another than before} */
    public boolean told(ClockState toldState, long toldUncertaintyNanos) {
        boolean other = state != toldState;
        state = toldState;
        uncertaintyNanos = toldUncertaintyNanos;
        bounded = uncertaintyNanos != Absent.LONG && (state == ClockState.LOCKED || state == ClockState.HOLDOVER);
        return other;
    }

    /** {@return its state, null before anybody told it} */
    public ClockState state() {
        return state;
    }

    /** {@return what it is off by at most in nanoseconds, {@link Absent#LONG} when nothing bounds it} */
    public long uncertaintyNanos() {
        return uncertaintyNanos;
    }

    /**
     * {@return whether an event cannot have happened then, as it was received earlier by more than the clock can be off; a clock that
     * nothing bounds contradicts nobody}
     */
    boolean contradicts(long receiveNanos, long venueNanos) {
        return bounded && receiveNanos != Absent.LONG && venueNanos - receiveNanos > uncertaintyNanos;
    }
}
