package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.Faults;
import io.leakage.simulator.SimulatedDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A simulated day through every kind of fault, each number that was published as valid held against the same day without faults: at the end,
 * and at every order message in between.
 */
class FaultMatrixTest {
    private static final long SECOND = 1_000_000_000L;
    private static final DayOptions DAY = DayOptions.ofSeed(23).minutes(5).symbols(3).parents(6);
    private static final long MIDDLE = (DAY.open().toSecondOfDay() + 120) * SECOND;

    @TempDir
    static Path files;

    private static SimulatedDay day;
    private static FaultyDay truth;

    /** A row of the matrix. */
    enum Fault {
        /** Each line loses one packet in a hundred; the other has it. */
        LOST_ON_ONE_LINE(Faults.NONE.loss(0.01, 0)),
        /** Both lines lose one packet in a hundred; the request server has it. */
        LOST_ON_BOTH_LINES(Faults.NONE.loss(0.01, 0.01).servers(true, 0.05, true)),
        /** One line, and nobody repeats but by a snapshot. */
        ONLY_A_SNAPSHOT(Faults.NONE.lines(1).loss(0.0005, 0).servers(false, 0, true)),
        /** One line, and nobody repeats. */
        LOST_FOR_GOOD(Faults.NONE.lines(1).loss(0.0002, 0).servers(false, 0, false)),
        /** Packets overtake each other. */
        REORDERED(Faults.NONE.reordering(0.05)),
        /** Packets come twice. */
        DOUBLED(Faults.NONE.duplication(0.05)),
        /** Packets are cut, miscounted, misnumbered. */
        CORRUPT(Faults.NONE.corruption(0.02)),
        /** Nothing comes for four seconds, now and then. */
        SILENT(Faults.NONE.silences(0.0005, 4 * SECOND)),
        /** The venue goes over to another machine. */
        OTHER_SESSION(Faults.NONE.loss(0.01, 0).sessionChange(MIDDLE)),
        /** All of it. */
        EVERYTHING(Faults.NONE.loss(0.02, 0.005).reordering(0.02).duplication(0.02).corruption(0.01).silences(0.0002, 3 * SECOND)
                .sessionChange(MIDDLE).servers(true, 0.2, true));

        private final Faults faults;

        Fault(Faults faults) {
            this.faults = faults;
        }
    }

    @BeforeAll
    static void playTheDayWithoutFaults() throws IOException {
        day = SimulatedDay.run(DAY);
        day.writeOrders(files.resolve("orders.fix"));
        truth = FaultyDay.play(day, files.resolve("orders.fix"), Faults.NONE, 1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noValidNumberIsWithoutTheTruth(Fault fault) throws IOException {
        long valid = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            FaultyDay hurt = FaultyDay.play(day, files.resolve("orders.fix"), fault.faults, seed);
            valid += hurt.compareWith(truth, fault + ", seed " + seed, wrong);
        }

        assertEquals(List.of(), wrong);
        assertTrue(valid > 1_000, valid + " valid numbers");
    }

    @Test
    void onePacketInAHundredLostAndRecoveredLeavesNinetyNineOfAHundredNumbers() throws IOException {
        long due = 0;
        long there = 0;
        for (long seed = 1; seed <= 3; seed++) {
            FaultyDay hurt = FaultyDay.play(day, files.resolve("orders.fix"), Fault.LOST_ON_BOTH_LINES.faults, seed);
            due += truth.published();
            there += hurt.published();
        }

        assertTrue(there >= 0.99 * due, there + " numbers of " + due);
    }

    @Test
    void theUnhurtDayHasEveryNumber() {
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < DAY.parents(); parent++) {
            assertTrue(truth.scorecard().read(parent, row));
            assertEquals(Status.VALID, row.status(Measure.ARRIVAL_SLIPPAGE));
            assertEquals(Status.VALID, row.status(Measure.POST_TRADE_DRIFT_1S));
        }
    }
}
