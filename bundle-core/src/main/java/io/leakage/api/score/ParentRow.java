package io.leakage.api.score;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;

/**
 * A parent order and its scores.
 *
 * <p>Each {@link Measure} has value, interval [lo, hi] that holds the truth, status and flags; NaN when {@link Status#SUPPRESSED}. The
 * interval alone is NaN when nobody knows how far the value may be off.
 */
public final class ParentRow extends OrderRow {
    private static final Grade[] GRADES = Grade.values();
    private static final ArrivalSource[] ARRIVAL_SOURCES = ArrivalSource.values();
    private static final Status[] STATUSES = Status.values();
    private static final ClockState[] CLOCK_STATES = ClockState.values();
    private static final int WORDS_A_MEASURE = 4;
    private static final int STATUS_SHIFT = 60;
    private static final long FLAG_BITS = (1L << STATUS_SHIFT) - 1;

    private static final int NUMBER = 0;
    private static final int VERSION = 1;
    private static final int ORDER = 2;
    private static final int DESK = 3;
    private static final int INSTRUMENT = 4;
    private static final int SIDE = 5;
    private static final int QUANTITY = 6;
    private static final int EXECUTED = 7;
    private static final int AVERAGE_PRICE = 8;
    private static final int STATE = 9;
    private static final int CHILDREN = 10;
    private static final int FILLS = 11;
    private static final int ARRIVAL_NANOS = 12;
    private static final int ARRIVAL_SOURCE = 13;
    private static final int ARRIVAL_MID = 14;
    private static final int FIRST_FILL_NANOS = 15;
    private static final int LAST_FILL_NANOS = 16;
    private static final int AS_OF_NANOS = 17;
    private static final int MARKET_SEQUENCE = 18;
    private static final int ORDER_SEQUENCE = 19;
    private static final int FLAGS = 20;
    private static final int GRADE = 21;
    private static final int CLOCK = 22;
    private static final int CLOCK_UNCERTAINTY = 23;
    private static final int QUESTIONS = 24;
    private static final int UNDECIDABLE = 25;
    private static final int TOLD = 26;
    private static final int END_NANOS = TOLD + WORDS_TOLD;
    private static final int MESSAGES = END_NANOS + 1;
    private static final int HEADER = MESSAGES + Input.When.count();
    private static final int INPUTS = HEADER + WORDS_A_MEASURE * Measure.count();

    /** An empty row. */
    public ParentRow() {
        super(INPUTS + Input.kept(), TOLD);
    }

    /** Makes this row equal to another. */
    public void copyFrom(ParentRow other) {
        copyWords(other);
    }

    /** {@return the parent's number, dense from 0} */
    public int number() {
        return (int) words[NUMBER];
    }

    /** Sets {@link #number()}. */
    public void number(int value) {
        words[NUMBER] = value;
    }

    /** {@return how often this row was written; rises by one} */
    public long version() {
        return words[VERSION];
    }

    /** Sets {@link #version()}. */
    public void version(long value) {
        words[VERSION] = value;
    }

    /** {@return the name ({@link NameKind#ORDER}) of the parent's ClOrdID} */
    public int order() {
        return (int) words[ORDER];
    }

    /** Sets {@link #order()}. */
    public void order(int value) {
        words[ORDER] = value;
    }

    /** {@return the name ({@link NameKind#DESK}) of its desk, or −1 while none claims it} */
    public int desk() {
        return (int) words[DESK];
    }

    /** Sets {@link #desk()}. */
    public void desk(int value) {
        words[DESK] = value;
    }

    /** {@return the name ({@link NameKind#INSTRUMENT}) of its symbol, or −1 while no message told it} */
    public int instrument() {
        return (int) words[INSTRUMENT];
    }

    /** Sets {@link #instrument()}. */
    public void instrument(int value) {
        words[INSTRUMENT] = value;
    }

    /** {@return its side; BUY while no message told one, and every measure is {@link Status#SUPPRESSED} then} */
    public Side side() {
        return words[SIDE] == 0 ? Side.BUY : Side.SELL;
    }

    /** Sets {@link #side()}. */
    public void side(Side value) {
        words[SIDE] = value.ordinal();
    }

    /** {@return OrderQty, or {@code Absent.LONG} when no message told it} */
    public long quantity() {
        return words[QUANTITY];
    }

    /** Sets {@link #quantity()}. */
    public void quantity(long value) {
        words[QUANTITY] = value;
    }

