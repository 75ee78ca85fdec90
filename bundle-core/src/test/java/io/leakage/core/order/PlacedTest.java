package io.leakage.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlacedTest {
    private final Placed placed = new Placed();
    private final Order apart = ParentOrder.apart(-1, 0, Side.BUY).own;

    private QuoteRequest asked(int name, long... nanos) {
        QuoteRequest request = new QuoteRequest(name);
        request.apart = apart;
        for (int i = 0; i < nanos.length; i++) {
            Asked one = request.of(i);
            one.nanos = nanos[i];
            one.timed = true;
        }
        return request;
    }

    private List<Long> steps() {
        assertEquals(apart.steps, apart.parent.steps);
        return apart.steps.stream().map(Step::nanos).sorted().toList();
    }

    @Test
    void aStepLeavesWithTheLastOfThoseAskedAtItsTime() {
        QuoteRequest one = asked(1, 10, 20);
        QuoteRequest other = asked(2, 20);
        assertTrue(placed.take(one));
        assertFalse(placed.take(other));
        int relinks = apart.parent.relinks();

        assertFalse(placed.leave(other));
        assertEquals(relinks, apart.parent.relinks(), "nothing that others could see has changed");
        assertTrue(placed.leave(one));
        assertEquals(relinks + 1, apart.parent.relinks());
        assertEquals(List.of(), steps());
    }

    @Test
    void theStepsAreTheTimesOfThoseThere() {
        Random random = new Random(3);
        List<QuoteRequest> there = new ArrayList<>();
        TreeSet<Long> stays = new TreeSet<>();
        for (int i = 0; i < 2_000; i++) {
            boolean comes = there.isEmpty() || random.nextInt(3) > 0;
            QuoteRequest request = comes ? asked(i, random.nextInt(900), random.nextInt(900)) : there.remove(random.nextInt(there.size()));
            if (comes) {
                placed.take(request);
                there.add(request);
            } else if (i % 20 == 0) {
                placed.forget(request);
                request.asked.forEach(one -> stays.add(one.nanos));
            } else {
                placed.leave(request);
            }
            TreeSet<Long> slow = new TreeSet<>(stays);
            there.forEach(one -> one.asked.forEach(asked -> slow.add(asked.nanos)));
            assertEquals(List.copyOf(slow), steps());
        }
    }

    @Test
    void whereNoOrderIsKnownTheOlderHalfOfTooManyStepsGoes() {
        QuoteRequest first = asked(0, 0);
        placed.take(first);
        QuoteRequest last = first;
        for (int i = 1; i <= Placed.MOST; i++) {
            placed.forget(last);
            last = asked(i, i);
            placed.take(last);
        }
        assertEquals(Placed.MOST / 2 + 1, steps().size());
        assertEquals(Placed.MOST / 2, steps().get(0));
        assertTrue(placed.leave(last));
        assertTrue(placed.take(asked(1, 0)), "its step went long ago");
        assertEquals(0, steps().get(0));
    }
}
