package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.ParentRow;
import io.leakage.testing.Garbage;
import io.leakage.ui.RecordedScorecard;
import org.junit.jupiter.api.Test;

/** A scorecard of which somebody may see one desk. */
class DeskScorecardTest {
    private static final int TIMES = 10_000;

    private final RecordedScorecard all = new RecordedScorecard();
    private final DeskScorecard seen = new DeskScorecard(all, "equities-us"::equals);

    @Test
    void anOrderOfAnotherDeskIsNotThereByNumberNorById() {
        int own = all.golden("P-1");
        int other = all.begin("P-2", "program", "OTHR", Side.SELL, 1);

        assertEquals(own, seen.find("P-1"));
        assertTrue(seen.read(own, new ParentRow()));
        assertEquals(-1, seen.find("P-2"));
        assertFalse(seen.read(other, new ParentRow()));
    }

    @Test
    void findingAndReadingAnOrderLeavesNoGarbage() {
        all.golden("P-1");
        all.begin("P-2", "program", "OTHR", Side.SELL, 1);
        ParentRow row = new ParentRow();

        assertEquals(0, Garbage.bytesOf(2, () -> {
            for (int i = 0; i < TIMES; i++) {
                seen.read(seen.find("P-1"), row);
                seen.read(seen.find("P-2"), row);
            }
        }));
    }
}