    /** {@return quantity executed, busts taken off} */
    public long executed() {
        return words[EXECUTED];
    }

    /** Sets {@link #executed()}. */
    public void executed(long value) {
        words[EXECUTED] = value;
    }

    /** {@return average price of the executed quantity in currency, NaN before the first fill} */
    public double averagePrice() {
        return Double.longBitsToDouble(words[AVERAGE_PRICE]);
    }

    /** Sets {@link #averagePrice()}. */
    public void averagePrice(double value) {
        words[AVERAGE_PRICE] = Double.doubleToRawLongBits(value);
    }

    /** {@return OrdStatus (39) as derived from what was told} */
    public char state() {
        return (char) words[STATE];
    }

    /** Sets {@link #state()}. */
    public void state(char value) {
        words[STATE] = value;
    }

    /** {@return how many child rows it has} */
    public int children() {
        return (int) words[CHILDREN];
    }

    /** Sets {@link #children()}. */
    public void children(int value) {
        words[CHILDREN] = value;
    }

    /** {@return how many fill rows it has} */
    public int fills() {
        return (int) words[FILLS];
    }

    /** Sets {@link #fills()}. */
    public void fills(int value) {
        words[FILLS] = value;
    }

    /** {@return arrival time, nanoseconds since the epoch, or {@code Absent.LONG} while unknown} */
    public long arrivalNanos() {
        return words[ARRIVAL_NANOS];
    }

    /** Sets {@link #arrivalNanos()}. */
    public void arrivalNanos(long value) {
        words[ARRIVAL_NANOS] = value;
    }

    /** {@return where the arrival time came from} */
    public ArrivalSource arrivalSource() {
        return ARRIVAL_SOURCES[(int) words[ARRIVAL_SOURCE]];
    }

    /** Sets {@link #arrivalSource()}. */
    public void arrivalSource(ArrivalSource value) {
        words[ARRIVAL_SOURCE] = value.ordinal();
    }

    /** {@return mid at arrival in currency, NaN while unknown} */
    public double arrivalMid() {
        return Double.longBitsToDouble(words[ARRIVAL_MID]);
    }

    /** Sets {@link #arrivalMid()}. */
    public void arrivalMid(double value) {
        words[ARRIVAL_MID] = Double.doubleToRawLongBits(value);
    }

    /** {@return time of the first fill, or {@code Absent.LONG}} */
    public long firstFillNanos() {
        return words[FIRST_FILL_NANOS];
    }

    /** Sets {@link #firstFillNanos()}. */
    public void firstFillNanos(long value) {
        words[FIRST_FILL_NANOS] = value;
    }

    /** {@return time of the last fill, or {@code Absent.LONG}} */
    public long lastFillNanos() {
        return words[LAST_FILL_NANOS];
    }

    /** Sets {@link #lastFillNanos()}. */
    public void lastFillNanos(long value) {
        words[LAST_FILL_NANOS] = value;
    }

    /** {@return when the order ended, or {@code Absent.LONG} while it works} */
    public long endNanos() {
        return words[END_NANOS];
    }

    /** Sets {@link #endNanos()}. */
    public void endNanos(long value) {
        words[END_NANOS] = value;
    }

    /** {@return how far the market data had come, nanoseconds since the epoch, or {@code Absent.LONG} before the first} */
    public long asOfNanos() {
        return words[AS_OF_NANOS];
    }

    /** Sets {@link #asOfNanos()}. */
    public void asOfNanos(long value) {
        words[AS_OF_NANOS] = value;
    }

    /** {@return the last message number of the feed that this row knew, or {@code Absent.LONG} while there is none} */
    public long marketSequence() {
        return words[MARKET_SEQUENCE];
    }

    /** Sets {@link #marketSequence()}. */
    public void marketSequence(long value) {
        words[MARKET_SEQUENCE] = value;
    }

    /** {@return the feed's number of the message that made the quote then, 0 while none is known} */
    public long message(Input.When when) {
        return words[MESSAGES + when.ordinal()];
    }

    /** Sets {@link #message}; {@code Absent.LONG} for none. */
    public void message(Input.When when, long value) {
        words[MESSAGES + when.ordinal()] = value == Absent.LONG ? 0 : value;
    }

    /** {@return how many order events this row knew} */
    public long orderSequence() {
        return words[ORDER_SEQUENCE];
    }

