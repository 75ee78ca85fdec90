package io.leakage.core.score;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest of what is told rarely: there a lock costs nothing. Any thread. */
final class Newest<T> {
    private final Deque<T> told = new ArrayDeque<>();
    private final int most;

    /** @param most so many are kept */
    Newest(int most) {
        this.most = most;
    }

    synchronized void add(List<T> more) {
        told.addAll(more);
        while (told.size() > most) {
            told.removeFirst();
        }
    }

    /** {@return what is kept, oldest first} */
    synchronized List<T> list() {
        return List.copyOf(told);
    }
}
