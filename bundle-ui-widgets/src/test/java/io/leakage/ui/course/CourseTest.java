package io.leakage.ui.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.CourseJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final long MILLI = 1_000_000L;

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final int parent = scorecard.begin("P-1", null, "INST", Side.BUY, 300);
    private final Course course = new Course();

    private ParentRow at(long millis, double mid) {
        return scorecard.change(parent, row -> {
            row.asOfNanos(RecordedScorecard.ARRIVAL + millis * MILLI);
            row.input(Input.MID_NOW, mid);
            RecordedScorecard.point(row, Measure.DRIFT, millis);
        });
    }

    @Test
    void aLongLifeIsThinnedOutAndItsNewestNumberIsAlwaysThere() {
        for (int i = 0; i < 100_000; i++) {
            course.add(at(i, 100 + i));

            assertEquals(i, course.value(course.size() - 1, Curve.DRIFT), 0);
            assertTrue(course.size() <= Course.SAMPLES, "at " + i);
        }
        assertEquals(0, course.value(0, Curve.DRIFT), 0);
        assertTrue(course.size() > Course.SAMPLES / 4, course.size() + " samples");
        for (int i = 2; i < course.size() - 1; i++) {
            long gap = course.nanos(i) - course.nanos(i - 1);
            assertTrue(gap > 0 && gap < 100_000 * MILLI / 16, gap + " ns between samples");
        }
    }

    @Test
    void ofOneTimeTheLastWordCountsAndThePastIsNotRewritten() {
        course.add(at(10, 100));
        course.add(at(10, 101));
        course.add(at(5, 99));

        assertEquals(1, course.size());
        assertEquals(101, course.mid(0), 0);
    }

    @Test
    void childrenThatAreReplacedAndCancelledAreToldWithTheTimeTheyWereSeenSo() {
        int child = scorecard.child(parent, "C-1", 100, 10_000_000_000L);
        ChildRow row = new ChildRow();
        scorecard.readChild(parent, child, row);
        course.add(row, RecordedScorecard.ARRIVAL + 10 * MILLI);
        row.price(10_001_000_000L);
        row.order(scorecard.name(NameKind.ORDER, "C-1b"));
        course.add(row, RecordedScorecard.ARRIVAL + 20 * MILLI);
        row.state('4');
        course.add(row, RecordedScorecard.ARRIVAL + 30 * MILLI);
        course.add(row, RecordedScorecard.ARRIVAL + 40 * MILLI);

        assertEquals(List.of(new Course.ChildEvent(0, "replaced", RecordedScorecard.ARRIVAL + 20 * MILLI),
                new Course.ChildEvent(0, "cancelled", RecordedScorecard.ARRIVAL + 30 * MILLI)), course.events());
    }

    @Test
    void asJsonTimesAreMillisecondsAfterTheArrival() {
        ParentRow row = at(250, 100.5);
        course.add(row);

        String json = CourseJson.of(scorecard, row, course);
        assertTrue(json.startsWith("{\"parent\":\"P-1\",\"origin\":\"2026-03-02T14:30:00.000000000Z\",\"at\":[250.0],\"mid\":[100.5],"
                + "\"measures\":{\"arrival_slippage\":{\"value\":[null],\"lo\":[null],\"hi\":[null]}"), json);
        assertTrue(json.contains("\"drift\":{\"value\":[250.0],\"lo\":[250.0],\"hi\":[250.0]}"), json);
        assertTrue(json.endsWith("\"children\":[]}"), json);
    }
}
