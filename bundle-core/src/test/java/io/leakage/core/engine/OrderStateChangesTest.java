package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.core.engine.Matrix.Row;
import io.leakage.core.engine.Matrix.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FIX's order state change matrices, as tables in {@code order-state-changes.txt}: after every row the order stands as the matrix says,
 * told once, told twice, told out of order, killed in between, or joined late.
 */
class OrderStateChangesTest {
    @TempDir
    private Path directory;

    static List<Matrix> matrices() {
        return Matrix.read("order-state-changes.txt");
    }

    @Test
    void thereAreAtLeastFortyOfThemFromEveryGroup() {
        List<Matrix> matrices = matrices();

        assertTrue(matrices.size() >= 40, "matrices: " + matrices.size());
        for (char group = 'A'; group <= 'L'; group++) {
            String prefix = group + ".";
            assertTrue(matrices.stream().anyMatch(matrix -> matrix.name().startsWith(prefix)), "group " + group);
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void everyRowLeavesTheOrderAsTheMatrixSays(Matrix matrix) {
        ReplayEngine engine = new ReplayEngine();
        OrderInlet street = engine.inlets().orders("street");
        for (Row row : matrix.rows()) {
            row.tell(street);
            assertEquals(row.after(), Standing.of(engine.scorecard()), row::toString);
        }
        assertEquals(0, engine.scorecard().progress().unapplied());
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void everyRowToldAgainWithPossDupFlagChangesNothing(Matrix matrix) {
        ReplayEngine engine = new ReplayEngine();
        OrderInlet street = engine.inlets().orders("street");
        for (int i = 0; i < matrix.rows().size(); i++) {
            matrix.rows().get(i).tell(street);
            for (int again = 0; again <= i; again++) {
                street.accept(matrix.rows().get(again).message().possDup().message());
            }
            assertEquals(matrix.rows().get(i).after(), Standing.of(engine.scorecard()), matrix.rows().get(i)::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void everyRowSentAgainWithPossResendChangesNothing(Matrix matrix) {
        ReplayEngine engine = new ReplayEngine();
        OrderInlet street = engine.inlets().orders("street");
        for (Row row : matrix.rows()) {
            row.tell(street);
            street.accept(row.message().possResend().message());
            assertEquals(row.after(), Standing.of(engine.scorecard()), row::toString);
        }
    }

    /** Times of a second's resolution say little; then what arrives later is later. */
    @ParameterizedTest
    @MethodSource("matrices")
    void allRowsWithinOneSecondAreTakenInTheOrderTheyArrive(Matrix matrix) {
        ReplayEngine engine = new ReplayEngine();
        OrderInlet street = engine.inlets().orders("street");
        for (Row row : matrix.rows()) {
            street.accept(row.message(Tape.START).truncation(1_000_000_000).message());
            street.accept(row.message(Tape.START).truncation(1_000_000_000).possDup().message());
            assertEquals(row.after(), Standing.of(engine.scorecard()), row::toString);
        }
    }

    /** A source that gives no times at all. */
    @ParameterizedTest
    @MethodSource("matrices")
    void rowsWithoutTimesAreTakenInTheOrderTheyArrive(Matrix matrix) {
        ReplayEngine engine = new ReplayEngine();
        OrderInlet street = engine.inlets().orders("street");
        for (Row row : matrix.rows()) {
            street.accept(row.message().sentAt(Tape.START + 1).message());
            street.accept(row.message().sentAt(Tape.START + 2).possResend().message());
            assertEquals(row.after(), Standing.of(engine.scorecard()), row::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void anyTwoNeighboursSwappedEndTheSame(Matrix matrix) {
        for (int i = 0; i + 1 < matrix.rows().size(); i++) {
            List<Row> rows = new ArrayList<>(matrix.rows());
            Collections.swap(rows, i, i + 1);
            ReplayEngine engine = new ReplayEngine();
            OrderInlet street = engine.inlets().orders("street");
            rows.forEach(row -> row.tell(street));
            String swapped = "swapped " + rows.get(i) + " and " + rows.get(i + 1);
            assertEquals(last(matrix).after(), Standing.of(engine.scorecard()), swapped);
        }
    }

    /** No source is that bad; but whatever comes in whatever order, in the end it is all told, and then it is right or says it is not. */
    @ParameterizedTest
    @MethodSource("matrices")
    void shuffledAtRandomItEndsTheSameOrSaysThatItDoubts(Matrix matrix) {
        for (long seed = 0; seed < 40; seed++) {
            List<Row> rows = new ArrayList<>(matrix.rows());
            Collections.shuffle(rows, new Random(seed));
            ReplayEngine engine = new ReplayEngine();
            OrderInlet street = engine.inlets().orders("street");
            rows.forEach(row -> row.tell(street));
            Standing shuffled = Standing.of(engine.scorecard());
            Standing whole = last(matrix).after();
            // a request or a refusal that comes before its order fits nothing, and is counted
            boolean told = !shuffled.doubts().isEmpty() || engine.scorecard().progress().unapplied() > 0;
            assertTrue(whole.equals(shuffled) || told, () -> rows + ": " + shuffled + ", no doubt cast");
            assertTrue(whole.executed() == shuffled.executed() || !shuffled.doubts().isEmpty(), () -> rows + ": " + shuffled);
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void killedAfterEveryRowItGoesOnFromItsJournal(Matrix matrix) {
        try (JournaledDesk desk = new JournaledDesk(directory)) {
            for (Row row : matrix.rows()) {
                row.tell(desk.orders());
                desk.kill();
                assertEquals(row.after(), Standing.of(desk.scorecard()), row::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void joinedLateItEndsTheSameOrSaysWhatIsMissing(Matrix matrix) {
        Standing whole = last(matrix).after();
        for (int first = 1; first < matrix.rows().size(); first++) {
            ReplayEngine engine = new ReplayEngine();
            OrderInlet street = engine.inlets().orders("street");
            matrix.rows().subList(first, matrix.rows().size()).forEach(row -> row.tell(street));
            Standing joined = Standing.of(engine.scorecard());
            Row from = matrix.rows().get(first);
            if (joined == null) {
                assertTrue(engine.scorecard().progress().unapplied() > 0, () -> "from " + from + " on nothing is known, and nothing said");
                continue;
            }
            if (matrix.rows().subList(first, matrix.rows().size()).stream().anyMatch(row -> row.isUnder(whole.id()))) {
                assertEquals(whole.id(), joined.id(), () -> "from " + from + " on");
            }
            assertEquals(whole.state(), joined.state(), () -> "from " + from + " on");
            if (whole.executed() != joined.executed() || whole.average() != joined.average() || whole.leaves() != joined.leaves()) {
                assertFalse(joined.doubts().isEmpty(), () -> "from " + from + " on: " + joined + ", no doubt cast");
            }
        }
    }

    private static Row last(Matrix matrix) {
        return matrix.rows().get(matrix.rows().size() - 1);
    }
}
