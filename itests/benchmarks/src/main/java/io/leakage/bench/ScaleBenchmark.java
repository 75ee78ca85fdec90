package io.leakage.bench;

import io.leakage.flink.ScaleMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A journal of a whole market, 8,000 symbols and 200 live parents, through one pipeline in this JVM, its records told and counted, and
 * through the Flink job in one slot and in two of a local cluster, with a checkpoint every ten seconds. All of them tell the same.
 */
final class ScaleBenchmark implements Benchmark {
    private static final int SYMBOLS = 8_000;
    private static final int LIVE = 400_000;
    private static final int PARENTS = 200;
    private static final int MESSAGES = 2_000_000;
    private static final int ROUNDS = 2;
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public Report run() throws Exception {
        Path journal = Files.createTempDirectory("scale");
        try {
            RecordedMarket.write(journal, SYMBOLS, LIVE, PARENTS, ROUNDS, MESSAGES);
            ScaleMeasure measured = ScaleMeasure.of(journal, CHECKPOINTS);
            return new Report(name()).figure("one pipeline in this JVM", "events/s", measured.inProcess())
                    .figure("Flink, one slot", "events/s", measured.oneSlot())
                    .figure("Flink, two slots", "events/s", measured.twoSlots())
                    .figure("Flink, one slot", "of one pipeline", measured.oneSlot() / measured.inProcess(), Goal.atLeast(0.5))
                    .figure("Flink, two slots", "of one slot", measured.twoSlots() / measured.oneSlot(), Goal.atLeast(1.7));
        } finally {
            RecordedMarket.delete(journal);
        }
    }
}
