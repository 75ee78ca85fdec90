package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private final Agenda agenda = new Agenda();
    private final List<Long> recognised = new ArrayList<>();
    private final Recognition recognition = new Recognition(agenda, (child, act) -> recognised.add(agenda.now()));

    private void act(long atMillis, long shares) {
        agenda.runTo(atMillis);
        recognition.saw(new ChildOrder(null, "C", shares, 0, false), Witness.Act.RESTED);
    }

    @Test
    void sixEqualActsAtEvenDistancesAreAPattern() {
        for (int i = 1; i <= 8; i++) {
            act(1_900L * i, 200);
        }

        assertEquals(List.of(11_400L, 13_300L, 15_200L), recognised);
    }

    @Test
    void anotherSizeBeginsAnew() {
        for (int i = 1; i <= 10; i++) {
            act(1_900L * i, i <= 5 ? 200 : 300);
        }

        assertEquals(List.of(), recognised);
    }

    @Test
    void unevenPausesAreNone() {
        long at = 0;
        for (int pause : List.of(1_900, 1_900, 3_800, 1_900, 900, 1_900, 2_700, 1_900)) {
            at += pause;
            act(at, 200);
        }

        assertEquals(List.of(), recognised);
    }
}
