package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MeasuresDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("leakage.root"), "bundle-core", "docs", "measures.md");

    @Test
    void theDocumentIsWhatTheCatalogueSays() throws IOException {
        String text = MeasuresDocument.text();
        if (Boolean.getBoolean("leakage.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, text);
        }

        assertEquals(text, Files.readString(DOCUMENT), DOCUMENT + " is out of date; mvn -q -pl bundle-core test "
                + "-Dtest=MeasuresDocumentTest -Dleakage.write=true writes it anew");
    }

    @Test
    void everyExampleIsItsFormulaOfItsInputs() {
        ParentRow order = MeasuresDocument.order();
        ParentRow footprints = MeasuresDocument.footprints();
        int worked = 0;
        for (Measure measure : Measure.values()) {
            ParentRow row = MeasuresDocument.of(measure, order, footprints);
            if (row.status(measure) != Status.SUPPRESSED) {
                assertEquals(Formula.of(measure).value(row), row.value(measure), 1e-6, measure.id());
                worked++;
            }
        }

        assertTrue(worked > 0.8 * Measure.count(), worked + " of " + Measure.count() + " measures have an example with numbers");
    }

    @Test
    void theFirstExamplesByHand() {
        ParentRow row = MeasuresDocument.order();

        // (100 · 100.03 + 200 · 100.04) / 300 against 100: 3 2/3 cents, 3.6667 bps and 11 $
        assertEquals(11 / 3.0, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(11, row.value(Measure.LEAKAGE_COST), 1e-9);
        // 100 bought 1 cent over a mid of 100.02, 200 at a mid of 100.04: 1 $ of spread; 100 · 2 + 200 · 4 cents of drift
        assertEquals(1, row.value(Measure.IS_SPREAD), 1e-9);
        assertEquals(10, row.value(Measure.IS_DRIFT), 1e-9);
        // 100 not bought, and the mid 2 cents higher at the end
        assertEquals(2, row.value(Measure.IS_OPPORTUNITY), 1e-9);
        assertEquals(13, row.value(Measure.IMPLEMENTATION_SHORTFALL), 1e-9);
    }
}
