package io.leakage.api.event;

/** Whether an instrument trades continuously; a mid means something only in {@link #TRADING}. */
public enum TradingState {
    /** Continuous trading (ITCH 'T'). */
    TRADING,
    /** Halted, in every market or in this one (ITCH 'H', operational halt). */
    HALTED,
    /** Paused (ITCH 'P', a volatility pause among others). */
    PAUSED,
    /** Quotation only, before a halt is lifted (ITCH 'Q'). */
    QUOTATION
}
