package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoteLinesTest {
    private record Line(String id, String text, long nanos) {
    }

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

    private NoteLines notes;

    @AfterEach
    void close() {
        notes.close();
        columns.close();
    }

    private void tell(int maxASecond) {
        notes = new NoteLines(columns, maxASecond, (id, text) -> lines.add(new Line(id, text, System.nanoTime())));
    }

    private void leak(int parent, double leak) {
        dirty.onScore(scorecard.change(parent, row -> {
            row.grade(Grade.RED);
            row.score(Measure.LEAK_1S, leak, leak - 1, leak + 1, Status.VALID, 0);
            row.score(Measure.EVIDENCE, 1_265.82, 1_265.82, 1_265.82, Status.VALID, 0);
            row.score(Measure.DRIFT, 3, 3, 3, Status.DEGRADED, Flag.MD_GAP.bit());
        }));
    }

    @Test
    void aLineSaysGradeEvidenceSlippageLeakAndCost() throws Exception {
        int parent = scorecard.golden("P-1");
        tell(100);
        leak(parent, 1.5);

        assertEquals("RED, 1 in 1265, slip 2.9997 bps, leak 1.5000 bps, cost 300.00 $", lines.take().text());
    }

    @Test
    void whatDoesNotFitIsLeftOutWholeAndNothingKnownIsSaidSo() throws Exception {
        int parent = scorecard.golden("P-1");
        int unknown = scorecard.begin("P-2", null, "INST", Side.SELL, 10);
        tell(100);
        dirty.onScore(scorecard.change(unknown, row -> { }));
        assertEquals("CANNOT SAY", lines.take().text());
        dirty.onScore(scorecard.change(parent, row -> {
            RecordedScorecard.point(row, Measure.ARRIVAL_SLIPPAGE, -1_234_567.125);
            RecordedScorecard.point(row, Measure.LEAK_1S, -4_567.125);
            RecordedScorecard.point(row, Measure.LEAKAGE_COST, -9_876_543_210.25);
        }));
        String line = lines.take().text();

        assertTrue(line.length() <= NoteLines.WIDTH, line);
        assertEquals("CANNOT SAY, slip -1,234,567.1250 bps, leak -4,567.1250 bps, drift 2.9997 bps", line);
    }

    @Test
    void manyChangesAreFewLinesAndTheLastStateGetsThere() throws Exception {
        int[] parents = {scorecard.golden("P-1"), scorecard.golden("P-2"), scorecard.golden("P-3")};
        Map<String, String> last = new HashMap<>();
        tell(20);
        for (int i = 1; i <= 3_000; i++) {
            leak(parents[i % 3], i);
        }
        while (last.values().stream().filter(text -> text.matches(".*leak (2,998|2,999|3,000)\\.0000.*")).count() < 3) {
            Line line = lines.take();
            last.put(line.id(), line.text());
        }
        assertNull(lines.poll(300, TimeUnit.MILLISECONDS), "what was told is not told again");
    }

    @Test
    void linesAreNoCloserThanTheirRateAllows() throws Exception {
        int parents = 12;
        for (int i = 0; i < parents; i++) {
            scorecard.golden("P-" + i);
        }
        tell(50);
        long before = System.nanoTime();
        for (int i = 0; i < parents; i++) {
            leak(i, 2);
        }
        for (int i = 0; i < parents - 1; i++) {
            lines.take();
        }
        long last = lines.take().nanos();

        assertTrue(last - before >= (parents - 2) * 20_000_000L, (last - before) / 1_000_000 + " ms for 12 lines at 50 a second");
    }
}
