package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.core.order.Execution;
import io.leakage.core.order.ParentOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A parent's executions in the order of time, with running sums: so what was executed since an instant is one look-up. */
public final class OwnTape {
    private static final Comparator<Execution> BY_TIME = Comparator.comparingLong(Execution::nanos);

    private final ParentOrder parent;
    private long[] nanos = {};
    /** Quantity of the executions before each. */
    private long[] before = {};
    private int count;
    private long executed;
    private long truncation;
    private int known;
    private boolean stale;

    /** @param parent whose executions */
    public OwnTape(ParentOrder parent) {
        this.parent = parent;
    }

    /** Looks at the executions that changed. */
    public void follow(List<Execution> changed) {
        for (int i = 0; i < changed.size() && !stale; i++) {
            Execution execution = changed.get(i);
            stale = execution.number() != known || count > 0 && execution.nanos() < nanos[count - 1];
            if (!stale) {
                add(execution);
                known++;
            }
        }
    }

    private void add(Execution execution) {
        if (execution.quantity() == 0 || execution.nanos() == Absent.LONG) {
            return;
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(8, 2 * count));
            before = Arrays.copyOf(before, nanos.length);
        }
        nanos[count] = execution.nanos();
        before[count++] = executed;
        executed += execution.quantity();
        truncation = Math.max(truncation, execution.truncation());
    }

    private void settle() {
        stale = false;
        count = 0;
        executed = 0;
        truncation = 0;
        known = parent.executions();
        Execution[] all = new Execution[known];
        for (int i = 0; i < known; i++) {
            all[i] = parent.execution(i);
        }
        Arrays.sort(all, BY_TIME);
        for (Execution execution : all) {
            add(execution);
        }
    }

    /** {@return what was executed at an instant or later} */
    public long since(long instant) {
        if (stale) {
            settle();
        }
        int at = Arrays.binarySearch(nanos, 0, count, instant);
        int first = at < 0 ? -1 - at : at;
        while (first > 0 && nanos[first - 1] == instant) {
            first--;
        }
        return first == count ? 0 : executed - before[first];
    }

    /** {@return the most that may have been executed then or later, were every time as late as it may be} */
    long sinceAtMost(long instant) {
        return since(instant - Math.max(0, truncation - 1));
    }
}
