package io.leakage.api.score;

import io.leakage.api.event.Side;

/**
 * A child order under its parent.
 */
public final class ChildRow extends OrderRow {
    private static final int PARENT = 0;
    private static final int NUMBER = 1;
    private static final int ORDER = 2;
    private static final int ORDER_ID = 3;
    private static final int SIDE = 4;
    private static final int QUANTITY = 5;
    private static final int PRICE = 6;
    private static final int EXECUTED = 7;
    private static final int STATE = 8;
    private static final int SENT_NANOS = 9;
    private static final int VENUE = 10;
    private static final int FLAGS = 11;
    private static final int AVERAGE_PRICE = 12;
    private static final int NAMES = 13;
    private static final int RESTATEMENT = 14;
    private static final int TOLD = 15;
    private static final int HEADER = TOLD + WORDS_TOLD;

    /** An empty row. */
    public ChildRow() {
        super(HEADER, TOLD);
    }

    /** Makes this row equal to another. */
    public void copyFrom(ChildRow other) {
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

    /** {@return the name ({@link NameKind#ORDER}) of its newest ClOrdID} */
    public int order() {
        return (int) words[ORDER];
    }

    /** Sets {@link #order()}. */
    public void order(int value) {
        words[ORDER] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of its OrderID (37), or −1} */
    public int orderId() {
        return (int) words[ORDER_ID];
    }

    /** Sets {@link #orderId()}. */
    public void orderId(int value) {
        words[ORDER_ID] = value;
    }

    /** {@return its side; while no message told one its parent's, BUY while none told that either} */
    public Side side() {
        return words[SIDE] == 0 ? Side.BUY : Side.SELL;
    }

    /** Sets {@link #side()}. */
    public void side(Side value) {
        words[SIDE] = value.ordinal();
    }

    /** {@return OrderQty, or {@code Absent.LONG}} */
    public long quantity() {
        return words[QUANTITY];
    }

    /** Sets {@link #quantity()}. */
    public void quantity(long value) {
        words[QUANTITY] = value;
    }

    /** {@return limit price in units of 1e-8, or {@code Absent.LONG}} */
    public long price() {
        return words[PRICE];
    }

    /** Sets {@link #price()}. */
    public void price(long value) {
        words[PRICE] = value;
    }

    /** {@return quantity executed, busts taken off} */
    public long executed() {
        return words[EXECUTED];
    }

    /** Sets {@link #executed()}. */
    public void executed(long value) {
        words[EXECUTED] = value;
    }

    /** {@return OrdStatus (39) as derived from what was told} */
    public char state() {
        return (char) words[STATE];
    }

    /** Sets {@link #state()}. */
    public void state(char value) {
        words[STATE] = value;
    }

    /** {@return when it was sent, nanoseconds since the epoch, or {@code Absent.LONG} while no message told it} */
    public long sentNanos() {
        return words[SENT_NANOS];
    }

    /** Sets {@link #sentNanos()}. */
    public void sentNanos(long value) {
        words[SENT_NANOS] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of its venue, or −1} */
    public int venue() {
        return (int) words[VENUE];
    }

    /** Sets {@link #venue()}. */
    public void venue(int value) {
        words[VENUE] = value;
    }

    /** {@return {@link Flag} bits} */
    public long flags() {
        return words[FLAGS];
    }

    /** Sets {@link #flags()}. */
    public void flags(long value) {
        words[FLAGS] = value;
    }

    /** {@return average price of the executed quantity in currency, NaN before the first fill} */
    public double averagePrice() {
        return Double.longBitsToDouble(words[AVERAGE_PRICE]);
    }

    /** Sets {@link #averagePrice()}. */
    public void averagePrice(double value) {
        words[AVERAGE_PRICE] = Double.doubleToRawLongBits(value);
    }

    /** {@return how many ClOrdIDs it has had, refused requests apart} */
    public int names() {
        return (int) words[NAMES];
    }

    /** Sets {@link #names()}. */
    public void names(int value) {
        words[NAMES] = value;
    }

    /** {@return ExecRestatementReason (378) of the last report that had one, −1 before} */
    public int restatement() {
        return (int) words[RESTATEMENT];
    }

    /** Sets {@link #restatement()}. */
    public void restatement(int value) {
        words[RESTATEMENT] = value;
    }
}
