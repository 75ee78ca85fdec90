package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.score.Amendment;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.EvidenceCard.Look;
import io.leakage.api.score.EvidenceCard.Placebo;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.api.score.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRowsTest {
    private final DayRows rows = new DayRows();

    @Test
    void aRowTakesEightBytesAWordHoweverOftenItIsWritten() {
        rows.put(new ParentRow());
        rows.put(new ParentRow());

        assertEquals(8L * new ParentRow().length(), rows.bytes());
    }

    @Test
    void evidenceIsCountedByItsLooksAndTheirPlacebos() {
        rows.put(0, card(128, 19));
        assertEquals(96 + 128 * (128 + 19 * 40), rows.bytes(), "the largest there is: 114 kB");

        rows.put(0, card(1, 2));
        assertEquals(96 + 128 + 2 * 40, rows.bytes(), "the card before is no longer kept");
        rows.put(0, null);
        assertEquals(0, rows.bytes());
    }

    @Test
    void whatARuleSaidAndWhatWasAmendedIsCounted() {
        rows.put(new Amendment(0, 2, Measure.DRIFT, 1, Status.VALID, 0, 2, Status.VALID, 0));
        rows.put(new Verdict(0, 0, "morning", 1, "drifts", Grade.AMBER, true, List.of("drift 2 bps", "for 5 s"), "", "", List.of("HALT")));

        assertEquals(80 + 160 + 3 * 128, rows.bytes());
        rows.clear();
        assertEquals(0, rows.bytes());
    }

    private static EvidenceCard card(int looks, int placebos) {
        Look look = new Look(0, -1, "FILLED", Horizon.AFTER_1S, "COUNTED", 1, 0, 1, 1, 0,
                Collections.nCopies(placebos, new Placebo(0, 0)));
        return new EvidenceCard(0, "1", 0, 0, looks, 0, Collections.nCopies(looks, look));
    }
}
