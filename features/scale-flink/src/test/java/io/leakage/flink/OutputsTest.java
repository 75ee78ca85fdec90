package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.core.tail.FillStandings.Fill;
import io.leakage.core.tail.Standings.Standing;
import org.apache.flink.api.java.tuple.Tuple6;
import org.junit.jupiter.api.Test;

class OutputsTest {
    @Test
    void aDeskAndAnOrderWhoseNamesWereLostAreToldAsNotTold() {
        assertEquals(Tuple6.of("not told", "not told", 10L, true, 3.0, 0.2), Outputs.standing(new Standing(null, null, 10, true, 3, 0.2)));
    }

    @Test
    void aFillOfNobodyKnowsWhereIsInALeagueOfItsOwn() {
        assertEquals("algo not told", Outputs.fills(new Fill("P", 0, "XNAS", null, "B", 1, 100)).get(2).f0);
    }
}
