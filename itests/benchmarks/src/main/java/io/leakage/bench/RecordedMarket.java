package io.leakage.bench;

import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.history.Keeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;

/** A whole market and a desk's live parents in it, as an engine journaled them. */
final class RecordedMarket {
    private RecordedMarket() {
    }

    /**
     * Writes an engine's journal, its segments left plain.
     *
     * @param live     orders in the books when the market opens
     * @param rounds   how often so many messages come
     */
    static void write(Path journal, int symbols, int live, int parents, int rounds, int messages) {
        EngineOptions options = new EngineOptions(16_384, EngineOptions.Wait.YIELDING, journal, null, false, parents,
                new Keeping(ZoneId.of("UTC"), false, 0, 0));
        try (LeakageEngine engine = new LeakageEngine(options)) {
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), symbols, live, parents);
            for (int round = 0; round < rounds; round++) {
                desk.prepare(messages);
                desk.play();
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
