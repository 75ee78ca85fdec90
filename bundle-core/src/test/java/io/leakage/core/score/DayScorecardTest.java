package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
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

/** Orders 0 and 1 of the first day, 2 of the second; a day is 100 ns long here, and the first is asked for. */
class DayScorecardTest {
    private final Live live = new Live();
    private final DayRows run = new DayRows();
    private final DayScorecard day = new DayScorecard(live, List.of(run), row -> row.arrivalNanos() < 100);

    @Test
    void whoWasAskedForQuotesIsTold() {
        live.asks.addAll(List.of(ask(1, 0, 10), ask(2, 2, 120), ask(3, -1, 30), ask(4, -1, 130), ask(5, 1, 105)));

        assertEquals(List.of(1, 3, 5), day.asks().stream().map(Ask::request).toList(),
                "an order's by the order's day, also over midnight; one without an order by when it was asked");
    }

    @Test
    void ofOneOrderItsAmendmentsAreToldWithoutLookingAtTheOtherOrders() {
        Amendment both = amendment(0, 2);
        run.put(amendment(1, 1));
        run.put(both);
        live.amendments.addAll(List.of(both, amendment(0, 3), amendment(2, 1)));

        assertEquals(List.of(both, amendment(0, 3)), day.amendments(0));
        assertEquals(List.of(amendment(1, 1)), day.amendments(1));
        assertEquals(List.of(), day.amendments(2), "of another day");
        assertEquals(3, live.reads, "each order once");
        assertEquals(1, live.lists, "what runs told and what is told live is put together once");
        assertEquals(List.of(amendment(1, 1), both, amendment(0, 3)), day.amendments());
    }

    private static Amendment amendment(int parent, long version) {
        return new Amendment(parent, version, Measure.DRIFT, 1, Status.VALID, 0, 2, Status.VALID, 0);
    }

    private static Ask ask(int request, int parent, long nanos) {
        return new Ask(request, parent, 0, Side.BUY, nanos, 100, 0, Ask.Outcome.OPEN, Absent.LONG, Absent.LONG, Absent.LONG, List.of());
    }

    /** Arrivals at 50, 60 and 150 ns. */
    private static final class Live implements Scorecard {
        private static final long[] ARRIVALS = {50, 60, 150};
        private final List<Ask> asks = new ArrayList<>();
        private final List<Amendment> amendments = new ArrayList<>();
        private int reads;
        private int lists;

        @Override
        public int parents() {
            return ARRIVALS.length;
        }

        @Override
        public int find(String id) {
            return -1;
        }

        @Override
        public boolean read(int parent, ParentRow into) {
            reads++;
            into.arrivalNanos(ARRIVALS[parent]);
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
        public String text(NameKind kind, int name) {
            return null;
        }

        @Override
        public List<Amendment> amendments() {
            lists++;
            return amendments;
        }

        @Override
        public List<Ask> asks() {
            return asks;
        }

        @Override
        public SwitchReadings switches() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String keptIn() {
            return "memory";
        }

        @Override
        public Progress progress() {
            throw new UnsupportedOperationException();
        }
    }
}
