package io.leakage.ui.course;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The courses of the orders that changed last, at most {@link #ORDERS} of them (some 13 kB each). It hears of changes twice a second on the
 * columns' thread, never on the pipeline's. Any thread may read.
 */
public final class Courses implements AutoCloseable {
    /** How many orders are remembered; the one that has not changed for the longest is forgotten first. */
    public static final int ORDERS = 1_000;
    private static final int CHANGES_A_SECOND = 2;

    private final Scorecard scorecard;
    private final AutoCloseable subscription;
    private final ParentRow row = new ParentRow();
    private final ChildRow child = new ChildRow();
    private final Map<Integer, Course> courses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Course> eldest) {
            return size() > ORDERS;
        }
    };

    /**
     * Begins to remember.
     *
     * @param scorecard read when an order has changed
     * @param columns   tells which have
     */
    public Courses(Scorecard scorecard, BlotterColumns columns) {
        this.scorecard = scorecard;
        this.subscription = columns.subscribe(this::changed, CHANGES_A_SECOND);
    }

    private synchronized void changed(Set<String> clOrdIds) {
        clOrdIds.forEach(id -> sample(scorecard.find(id)));
    }

    private void sample(int parent) {
        if (!scorecard.read(parent, row)) {
            return;
        }
        Course course = courses.computeIfAbsent(parent, any -> new Course());
        course.add(row);
        for (int i = 0; i < row.children() && scorecard.readChild(parent, i, child); i++) {
            course.add(child, row.asOfNanos());
        }
    }

    /** {@return an order's course so far, empty when it has not changed since this began} */
    public synchronized Course of(int parent) {
        Course course = courses.get(parent);
        return course == null ? new Course() : course.copy();
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("the column service could not end a subscription", e);
        }
    }
}
