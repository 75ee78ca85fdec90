package io.leakage.core.metric;

import java.util.Arrays;

/**
 * Open questions of one feed by the time they fall due: a binary heap, so that a market event costs one comparison. One thread; no allocation
 * but to grow.
 *
 * @param <Q> what waits
 */
public final class Agenda<Q extends Due> {
    private long[] due = new long[64];
    private Due[] questions = new Due[64];
    private int size;

    /** Lets a question wait. */
    public void add(Q question) {
        if (size == questions.length) {
            due = Arrays.copyOf(due, size * 2);
            questions = Arrays.copyOf(questions, size * 2);
        }
        int at = size++;
        long time = question.due();
        while (at > 0 && due[(at - 1) >>> 1] > time) {
            int above = (at - 1) >>> 1;
            due[at] = due[above];
            questions[at] = questions[above];
            at = above;
        }
        due[at] = time;
        questions[at] = question;
    }

    /** {@return whether a question is due at this watermark} */
    public boolean hasDue(long watermark) {
        return size > 0 && due[0] <= watermark;
    }

    /** {@return the question that was due first, taken off; null when it has since been asked anew or answered} */
    @SuppressWarnings("unchecked")
    public Q poll() {
        Q first = (Q) questions[0];
        boolean valid = first.isOpen() && first.due() == due[0];
        size--;
        long time = due[size];
        Due moved = questions[size];
        questions[size] = null;
        if (size > 0) {
            sink(time, moved);
        }
        return valid ? first : null;
    }

    private void sink(long time, Due moved) {
        int at = 0;
        int below = 1;
        while (below < size) {
            if (below + 1 < size && due[below + 1] < due[below]) {
                below++;
            }
            if (due[below] >= time) {
                break;
            }
            due[at] = due[below];
            questions[at] = questions[below];
            at = below;
            below = 2 * at + 1;
        }
        due[at] = time;
        questions[at] = moved;
    }

    /** {@return the watermark at which the first question is due, {@link Long#MAX_VALUE} when nothing waits} */
    public long nextDue() {
        return size == 0 ? Long.MAX_VALUE : due[0];
    }

    /** {@return whether nothing waits} */
    public boolean isEmpty() {
        return size == 0;
    }
}