    /** Sets {@link #orderSequence()}. */
    public void orderSequence(long value) {
        words[ORDER_SEQUENCE] = value;
    }

    /** {@return {@link Flag} bits of the order as a whole} */
    public long flags() {
        return words[FLAGS];
    }

    /** Sets {@link #flags()}. */
    public void flags(long value) {
        words[FLAGS] = value;
    }

    /** {@return the light beside it} */
    public Grade grade() {
        return GRADES[(int) words[GRADE]];
    }

    /** Sets {@link #grade()}. */
    public void grade(Grade value) {
        words[GRADE] = value.ordinal();
    }

    /** {@return how far the machine's clock could be trusted when this row was written; null when nobody told it, as in files} */
    public ClockState clockState() {
        return words[CLOCK] == 0 ? null : CLOCK_STATES[(int) words[CLOCK] - 1];
    }

    /** {@return what that clock was off by at most in nanoseconds, {@code Absent.LONG} when nothing bounded it} */
    public long clockUncertainty() {
        return words[CLOCK] == 0 ? Absent.LONG : words[CLOCK_UNCERTAINTY];
    }

    /** {@return {@link Flag} bits of that clock; numbers of venue time alone do not depend on it} */
    public long clockFlags() {
        return Flag.of(clockState());
    }

    /** Sets {@link #clockState()} and {@link #clockUncertainty()}. */
    public void clock(ClockState state, long uncertaintyNanos) {
        words[CLOCK] = state == null ? 0 : state.ordinal() + 1;
        words[CLOCK_UNCERTAINTY] = uncertaintyNanos;
    }

    /** {@return how many prices were asked of the market for it and answered} */
    public int questions() {
        return (int) words[QUESTIONS];
    }

    /** Sets {@link #questions()}. */
    public void questions(int value) {
        words[QUESTIONS] = value;
    }

    /** {@return of how many of them the time was known too coarsely for one answer} */
    public int undecidable() {
        return (int) words[UNDECIDABLE];
    }

    /** Sets {@link #undecidable()}. */
    public void undecidable(int value) {
        words[UNDECIDABLE] = value;
    }

    /** {@return a measure's value in its unit, NaN when suppressed} */
    public double value(Measure measure) {
        return Double.longBitsToDouble(words[at(measure)]);
    }

    /** {@return the lower end of its interval, NaN when nobody knows it} */
    public double lo(Measure measure) {
        return Double.longBitsToDouble(words[at(measure) + 1]);
    }

    /** {@return the upper end of its interval, NaN when nobody knows it} */
    public double hi(Measure measure) {
        return Double.longBitsToDouble(words[at(measure) + 2]);
    }

    /** {@return how far it may be trusted} */
    public Status status(Measure measure) {
        return STATUSES[(int) (words[at(measure) + 3] >>> STATUS_SHIFT)];
    }

    /** {@return its {@link Flag} bits} */
    public long flags(Measure measure) {
        return words[at(measure) + 3] & FLAG_BITS;
    }

    /**
     * {@return an input of the measures, in the unit that {@link Input#meaning} tells; NaN while unknown}
     *
     * <p>One that follows from the rest of the row always does, as the side from {@link #side}. Any other is 0 as long as nobody wrote it:
     * while no message told the side, and at a horizon that has no meaning for it, such as a mid before the last fill.
     */
    public double input(Input input) {
        return input.of(this);
    }

    /** Sets {@link #input}; not one that follows from the rest of the row. */
    public void input(Input input, double value) {
        words[INPUTS + input.place()] = Double.doubleToRawLongBits(value);
    }

    double kept(int place) {
        return Double.longBitsToDouble(words[INPUTS + place]);
    }

    /** Sets a measure that has a number. */
    public void score(Measure measure, double value, double lo, double hi, Status status, long flags) {
        int at = at(measure);
        words[at] = Double.doubleToRawLongBits(value);
        words[at + 1] = Double.doubleToRawLongBits(lo);
        words[at + 2] = Double.doubleToRawLongBits(hi);
        words[at + 3] = (long) status.ordinal() << STATUS_SHIFT | flags;
    }

    /** Sets a measure that has no number, with the reason. */
    public void suppress(Measure measure, long flags) {
        score(measure, Double.NaN, Double.NaN, Double.NaN, Status.SUPPRESSED, flags);
    }

    private static int at(Measure measure) {
        return HEADER + WORDS_A_MEASURE * measure.ordinal();
    }
}
