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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FIX's order state change matrices, as tables in {@code order-state-changes.txt}: after every row the order stands as the matrix says, told
 * once, told twice, told out of order, killed in between, or joined late.
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

    @ParameterizedTest
    @MethodSource("matrices")
    void anyTwoNeighboursSwappedEndTheSame(Matrix matrix) {
        for (int i = 0; i + 1 < matrix.rows().size(); i++) {
            List<Row> rows = new ArrayList<>(matrix.rows());
            Collections.swap(rows, i, i + 1);
            ReplayEngine engine = new ReplayEngine();
            OrderInlet street = engine.inlets().orders("street");
            // a request that comes before its order fits nothing; the copy of it that follows is all that is lost
            rows.forEach(row -> row.tell(street));
            int at = i;
            assertEquals(last(matrix).after(), Standing.of(engine.scorecard()), () -> "swapped " + rows.get(at) + " and " + rows.get(at + 1));
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
