package io.leakage.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RowPoolTest {
    private static final int EVENTS = 200_000;
    private static final int ON_THE_WAY = 64;

    private final RowPool pool = new RowPool();

    @Test
    void rowsGivenBackAreTakenAgainEmpty() {
        Rows first = pool.take();
        first.addParent();
        pool.give(first);

        Rows again = pool.take();

        assertSame(first, again);
        assertEquals(0, again.parents());
    }

    @Test
    void rowsStillOnTheirWayAreNotTakenAgain() {
        assertNotSame(pool.take(), pool.take());
    }

    @Test
    void moreThanItKeepsGoToTheCollector() {
        List<Rows> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(pool.take());
        }
        many.forEach(pool::give);

        Set<Rows> again = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 5_000; i++) {
            again.add(pool.take());
        }

        assertEquals(5_000, again.size());
        again.removeAll(many);
        assertEquals(5_000 - 4_096, again.size());
    }

    @Test
    void betweenTwoThreadsEveryEventsRowsArriveAsTheyWereWritten() throws InterruptedException {
        BlockingQueue<Rows> way = new ArrayBlockingQueue<>(ON_THE_WAY);
        AtomicLong wrong = new AtomicLong();
        Thread reader = new Thread(() -> {
            for (int event = 0; event < EVENTS; event++) {
                Rows rows = takeFrom(way);
                wrong.addAndGet(rows.parents() == 1 && rows.parent(0).number() == event ? 0 : 1);
                pool.give(rows);
            }
        });
        reader.start();
        Set<Rows> made = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int event = 0; event < EVENTS; event++) {
            Rows rows = pool.take();
            made.add(rows);
            rows.addParent().number(event);
            way.put(rows);
        }
        reader.join();

        assertEquals(0, wrong.get());
        assertTrue(made.size() <= ON_THE_WAY + 2, made.size() + " for at most " + ON_THE_WAY + " in the queue, one in each hand");
    }

    @Test
    void oneLargeEventAfterAnotherLeavesNoMoreRowsThanWereEverOnTheWay() {
        Set<ParentRow> parents = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<FillRow> fills = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int round = 0; round < 100; round++) {
            List<Rows> onTheWay = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Rows rows = pool.take();
                int large = i == round % 50 ? 300 : 1;   // another one of them each time
                for (int row = 0; row < large; row++) {
                    parents.add(rows.addParent());
                    fills.add(rows.addFill());
                }
                assertEquals(large, rows.parents());
                onTheWay.add(rows);
            }
            onTheWay.forEach(pool::give);
        }

        assertTrue(parents.size() <= 300 + 2 * 50, parents.size() + " parents for at most 349 at once");
        assertTrue(fills.size() <= 300 + 2 * 50, fills.size() + " fills for at most 349 at once");
    }

    private static Rows takeFrom(BlockingQueue<Rows> way) {
        try {
            return way.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
