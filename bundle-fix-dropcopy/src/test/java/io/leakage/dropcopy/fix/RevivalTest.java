package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevivalTest {
    private final Revival revival = new Revival(10);

    @Test
    void theWaitDoublesAsLongAsItDoesNotHelpAndBeginsAnewWhenItDid() {
        List<Integer> due = new ArrayList<>();
        for (int now = 0; now < 200; now++) {
            boolean heard = now == 100;
            if (revival.isDue(!heard, now)) {
                due.add(now);
            }
        }
        // silent from 0 on: 10, then 20 and 40 later; heard at 100, silent from 101 on: 10, 20 and 40 later again
        assertEquals(List.of(10, 30, 70, 111, 131, 171), due);
    }
}
