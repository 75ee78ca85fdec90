package io.leakage.bench;

import io.leakage.api.event.Absent;
import io.leakage.core.book.AsOfPass;
import io.leakage.core.book.QuoteColumns;
import java.util.Arrays;

/**
 * The average markout of a day's fills at ten horizons, from quotes in memory: ours on one thread, the databases on two, by the wall clock.
 * Filling the tables is not measured, whatever order, index or hash a contestant needs for the answer is. All say the same averages.
 */
final class MarkoutsBenchmark implements Benchmark {
    private static final int QUOTES = Integer.getInteger("quotes", 10_000_000);
    private static final int FILLS = Integer.getInteger("fills", 100_000);
    private static final double SAME = 1e-9;

    private final QuoteColumns quotes = new QuoteColumns();
    private MarkoutDay day;

    @Override
    public String name() {
        return "markouts";
    }

    @Override
    public Report run() throws Exception {
        day = new MarkoutDay(QUOTES, FILLS);
        for (int i = 0; i < QUOTES; i++) {
            quotes.append(day.nanos[i], day.instrument[i], day.bid[i], day.offer[i]);
        }
        try (MarkoutsOfDuckDb duckDb = new MarkoutsOfDuckDb(day); MarkoutsOfQuestDb questDb = new MarkoutsOfQuestDb(day)) {
            double[] expected = averages();
            Report report = new Duel(name(), "markout")
                    .contestant("DuckDB", () -> same(expected, duckDb.averages()))
                    .contestant("QuestDB", () -> same(expected, questDb.averages()))
                    .contestant("QuestDB HORIZON JOIN", () -> same(expected, questDb.averagesByHorizonJoin()))
                    .contestant("ours", () -> same(expected, averages()))
                    .ratio("ours", Goal.atMost(1 / 4.0))
                    .rounds(2, 7)
                    .byWallClock()
                    .run();
            double best = Math.min(report.value("QuestDB", "ns/markout"), report.value("QuestDB HORIZON JOIN", "ns/markout"));
            return report.figure("ours / best of QuestDB", "×", report.value("ours", "ns/markout") / best, Goal.atMost(1 / 3.5))
                    .figure("ours, the whole day", "ms", report.value("ours", "ns/markout") * markouts() / 1e6);
        }
    }

    private static long markouts() {
        return (long) FILLS * MarkoutDay.HORIZONS.length;
    }

    private static long same(double[] expected, double[] found) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - found[i]) <= SAME * Math.abs(expected[i]))) {
                throw new IllegalStateException("averages differ: " + Arrays.toString(expected) + " and " + Arrays.toString(found));
            }
        }
        return markouts();
    }

    private double[] averages() {
        long[][] mids = AsOfPass.midsTwice(quotes, day.fillNanos, day.fillInstrument, MarkoutDay.HORIZONS);
        double[] averages = new double[mids.length];
        for (int i = 0; i < mids.length; i++) {
            averages[i] = average(mids[i]);
        }
        return averages;
    }

    private double average(long[] midsTwice) {
        double sum = 0;
        int known = 0;
        for (int fill = 0; fill < midsTwice.length; fill++) {
            if (midsTwice[fill] != Absent.LONG) {
                sum += 1e4 * day.fillSide[fill] * (midsTwice[fill] / 2.0 - day.fillPrice[fill]) / day.fillPrice[fill];
                known++;
            }
        }
        return sum / known;
    }
}
