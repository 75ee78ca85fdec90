package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.TradingState;
import java.util.Arrays;

/**
 * Instruments by packed symbol ({@link io.leakage.marketdata.wire.Alpha}), and whether each trades: a halt of all markets and one of this
 * venue do not lift each other. Open addressing, so that looking up allocates nothing. One thread.
 */
final class SymbolTable {
    private long[] symbols = new long[1 << 12];
    private int[] instruments = new int[symbols.length];
    private TradingState[] states = new TradingState[symbols.length];
    private boolean[] halts = new boolean[symbols.length];
    private int used;

    /** {@return the instrument, {@link Absent#NAME} while none is known} */
    int instrument(long symbol) {
        int at = slot(symbol);
        return symbols[at] == symbol ? instruments[at] : Absent.NAME;
    }

    /** From here on this symbol, which is not blank, is that instrument. */
    void bind(long symbol, int instrument) {
        if (2 * used >= symbols.length) {
            grow();
        }
        int at = slot(symbol);
        used += symbols[at] == symbol ? 0 : 1;
        symbols[at] = symbol;
        instruments[at] = instrument;
        states[at] = TradingState.TRADING;
        halts[at] = false;
    }

    /** {@return the state of a known symbol after its trading status changed} */
    TradingState status(long symbol, TradingState state) {
        int at = slot(symbol);
        states[at] = state;
        return halts[at] ? TradingState.HALTED : state;
    }

    /** {@return the state of a known symbol after an operational halt began or ended} */
    TradingState operationalHalt(long symbol, boolean halted) {
        int at = slot(symbol);
        halts[at] = halted;
        return halted ? TradingState.HALTED : states[at];
    }

    /** A new day: nothing is known any more. */
    void clear() {
        Arrays.fill(symbols, 0);
        used = 0;
    }

    private int slot(long symbol) {
        int mask = symbols.length - 1;
        int at = (int) (symbol * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (symbols[at] != symbol && symbols[at] != 0) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        SymbolTable old = new SymbolTable(this);
        symbols = new long[2 * old.symbols.length];
        instruments = new int[symbols.length];
        states = new TradingState[symbols.length];
        halts = new boolean[symbols.length];
        for (int i = 0; i < old.symbols.length; i++) {
            if (old.symbols[i] != 0) {
                int at = slot(old.symbols[i]);
                symbols[at] = old.symbols[i];
                instruments[at] = old.instruments[i];
                states[at] = old.states[i];
                halts[at] = old.halts[i];
            }
        }
    }

    SymbolTable() {
    }

    private SymbolTable(SymbolTable other) {
        symbols = other.symbols;
        instruments = other.instruments;
        states = other.states;
        halts = other.halts;
    }
}
