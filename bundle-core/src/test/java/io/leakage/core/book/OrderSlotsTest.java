package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderSlotsTest {
    private final OrderSlots slots = new OrderSlots();
    private final Map<Long, Long> expected = new HashMap<>();

    @Test
    void aLongDayOfRisingReferencesGivesOldPagesUpAndForgetsNoOrder() {
        // of 4 M orders every 2,000th stays: 2,000 live, one in every second page, which 271 pages may hold
        for (long ref = 1; ref <= 4_000_000; ref++) {
            put(ref);
            if (ref % 2_000 != 0) {
                remove(ref);
            }
        }

        assertTrue(slots.pages() <= 256 + (2_000 >> 7) + 1, slots.pages() + " pages");
        assertSame();
    }

    @Test
    void ordersOfAnyAgeCostNoMoreThanAPageForEvery128OfThem() {
        // 20,000 live, each new one in the place of any: some are as old as the day
        SplittableRandom random = new SplittableRandom(7);
        List<Long> alive = new ArrayList<>();
        for (long ref = 1; ref <= 3_000_000; ref++) {
            put(ref);
            if (alive.size() < 20_000) {
                alive.add(ref);
            } else {
                remove(alive.set(random.nextInt(alive.size()), ref));
            }
        }
        assertTrue(slots.pages() <= 256 + (20_000 >> 7) + 1, slots.pages() + " pages");
        assertSame();
    }

    @Test
    void ordersThatAllLeaveLeaveTheirPagesToTheNext() {
        for (long ref = 1; ref <= 2_000_000; ref++) {
            put(ref);
            remove(ref);
        }

        assertTrue(slots.pages() <= 257, slots.pages() + " pages");
        assertEquals(0, slots.live());
    }

    @Test
    void referencesAnywhereInTheWindowCostNoPageEach() {
        SplittableRandom random = new SplittableRandom(3);
        put(0);
        for (int i = 0; i < 200_000; i++) {
            long ref = random.nextLong(1L << 32);
            if (!expected.containsKey(ref)) {
                put(ref);
            }
        }

        assertTrue(slots.pages() < 10_000, slots.pages() + " pages for " + slots.live() + " orders");
        assertSame();
    }

    @Test
    void strayReferencesComeAndGoInAnyOrder() {
        SplittableRandom random = new SplittableRandom(5);
        long[] refs = random.longs(20_000).distinct().toArray();
        for (int i = 0; i < 200_000; i++) {
            long ref = refs[random.nextInt(refs.length)];
            if (expected.containsKey(ref)) {
                remove(ref);
            } else {
                put(ref);
            }
        }

        assertSame();
    }

    @Test
    void aNewDayBeginsItsWindowAnew() {
        put(1);
        put(5_000_000_000_000L);
        slots.clear();
        expected.clear();

        put(5_000_000_000_000L);
        put(5_000_000_000_001L);

        assertSame();
        assertEquals(0, slots.slot(slots.find(1)));
        assertEquals(1, slots.pages());
    }

    private void put(long ref) {
        long slot = (ref & 0xFFFF | 1) << 32 | 1 + (ref & 0xFFF);
        slots.put(slots.find(ref), ref, slot);
        expected.put(ref, slot);
    }

    private void remove(long ref) {
        slots.remove(slots.find(ref));
        expected.remove(ref);
    }

    private void assertSame() {
        assertEquals(expected.size(), slots.live());
        expected.forEach((ref, slot) -> assertEquals(slot, slots.slot(slots.find(ref)), () -> "reference " + ref));
    }
}
