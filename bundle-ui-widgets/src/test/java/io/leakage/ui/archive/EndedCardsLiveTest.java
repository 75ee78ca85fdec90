package io.leakage.ui.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.column.DirtyOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine with its ring and its threads, in a process that knows no framework. */
class EndedCardsLiveTest {
    private static final long HALF_AN_HOUR = 1_800_000;

    @TempDir
    private Path folder;

    @Test
    void anOrderThatEndsWritesItsCardAndALateCorrectionTheNextOnNoThreadOfTheEngine() throws IOException {
        Set<String> readers = new ConcurrentSkipListSet<>();
        try (DirtyOrders orders = new DirtyOrders(); LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory())) {
            engine.add(orders);
            EndedCards cards = new EndedCards(noting(readers, engine.scorecard()), folder, orders);
            PlayedDay day = new PlayedDay(engine.inlets(), engine::scorecard).quote(0, "99.99", "100.01").parent(500, "P", Side.BUY, 100)
                    .fill(1_000, "P", "E", 100, "100.02", true).passed(1_000 + HALF_AN_HOUR + 1);
            await("P.txt", text -> text.startsWith("Scorecard of P (final)\n"));
            int version = version(await("P.version", line -> true));

            day.correct(HALF_AN_HOUR + 60_000, "P", "E2", "E", 100, "100.05").passed(HALF_AN_HOUR + 61_000);

            assertTrue(version(await("P.version", line -> version(line) > version)) > version);
            assertTrue(await("P.txt", text -> text.contains("100.05")).startsWith("Scorecard of P (final)\n"));
            cards.close();
        }
        assertEquals(Set.of("leakage-dirty", Thread.currentThread().getName()), readers);
    }

    /** {@return the same scorecard, that notes who reads it} */
    private static Scorecard noting(Set<String> readers, Scorecard of) {
        return (Scorecard) Proxy.newProxyInstance(Scorecard.class.getClassLoader(), new Class<?>[] {Scorecard.class}, (proxy, method, arguments) -> {
            readers.add(Thread.currentThread().getName());
            try {
                return method.invoke(of, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static int version(String line) {
        return Written.of(line).version();
    }

    private String await(String file, Predicate<String> holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String text = "";
        while (text.isEmpty() || !holds.test(text)) {
            assertTrue(System.nanoTime() < deadline, file + " says " + text);
            LockSupport.parkNanos(1_000_000);
            try {
                text = Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text;
    }
}
