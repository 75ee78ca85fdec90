package io.leakage.api.score;

/**
 * A row of an order: who works it and how; and what its own reports say beside what we count, so that a reader sees both when they differ.
 */
public abstract class OrderRow extends Row {
    /** How many words it takes in a row. */
    static final int WORDS_TOLD = 6;

    private static final int LEAVES = 0;
    private static final int TOLD_EXECUTED = 1;
    private static final int TOLD_LEAVES = 2;
    private static final int TOLD_AVERAGE = 3;
    private static final int STRATEGY = 4;
    private static final int BROKER = 5;

    private final int told;

    OrderRow(int words, int told) {
        super(words);
        this.told = told;
    }

    /** {@return what may still be executed, 0 once ended, {@code Absent.LONG} when no message told the quantity} */
    public long leaves() {
        return words[told + LEAVES];
    }

    /** Sets {@link #leaves()}. */
    public void leaves(long value) {
        words[told + LEAVES] = value;
    }

    /** {@return CumQty of the newest report, {@code Absent.LONG} before; {@link Flag#RECON_MISMATCH} when it is not our own sum} */
    public long toldExecuted() {
        return words[told + TOLD_EXECUTED];
    }

    /** Sets {@link #toldExecuted()}. */
    public void toldExecuted(long value) {
        words[told + TOLD_EXECUTED] = value;
    }

    /** {@return LeavesQty of the newest report, or {@code Absent.LONG}} */
    public long toldLeaves() {
        return words[told + TOLD_LEAVES];
    }

    /** Sets {@link #toldLeaves()}. */
    public void toldLeaves(long value) {
        words[told + TOLD_LEAVES] = value;
    }

    /** {@return AvgPx of the newest report in units of 1e-8, or {@code Absent.LONG}} */
    public long toldAverage() {
        return words[told + TOLD_AVERAGE];
    }

    /** Sets {@link #toldAverage()}. */
    public void toldAverage(long value) {
        words[told + TOLD_AVERAGE] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of its strategy, or −1} */
    public int strategy() {
        return (int) words[told + STRATEGY];
    }

    /** Sets {@link #strategy()}. */
    public void strategy(int value) {
        words[told + STRATEGY] = value;
    }

    /** {@return the name ({@link NameKind#TEXT}) of its executing broker, or −1} */
    public int broker() {
        return (int) words[told + BROKER];
    }

    /** Sets {@link #broker()}. */
    public void broker(int value) {
        words[told + BROKER] = value;
    }
}
