package io.leakage.core.score;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Things by group (a parent) and place under it, both dense from 0. Grows; one thread puts, any thread gets without waiting.
 *
 * @param <T> what is kept
 */
final class Places<T> {
    private volatile AtomicReferenceArray<AtomicReferenceArray<T>> groups = new AtomicReferenceArray<>(16);

    /** {@return what is there, null when nothing is} */
    T get(int group, int place) {
        AtomicReferenceArray<AtomicReferenceArray<T>> now = groups;
        if (group < 0 || group >= now.length() || place < 0) {
            return null;
        }
        AtomicReferenceArray<T> places = now.getAcquire(group);
        return places == null || place >= places.length() ? null : places.getAcquire(place);
    }

    /** Puts a thing in its place. Its writer only. */
    void put(int group, int place, T thing) {
        AtomicReferenceArray<AtomicReferenceArray<T>> now = groups;
        if (group >= now.length()) {
            now = grown(now, group);
            groups = now;
        }
        AtomicReferenceArray<T> places = now.getPlain(group);
        if (places == null || place >= places.length()) {
            places = grown(places, place);
            now.setRelease(group, places);
        }
        places.setRelease(place, thing);
    }

    private static <E> AtomicReferenceArray<E> grown(AtomicReferenceArray<E> old, int index) {
        AtomicReferenceArray<E> grown = new AtomicReferenceArray<>(Math.max(index + 1, old == null ? 4 : old.length() * 2));
        for (int i = 0; old != null && i < old.length(); i++) {
            grown.setPlain(i, old.getPlain(i));
        }
        return grown;
    }
}
