package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i32;
import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u16;
import static io.leakage.marketdata.wire.LittleEndian.u32;

/**
 * An instrument's definition laid over a DBN record of version 1, 2 or 3; the three differ in the place of most fields, this class does
 * not. Prices ending in 9 are units of 1e-9. Reading a text allocates; a feed that only wants the symbol takes its bytes.
 */
public final class DbnDefinition {
    private static final int SYMBOL_V1 = 22;
    private static final int SYMBOL_V2 = 71;
    /**
     * Places by version: raw symbol and its width, group, exchange, asset and its width, class, strike, number at the venue, round lot,
     * action, CFI, currency, underlying, the strike's currency.
     */
    private static final int[][] PLACES = {
        {200, SYMBOL_V1, 222, 243, 248, 7, 325, 328, 120, 148, 349, 255, 186, 300, 321},
        {200, SYMBOL_V2, 271, 292, 297, 7, 374, 112, 128, 156, 382, 304, 186, 349, 370},
        {238, SYMBOL_V2, 309, 330, 335, 11, 487, 104, 112, 168, 493, 346, 224, 391, 412}};

    private byte[] bytes;
    private int offset;
    private int version;
    private int[] places;

    DbnDefinition over(byte[] record, int first, int versionOfRecord) {
        bytes = record;
        offset = first;
        version = versionOfRecord;
        places = PLACES[versionOfRecord - 1];
        return this;
    }

    /** {@return when Databento received it, nanoseconds since the epoch} */
    public long receiveNanos() {
        return i64(bytes, offset + 16);
    }

    /** {@return the smallest step of the price in 1e-9} */
    public long tick9() {
        return i64(bytes, offset + 24);
    }

    /** {@return what displayed prices are multiplied with, in 1e-9} */
    public long displayFactor9() {
        return i64(bytes, offset + 32);
    }

    /** {@return the last time it can trade, nanoseconds since the epoch, or {@link DbnListener#NO_TIME}} */
    public long expirationNanos() {
        return i64(bytes, offset + 40);
    }

    /** {@return when it was activated, nanoseconds since the epoch, or {@link DbnListener#NO_TIME}} */
    public long activationNanos() {
        return i64(bytes, offset + 48);
    }

    /** {@return the day's highest allowed price in 1e-9} */
    public long highLimit9() {
        return i64(bytes, offset + 56);
    }

    /** {@return the day's lowest allowed price in 1e-9} */
    public long lowLimit9() {
        return i64(bytes, offset + 64);
    }

    /** {@return strike price of an option in 1e-9} */
    public long strike9() {
        return i64(bytes, offset + places[7]);
    }

    /** {@return the instrument's number at the venue, unsigned} */
    public long rawId() {
        return version < 3 ? u32(bytes, offset + places[8]) : i64(bytes, offset + places[8]);
    }

    /** {@return shares of a round lot} */
    public int roundLot() {
        return i32(bytes, offset + places[9]);
    }

    /** {@return the channel at Databento} */
    public int channel() {
        return u16(bytes, offset + (version < 3 ? 184 : 218));
    }

    /** {@return K stock, F future, C call, P put, S spread, … } */
    public char instrumentClass() {
        return BigEndian.letter(bytes, offset + places[6]);
    }

    /** {@return A added, M modified, D deleted} */
    public char action() {
        return BigEndian.letter(bytes, offset + places[10]);
    }

    /** {@return the symbol as the venue writes it} */
    public String symbol() {
        return text(places[0], places[1]);
    }

    /** {@return the security group} */
    public String group() {
        return text(places[2], 21);
    }

    /** {@return the exchange} */
    public String exchange() {
        return text(places[3], 5);
    }

    /** {@return the underlying asset's code} */
    public String asset() {
        return text(places[4], places[5]);
    }

    /** {@return the ISO 10962 code} */
    public String cfi() {
        return text(places[11], 7);
    }

    /** {@return the currency of prices} */
    public String currency() {
        return text(places[12], 4);
    }

    /** {@return the symbol of the first underlying} */
    public String underlying() {
        return text(places[13], 21);
    }

    /** {@return the currency of {@link #strike9}} */
    public String strikeCurrency() {
        return text(places[14], 4);
    }

    private String text(int place, int width) {
        return Ascii.text(bytes, offset + place, width);
    }
}
