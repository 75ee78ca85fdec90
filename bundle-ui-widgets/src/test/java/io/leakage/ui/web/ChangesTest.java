package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Times in milliseconds; an order counts every 100 ms at most. */
class ChangesTest {
    private static final long MILLI = 1_000_000L;

    private final Changes changes = new Changes();

    @Test
    void anOrderThatWasQuietCountsAtOnceAndThenEveryTenthOfASecond() {
        assertTrue(changes.changed(Set.of("A"), 0));
        assertFalse(changes.changed(Set.of("A"), 4 * MILLI), "told 4 ms ago");
        assertEquals(100 * MILLI, changes.heldUntil());
        assertTrue(changes.changed(Set.of("B"), 8 * MILLI), "another order does not wait for it");
        assertFalse(changes.release(99 * MILLI));
        assertTrue(changes.release(100 * MILLI), "nothing more happened, and the last change is told");
        assertFalse(changes.isHolding());

        assertEquals(3, changes.count());
        assertEquals(List.of("B", "A"), changes.after(0));
        assertEquals(List.of("A"), changes.after(2));
        assertEquals(3, changes.last("A"));
    }

    @Test
    void whatHappensToTheOrderItselfDoesNotWaitForItsMarket() {
        changes.changed(Set.of("A"), 0);
        changes.changed(Set.of("A"), 2 * MILLI);

        assertFalse(changes.happened("A", 3 * MILLI), "told 3 ms ago");
        assertEquals(4 * MILLI, changes.heldUntil());
        assertTrue(changes.release(4 * MILLI));
        assertFalse(changes.changed(Set.of("A"), 50 * MILLI));
        assertTrue(changes.happened("A", 51 * MILLI));
        assertFalse(changes.isHolding(), "the market's change went with it");
    }

    @Test
    void whatChangesTogetherIsOneChange() {
        changes.changed(Set.of("A", "B", "C"), 0);

        assertEquals(1, changes.count());
        assertEquals(3, changes.after(0).size());
        assertEquals(List.of(), changes.after(1));
    }

    /** The slow twin: for each order the instants it changed, and when it was told last. */
    @Test
    void noChangeIsLostAndNoneIsToldTooOften() {
        Random random = new Random(42);
        Map<String, Long> changed = new HashMap<>();
        Map<String, Long> told = new HashMap<>();
        long state = 0;
        for (long now = 0; now < 20_000 * MILLI; now += (1 + random.nextInt(8)) * MILLI) {
            Set<String> ids = new TreeSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                ids.add("P-" + random.nextInt(random.nextBoolean() ? 2 : 60));
            }
            for (String id : ids) {
                changed.putIfAbsent(id, now);
            }
            changes.changed(ids, now);
            List<String> due = new ArrayList<>();
            for (String id : changed.keySet()) {
                if (now - told.getOrDefault(id, -Changes.INTERVAL_NANOS) >= Changes.INTERVAL_NANOS) {
                    due.add(id);
                }
            }
            assertEquals(new TreeSet<>(due), new TreeSet<>(changes.after(state)), "at " + now / MILLI + " ms");
            for (String id : due) {
                changed.remove(id);
                told.put(id, now);
            }
            state = changes.count();
        }
        assertEquals(!changed.isEmpty(), changes.isHolding());
    }
}
