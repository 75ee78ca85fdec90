package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Formula;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.api.score.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores are a function of event time: how the two feeds happen to interleave changes none of them. */
class AnyInterleavingTest {
    private static final int DAYS = 150;

    @ParameterizedTest(name = "days with lost messages, silences, snapshots and coarse times: {0}")
    @ValueSource(booleans = {false, true})
    void anyInterleavingOfTheTwoFeedsGivesTheSameScores(boolean troubled) {
        int valid = 0;
        for (long seed = 0; seed < DAYS; seed++) {
            Map<String, List<Object>> marketFirst = scores(seed, troubled, 1.0);
            for (double share : new double[] {0.0, 0.3, 0.7, 0.95}) {
                assertEquals(marketFirst, scores(seed, troubled, share), "day " + seed + ", market share " + share);
            }
            valid += marketFirst.values().stream().filter(row -> row.contains(Status.VALID)).count();
        }
        assertTrue(valid > (troubled ? 1 : 3) * DAYS, "most parents have numbers: " + valid);
    }

    /** Plays a day; the next step comes from the market with this probability, 1 = all of it first, 0 = all orders first. */
    private static Map<String, List<Object>> scores(long seed, boolean troubled, double marketShare) {
        ReplayEngine engine = new ReplayEngine();
        RandomDay.referTo(engine.inlets().reference());
        RandomDay day = new RandomDay(seed, troubled);
        RandomDay.Sides sides = RandomDay.open(engine.inlets());
        Random coin = new Random(seed * 31 + 7);
        while (!day.market.isEmpty() || !day.orders.isEmpty()) {
            boolean market = day.orders.isEmpty() || !day.market.isEmpty() && coin.nextDouble() < marketShare;
            if (market) {
                day.market.remove().accept(sides.market());
            } else {
                day.orders.remove().accept(sides.orders());
            }
        }
        return rows(engine.scorecard());
    }

    /** Everything a reader sees, by the parent's id, except what counts messages rather than measures the market. */
    private static Map<String, List<Object>> rows(Scorecard scores) {
        Map<String, List<Object>> rows = new TreeMap<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scores.parents(); parent++) {
            assertTrue(scores.read(parent, row));
            List<Object> seen = new ArrayList<>(List.of(row.side(), row.executed(), row.averagePrice(), row.arrivalNanos(),
                    row.arrivalMid(),
                    row.flags(), row.state(), row.asOfNanos(), row.questions(), row.undecidable()));
            for (int i = 0; i < Measure.count(); i++) {
                Measure measure = Measure.at(i);
                seen.addAll(List.of(row.value(measure), row.lo(measure), row.hi(measure), row.status(measure), row.flags(measure)));
            }
            FillRow fill = new FillRow();
            for (int i = 0; scores.readFill(parent, i, fill); i++) {
                seen.addAll(List.of(fill.price(), fill.quantity(), Formula.of(Measure.ARRIVAL_SLIPPAGE).value(fill, row), fill.flags()));
            }
            ChildRow child = new ChildRow();
            for (int i = 0; scores.readChild(parent, i, child); i++) {
                seen.addAll(List.of(child.executed(), child.state(), child.flags()));
            }
            rows.put(scores.text(NameKind.ORDER, row.order()), seen);
        }
        return rows;
    }
}
