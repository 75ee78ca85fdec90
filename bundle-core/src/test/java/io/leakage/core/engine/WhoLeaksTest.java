package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Ask;
import io.leakage.api.score.Ask.Outcome;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.NameKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight firms, one of which leaks, as {@link QuotingDay} tells. */
class WhoLeaksTest {
    /** By firm: how many asks were ranked at a second, and their mean excess in bps. */
    private static Map<String, double[]> league(ReplayEngine engine, Outcome only) {
        Map<String, double[]> firms = new TreeMap<>();
        for (Ask ask : engine.scorecard().asks()) {
            Ask.After after = ask.after().get(Horizon.AFTER_1S.ordinal() - Horizon.AFTER_10MS.ordinal());
            if (after.fate().equals("COUNTED") && (only == null || ask.outcome() == only)) {
                double[] firm = firms.computeIfAbsent(engine.scorecard().text(NameKind.TEXT, ask.counterparty()), name -> new double[3]);
                double excess = after.response() - after.placebo();
                firm[0]++;
                firm[1] += excess;
                firm[2] += excess * excess;
            }
        }
        return firms;
    }

    @Test
    void whoLeaksStandsOutAndTheOthersDoNot() {
        ReplayEngine engine = new ReplayEngine();
        new QuotingDay(engine.inlets(), 5, 600, 1, 4).play();

        Map<String, double[]> firms = league(engine, null);
        assertEquals(8, firms.size());
        firms.forEach((name, firm) -> {
            double mean = firm[1] / firm[0];
            double error = Math.sqrt((firm[2] / firm[0] - mean * mean) / firm[0]);
            assertTrue(firm[0] >= 40, name + " n " + firm[0]);
            // 4 ticks on 10,000 are 4 bps
            double truth = name.equals(QuotingDay.LEAKY) ? 4 : 0;
            assertEquals(truth, mean, 3.5 * error, name);
            assertTrue(name.equals(QuotingDay.LEAKY) ? mean > 8 * error : mean < 8 * error, name + " " + mean + " ± " + error);
        });
    }

    @Test
    void winnersAndLosersOfAFirmLeakAlikeHere() {
        ReplayEngine engine = new ReplayEngine();
        new QuotingDay(engine.inlets(), 6, 600, 2, 4).play();

        double[] won = league(engine, Outcome.WON).get(QuotingDay.LEAKY);
        double[] lost = league(engine, Outcome.LOST).get(QuotingDay.LEAKY);
        assertTrue(won[0] > 30 && lost[0] > 30, won[0] + " " + lost[0]);
        assertEquals(4, won[1] / won[0], 1.5);
        assertEquals(4, lost[1] / lost[0], 1.5);
    }

    @Test
    void replayingTheJournalTellsTheSame(@TempDir Path dir) throws Exception {
        List<Ask> live;
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, dir, null, false, 4))) {
            new QuotingDay(engine.inlets(), 7, 60, 3, 4).play();
            live = engine.scorecard().asks();
        }
        ReplayEngine again = new ReplayEngine();
        again.replay(dir);

        assertEquals(180, live.size());
        assertEquals(live, again.scorecard().asks());
    }
}
