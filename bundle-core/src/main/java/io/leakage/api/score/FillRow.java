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
    private static final int FLAGS = 9;
    private static final int BID = 10;
    private static final int OFFER = 11;
    private static final int BROKER = 12;
    private static final int COUNTERPARTY = 13;
    private static final int MIDS = 14;
    private static final int WORDS_A_MID = 4;

    /** An empty row. */
    public FillRow() {
        super(MIDS + WORDS_A_MID * Horizon.count());
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

    /** {@return the name ({@link NameKind#TEXT}) of its executing broker, or −1 when its own report named none} */
    public int broker() {
        return (int) words[BROKER];
    }

    /** Sets {@link #broker()}. */
    public void broker(int value) {
        words[BROKER] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of the firm on the other side, or −1} */
    public int counterparty() {
        return (int) words[COUNTERPARTY];
    }

    /** Sets {@link #counterparty()}. */
    public void counterparty(int value) {
        words[COUNTERPARTY] = value;
    }

    /** {@return {@link Flag} bits} */
    public long flags() {
        return words[FLAGS];
    }

    /** Sets {@link #flags()}. */
    public void flags(long value) {
        words[FLAGS] = value;
    }

    /** {@return bid just before the fill in units of 1e-8, {@code Absent.LONG} while unknown} */
    public long bid() {
        return words[BID];
    }

    /** {@return offer just before the fill in units of 1e-8, {@code Absent.LONG} while unknown} */
    public long offer() {
        return words[OFFER];
    }

    /** Sets {@link #bid()} and {@link #offer()}. */
    public void quote(long bid, long offer) {
        words[BID] = bid;
        words[OFFER] = offer;
    }

    /** {@return twice the mid at a horizon in units of 1e-8, {@code Absent.LONG} while unknown} */
    public long midTwice(Horizon horizon) {
        return words[at(horizon)];
    }

    /** {@return twice the lowest mid it may have been; the fill's time may be known coarsely} */
    public long midLoTwice(Horizon horizon) {
        return words[at(horizon) + 1];
    }

    /** {@return twice the highest mid it may have been} */
    public long midHiTwice(Horizon horizon) {
        return words[at(horizon) + 2];
    }

    /** {@return {@link Flag} bits: why the mid at a horizon is unknown, or what is to be known beside it} */
    public long midFlags(Horizon horizon) {
        return words[at(horizon) + 3];
    }

    /** Sets the mid at a horizon, twice, in units of 1e-8. */
    public void mid(Horizon horizon, long twice, long loTwice, long hiTwice, long flags) {
        int at = at(horizon);
        words[at] = twice;
        words[at + 1] = loTwice;
        words[at + 2] = hiTwice;
        words[at + 3] = flags;
    }

    /** {@return an input of the measures for this fill alone: currency or shares, NaN while unknown or where it has no meaning} */
    public double input(Input input, ParentRow parent) {
        return input.of(this, parent);
    }

    private static int at(Horizon horizon) {
        return MIDS + WORDS_A_MID * horizon.ordinal();
    }
}
