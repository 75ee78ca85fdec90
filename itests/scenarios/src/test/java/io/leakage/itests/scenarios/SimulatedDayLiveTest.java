package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.desk.Replay;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.LivePlayer;
import io.leakage.simulator.Pace;
import io.leakage.simulator.SimulatedDay;
import io.leakage.ui.text.ScorecardJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated day live over UDP and FIX, again from the journal, and again from files: the same scores each time. */
class SimulatedDayLiveTest {
    @TempDir
    Path files;

    @Test
    void replayEqualsLiveByteForByte() throws Exception {
        SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(11).minutes(6).symbols(3).parents(4));
        byte[] live;
        byte[] journaled;
        try (LiveDesk desk = new LiveDesk(day.options().date())) {
            Scorecard scorecard = desk.scorecard;
            Pace pace = Pace.within(() -> Math.max(0, scorecard.progress().marketSequence()), () -> scorecard.progress().orderEvents(),
                    1_000, 50);
            new LivePlayer(day, desk.venue, desk.desk, LivePlayer.FULL_SPEED, pace, (nanos, market, orders) -> { }).play();
            desk.await("the end of the day", () -> scorecard.progress().marketSequence() > desk.venue.sent()
                    && scorecard.progress().orderEvents() == day.orders().size());
            live = json(new ScorecardJson(scorecard));
            assertEquals(4, valid(scorecard, Measure.ARRIVAL_SLIPPAGE), "every parent has its slippage");

            ReplayEngine replayed = new ReplayEngine();
            assertEquals(0, replayed.replay(desk.local.journal()).damages().size());
            journaled = json(new ScorecardJson(replayed.scorecard()));
        }
        assertSame(text(live), text(journaled), "from the journal every byte, versions and sequences included");

        day.writeMarket(files.resolve("market.itch50"));
        day.writeOrders(files.resolve("orders.fix"));
        ByteArrayOutputStream replay = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = Replay.run(new String[] {"--market", files.resolve("market.itch50").toString(), "--orders",
            files.resolve("orders.fix").toString(), "--format", "json"}, replay, new PrintStream(problems, true, StandardCharsets.UTF_8));
        assertEquals(0, code, () -> problems.toString(StandardCharsets.UTF_8));
        assertSame(comparable(text(live)), comparable(text(replay.toByteArray())), "from files every score");
    }

    /**
     * Files know no desks, which are the running product's configuration, nor the machine's clock, and are merged by time, so that rows are
     * written other times than live.
     */
    private static String comparable(String json) {
        return json.replaceAll("\\s+", "").replaceAll("\"desk\":\"[^\"]*\"", "")
                .replaceAll("\"(version|marketSequence|orderSequence|as_of_seq|order_seq)\":-?[0-9]+", "")
                .replaceAll("\"clock\":(null|\\{[^}]*\\})", "");
    }

    private static void assertSame(String expected, String found, String what) {
        int at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 200);
        String differs = what + ", differs at " + at;
        assertEquals(expected.substring(from, Math.min(expected.length(), at + 80)), found.substring(from, Math.min(found.length(), at
                + 80)),
                differs);
        assertEquals(expected.length(), found.length(), differs);
    }

    private static long valid(Scorecard scorecard, Measure measure) {
        long valid = 0;
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            assertTrue(scorecard.read(parent, row));
            valid += row.status(measure) == Status.VALID ? 1 : 0;
        }
        return valid;
    }

    private static byte[] json(ScorecardJson json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.writeAll(out);
        return out.toByteArray();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
