package io.leakage.api.score;

/**
 * One execution of a parent. A busted one stays, with quantity 0 and {@link Flag#CORRECTED}.
 */
public final class FillRow extends Row {
    private static final int PARENT = 0;
    private static final int NUMBER = 1;
    private static final int CHILD = 2;
    private static final int EXECUTION = 3;
    private static final int NANOS = 4;
    private static final int PRICE = 5;
    private static final int QUANTITY = 6;
    private static final int LIQUIDITY = 7;
    private static final int VENUE = 8;
    private static final int SLIPPAGE = 9;
    private static final int FLAGS = 10;
    private static final int HEADER = 11;

    /** An empty row. */
    public FillRow() {
        super(HEADER);
    }

    /** Makes this row equal to another. */
    public void copyFrom(FillRow other) {
        copyWords(other);
    }

    /** {@return its parent's number} */
    public int parent() {
        return (int) words[PARENT];
    }

    /** Sets {@link #parent()}. */
    public void parent(int value) {
        words[PARENT] = value;
    }

    /** {@return its place under the parent, from 0} */
    public int number() {
        return (int) words[NUMBER];
    }

    /** Sets {@link #number()}. */
    public void number(int value) {
        words[NUMBER] = value;
    }

    /** {@return its child's place under the parent} */
    public int child() {
        return (int) words[CHILD];
    }

    /** Sets {@link #child()}. */
    public void child(int value) {
        words[CHILD] = value;
    }

    /** {@return the name ({@link NameKind#EXECUTION}) of its key} */
    public int execution() {
        return (int) words[EXECUTION];
    }

    /** Sets {@link #execution()}. */
    public void execution(int value) {
        words[EXECUTION] = value;
    }

    /** {@return event time, nanoseconds since the epoch} */
    public long nanos() {
        return words[NANOS];
    }

    /** Sets {@link #nanos()}. */
    public void nanos(long value) {
        words[NANOS] = value;
    }

    /** {@return LastPx in units of 1e-8} */
    public long price() {
        return words[PRICE];
    }

    /** Sets {@link #price()}. */
    public void price(long value) {
        words[PRICE] = value;
    }

    /** {@return LastQty} */
    public long quantity() {
        return words[QUANTITY];
    }

    /** Sets {@link #quantity()}. */
    public void quantity(long value) {
        words[QUANTITY] = value;
    }

    /** {@return LastLiquidityInd (851), 0 when absent} */
    public int liquidity() {
        return (int) words[LIQUIDITY];
    }

    /** Sets {@link #liquidity()}. */
    public void liquidity(int value) {
        words[LIQUIDITY] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of its venue, or −1} */
    public int venue() {
        return (int) words[VENUE];
    }

    /** Sets {@link #venue()}. */
    public void venue(int value) {
        words[VENUE] = value;
    }

    /** {@return this fill alone against the mid at arrival in bps, NaN while unknown} */
    public double slippage() {
        return Double.longBitsToDouble(words[SLIPPAGE]);
    }

    /** Sets {@link #slippage()}. */
    public void slippage(double value) {
        words[SLIPPAGE] = Double.doubleToRawLongBits(value);
    }

    /** {@return {@link Flag} bits} */
    public long flags() {
        return words[FLAGS];
    }

    /** Sets {@link #flags()}. */
    public void flags(long value) {
        words[FLAGS] = value;
    }
}
