package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.api.score.SwitchReadings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskDiscoveriesTest {
    private static final long DAY = 86_400_000_000_000L;

    private final List<ParentRow> rows = new ArrayList<>();

    @Test
    void ofFourTheFirstTwoAreNamed() {
        order(0, 20_000 * DAY, false, 3);
        order(0, 20_000 * DAY, false, 70);
        order(0, 20_000 * DAY, false, 1);
        order(0, 20_000 * DAY, false, 25);

        // 70 ≥ 4/0.2, 25 ≥ 4/0.4, but 3 < 4/0.6
        assertEquals(new Discoveries("eq", .2, 4, 25, List.of(1, 3)), named());
    }

    @Test
    void anotherDesksOrdersDoNotCount() {
        order(0, 20_000 * DAY, false, 6);
        order(1, 20_000 * DAY, false, 1);
        order(Absent.NAME, 20_000 * DAY, false, 1);

        assertEquals(new Discoveries("eq", .2, 1, 6, List.of(0)), named());
    }

    @Test
    void anOrderThatEndedKeepsItsPlaceUntilTheDayIsOver() {
        order(0, 20_000 * DAY, true, 30);
        order(0, 20_000 * DAY + 1, false, 1);
        assertEquals(new Discoveries("eq", .2, 2, 30, List.of(0)), named());

        order(0, 20_001 * DAY, false, 1);
        assertEquals(new Discoveries("eq", .2, 2, Double.POSITIVE_INFINITY, List.of()), named(), "the order of yesterday that works counts on");
    }

    @Test
    void evidenceThatIsNotValidCountsAndIsNotNamed() {
        order(0, 20_000 * DAY, false, 12);
        order(0, 20_000 * DAY, false, 1_000);
        rows.get(1).score(Measure.EVIDENCE, 1_000, 1_000, 1_000, Status.DEGRADED, 0);
        order(0, 20_000 * DAY, false, 0);
        rows.get(2).suppress(Measure.EVIDENCE, 0);

        assertEquals(new Discoveries("eq", .2, 3, Double.POSITIVE_INFINITY, List.of()), named(), "12 < 3 / 0.2");
    }

    private Discoveries named() {
        return DeskDiscoveries.of(scorecard(), "eq", .2);
    }

    private void order(int desk, long arrival, boolean ended, double evidence) {
        ParentRow row = new ParentRow();
        row.number(rows.size());
        row.desk(desk);
        row.arrivalNanos(arrival);
        row.endNanos(ended ? arrival + 1 : Absent.LONG);
        row.score(Measure.EVIDENCE, evidence, evidence, evidence, Status.VALID, 0);
        rows.add(row);
    }

    private Scorecard scorecard() {
        return new Scorecard() {
            @Override
            public int parents() {
                return rows.size();
            }

            @Override
            public int find(String id) {
                return -1;
            }

            @Override
            public boolean read(int parent, ParentRow into) {
                into.copyFrom(rows.get(parent));
                return true;
            }

            @Override
            public boolean readChild(int parent, int child, ChildRow into) {
                return false;
            }

            @Override
            public boolean readFill(int parent, int fill, FillRow into) {
                return false;
            }

            @Override
            public SwitchReadings switches() {
                throw new UnsupportedOperationException("nobody switches here");
            }

            @Override
            public String text(NameKind kind, int name) {
                return name == 0 ? "eq" : "other";
            }

            @Override
            public String keptIn() {
                return "a list";
            }

            @Override
            public Progress progress() {
                return null;
            }
        };
    }
}
