package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EProcessTest {
    @Test
    void oneFootprintAboveAllItsPlacebosIsTheMeanOfFourBets() {
        EProcess process = new EProcess();
        process.count(1, 1);

        // (1.25 + 1.5 + 1.75 + 1.95) / 4
        assertEquals(1.6125, process.value(), 1e-9);
    }

    @Test
    void aFootprintInTheMiddleIsNoEvidence() {
        EProcess process = new EProcess();
        process.count(.5, 1);

        assertEquals(1, process.value());
    }

    @Test
    void twoBetsMultiply() {
        EProcess process = new EProcess();
        process.count(1, 1);
        process.count(.25, 1);

        // 1.25·0.875, 1.5·0.75, 1.75·0.625, 1.95·0.525
        assertEquals((1.09375 + 1.125 + 1.09375 + 1.02375) / 4, process.value(), 1e-9);
    }

    @Test
    void theOrderOfFootprintsDoesNotMatterToTheLastBit() {
        double[] ranks = new Random(3).doubles(1000).toArray();
        EProcess forwards = new EProcess();
        EProcess backwards = new EProcess();
        for (int i = 0; i < ranks.length; i++) {
            forwards.count(ranks[i], 1);
            backwards.count(ranks[ranks.length - 1 - i], 1);
        }

        assertEquals(forwards.value(), backwards.value());
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        EProcess process = new EProcess();
        process.count(.9, 1);
        double before = process.value();
        process.count(.0123, 1);
        process.count(.0123, -1);

        assertEquals(before, process.value());
        assertEquals(1, process.footprints());
    }

    @Test
    void itNeverPassesWhatADoubleHolds() {
        EProcess process = new EProcess();
        for (int i = 0; i < 5000; i++) {
            process.count(1, 1);
        }

        assertEquals(Double.MAX_VALUE, process.value());
    }

    @Test
    void whatIsNoRankIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EProcess().count(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new EProcess().count(1.01, 1));
    }
}
