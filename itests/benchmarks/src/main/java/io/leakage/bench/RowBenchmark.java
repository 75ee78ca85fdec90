package io.leakage.bench;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.event.Rows;
import io.leakage.core.score.ScoreStore;
import io.leakage.core.score.ScoreStores;
import net.openhft.chronicle.map.ChronicleMap;

/**
 * A parent's row with all its measures, 200 parents by turns: Chronicle Map's put of the row's bytes against what the pipeline's thread
 * does instead, putting the row into its slot; beside them what the outlet does with it behind the pipeline.
 */
final class RowBenchmark implements Benchmark {
    private static final int PARENTS = 200;
    private static final int UPDATES = 500_000;

    private final ParentRow row = new ParentRow();
    private final Rows slot = new Rows();
    private final byte[] bytes = new byte[row.length() * Long.BYTES];

    @Override
    public String name() {
        return "row";
    }

    @Override
    public Report run() throws Exception {
        for (int i = 0; i < Measure.count(); i++) {
            row.score(Measure.at(i), i, i, i, Status.VALID, 0);
        }
        try (ChronicleMap<Long, byte[]> map = ChronicleMap.of(Long.class, byte[].class).entries(PARENTS).constantValueSizeBySample(bytes)
                .putReturnsNull(true).create(); ScoreStore store = ScoreStores.open(null, PARENTS)) {
            return new Duel(name(), "row")
                    .contestant("Chronicle Map's put", () -> put(map))
                    .contestant("row into the slot", this::fill, null, Goal.atMost(0))
                    .contestant("outlet, " + store.kind(), () -> put(store), null, Goal.atMost(0))
                    .ratio("row into the slot", Goal.atMost(0.15))
                    .run();
        }
    }

    private long put(ChronicleMap<Long, byte[]> map) {
        for (int i = 0; i < UPDATES; i++) {
            bytes[i & 63]++;
            map.put((long) (i % PARENTS), bytes);
        }
        return UPDATES;
    }

    private long fill() {
        for (int i = 0; i < UPDATES; i++) {
            slot.clear();
            row.number(i % PARENTS);
            row.version(i);
            slot.addParent().copyFrom(row);
        }
        return UPDATES;
    }

    private long put(ScoreStore store) {
        for (int i = 0; i < UPDATES; i++) {
            row.number(i % PARENTS);
            row.version(i);
            store.put(row);
        }
        return UPDATES;
    }
}
