package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.TradingState;
import java.util.Arrays;

/** What a day's stock locate codes stand for: the instrument, its symbol, and whether it trades. Plain arrays, a locate is their index. */
final class Locates {
    private static final int ALL = 1 << 16;

    private final int[] instruments = new int[ALL];
    private final long[] stocks = new long[ALL];
    private final char[] actions = new char[ALL];
    private final boolean[] halts = new boolean[ALL];

    Locates() {
        clear();
    }

    /** A new day: codes are given out anew. */
    void clear() {
        Arrays.fill(instruments, Absent.NAME);
        Arrays.fill(stocks, 0);
        Arrays.fill(actions, 'T');
        Arrays.fill(halts, false);
    }

    /** {@return the instrument, {@link Absent#NAME} while none is known} */
    int instrument(int locate) {
        return instruments[locate];
    }

    boolean isFor(int locate, long stock) {
        return stocks[locate] == stock && instruments[locate] != Absent.NAME;
    }

    void bind(int locate, long stock, int instrument) {
        stocks[locate] = stock;
        instruments[locate] = instrument;
        actions[locate] = 'T';
        halts[locate] = false;
    }

    /** {@return the state after a trading action, null when the venue's letter is unknown} */
    TradingState action(int locate, char action) {
        if (state(action) == null) {
            return null;
        }
        actions[locate] = action;
        return state(locate);
    }

    /** {@return the state after an operational halt began or ended: one halt does not lift the other} */
    TradingState operationalHalt(int locate, boolean halted) {
        halts[locate] = halted;
        return state(locate);
    }

    private TradingState state(int locate) {
        return halts[locate] ? TradingState.HALTED : state(actions[locate]);
    }

    private static TradingState state(char action) {
        return switch (action) {
            case 'T' -> TradingState.TRADING;
            case 'H' -> TradingState.HALTED;
            case 'P' -> TradingState.PAUSED;
            case 'Q' -> TradingState.QUOTATION;
            default -> null;
        };
    }
}
