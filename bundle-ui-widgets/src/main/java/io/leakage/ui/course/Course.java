package io.leakage.ui.course;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.List;

/**
 * One order over time: at most {@link #SAMPLES} samples of its mid and its {@link Curve}s, by how far the market data had come. When they
 * are full every second one goes, and from then on samples are twice as far apart; the newest is always there. Not thread-safe.
 */
public final class Course {
    /** How many samples are kept. */
    public static final int SAMPLES = 128;
    private static final int ENDS = 500;
    private static final int PARTS = 3;

    /**
     * A child was seen to have been replaced, or to have ended without being filled.
     *
     * @param child its place among the parent's children
     * @param event {@code replaced}, {@code cancelled}, {@code rejected} or {@code expired}
     * @param nanos how far the market data had come when it was first seen so, nanoseconds since the epoch: the change itself was earlier
     */
    public record ChildEvent(int child, String event, long nanos) {
    }

    private record Seen(char state, long price, long quantity, int order) {
    }

    private final long[] nanos = new long[SAMPLES];
    private final double[] numbers = new double[SAMPLES * (1 + PARTS * Curve.count())];
    private final List<Seen> seen = new ArrayList<>();
    private final List<ChildEvent> events = new ArrayList<>();
    private long apart;
    private int size;

    /** Takes a row as it is now. One without a time, or of a time before the newest sample, is left out. */
    public void add(ParentRow row) {
        long now = row.asOfNanos();
        if (now == Absent.LONG || size > 0 && now < nanos[size - 1]) {
            return;
        }
        if (size > 1 && now - nanos[size - 2] < apart || size > 0 && now == nanos[size - 1]) {
            size--;   // the newest takes the place of one that came too soon
        } else if (size == SAMPLES) {
            thin();
        }
        nanos[size] = now;
        write(row, size++ * stride());
    }

    /** Takes a child as it is now. */
    public void add(ChildRow child, long now) {
        Seen is = new Seen(child.state(), child.price(), child.quantity(), child.order());
        if (child.number() >= seen.size()) {
            seen.add(is);
            tell(child.number(), ended(is.state), now);
            return;
        }
        Seen was = seen.set(child.number(), is);
        if (was.price != is.price || was.quantity != is.quantity || was.order != is.order) {
            tell(child.number(), "replaced", now);
        }
        if (was.state != is.state) {
            tell(child.number(), ended(is.state), now);
        }
    }

    private void tell(int child, String event, long now) {
        if (event != null && now != Absent.LONG && events.size() < ENDS) {
            events.add(new ChildEvent(child, event, now));
        }
    }

    /** OrdStatus (39). */
    private static String ended(char state) {
        return switch (state) {
            case '4' -> "cancelled";
            case '8' -> "rejected";
            case 'C' -> "expired";
            default -> null;
        };
    }

    private void thin() {
        int stride = stride();
        for (int i = 1; i < SAMPLES / 2; i++) {
            nanos[i] = nanos[2 * i];
            System.arraycopy(numbers, 2 * i * stride, numbers, i * stride, stride);
        }
        size = SAMPLES / 2;
        apart = Math.max(2 * apart, (nanos[size - 1] - nanos[0]) / (size - 1));
    }

    private void write(ParentRow row, int at) {
        numbers[at] = row.input(Input.MID_NOW) > 0 ? row.input(Input.MID_NOW) : Double.NaN;
        for (int i = 0; i < Curve.count(); i++) {
            Measure measure = Curve.at(i).measure();
            numbers[at + 1 + PARTS * i] = row.value(measure);
            numbers[at + 2 + PARTS * i] = row.lo(measure);
            numbers[at + 3 + PARTS * i] = row.hi(measure);
        }
    }

    private static int stride() {
        return 1 + PARTS * Curve.count();
    }

    /** {@return how many samples there are} */
    public int size() {
        return size;
    }

    /** {@return how far the market data had come at a sample, nanoseconds since the epoch} */
    public long nanos(int sample) {
        return nanos[sample];
    }

    /** {@return the mid at a sample, in currency; NaN while unknown} */
    public double mid(int sample) {
        return numbers[sample * stride()];
    }

    /** {@return a curve's value at a sample; NaN where it had none} */
    public double value(int sample, Curve curve) {
        return numbers[sample * stride() + 1 + PARTS * curve.ordinal()];
    }

    /** {@return the lower end of its interval} */
    public double lo(int sample, Curve curve) {
        return numbers[sample * stride() + 2 + PARTS * curve.ordinal()];
    }

    /** {@return the upper end of its interval} */
    public double hi(int sample, Curve curve) {
        return numbers[sample * stride() + 3 + PARTS * curve.ordinal()];
    }

    /** {@return what was seen of the children, oldest first; the first 500} */
    public List<ChildEvent> events() {
        return List.copyOf(events);
    }

    /** {@return a copy that nobody writes to} */
    Course copy() {
        Course copy = new Course();
        copy.size = size;
        copy.apart = apart;
        System.arraycopy(nanos, 0, copy.nanos, 0, size);
        System.arraycopy(numbers, 0, copy.numbers, 0, size * stride());
        copy.events.addAll(events);
        return copy;
    }
}
