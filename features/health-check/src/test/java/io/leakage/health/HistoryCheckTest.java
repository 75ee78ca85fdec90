package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.health.HistoryState;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
    @Test
    void aStoreInTroubleWarnsAndSaysWhyAndHowFarItIsBehind() {
        Result result = HistoryCheck.of(List.of(new HistoryState("archive", 1_000_000, 1_000_000, 1_000_000, 42, 0, ""),
                new HistoryState("kafka", 400_000, 500_000, 1_000_000, 21, 7, "broker desk-1:9092 cannot be reached")));

        assertEquals(List.of("OK archive is 0 bytes of the journal behind: records 42, tried again 0",
                "WARN kafka is 600,000 bytes of the journal behind (broker desk-1:9092 cannot be reached): records 21, tried again 7"),
                Lines.of(result));
    }

    @Test
    void nobodyNeedsAStore() {
        assertEquals(List.of("OK no store keeps the history elsewhere"), Lines.of(HistoryCheck.of(List.of())));
    }
}
