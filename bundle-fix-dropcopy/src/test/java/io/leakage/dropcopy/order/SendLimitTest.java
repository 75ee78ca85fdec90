package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No second, wherever it begins, has more messages than allowed. */
class SendLimitTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void theSixthMessageInASecondIsRefused() {
        SendLimit limit = new SendLimit(5);
        for (int i = 0; i < 5; i++) {
            assertTrue(limit.take(i));
        }

        assertFalse(limit.take(SECOND - 1));
        assertTrue(limit.take(SECOND), "the first is a second old");
        assertFalse(limit.take(SECOND), "the second is not");
    }

    @Test
    void aClockBelowZeroIsAsGood() {
        SendLimit limit = new SendLimit(1);

        assertTrue(limit.take(-SECOND));
        assertFalse(limit.take(-1));
        assertTrue(limit.take(0));
    }

    @Test
    void itAgreesWithCountingThemAll() {
        Random random = new Random(7);
        SendLimit limit = new SendLimit(3);
        List<Long> went = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(600_000_000);
            long before = now;
            boolean allowed = went.stream().filter(time -> before - time < SECOND).count() < 3;

            assertEquals(allowed, limit.take(now), "message " + i);
            if (allowed) {
                went.add(now);
            }
        }
    }

    @Test
    void noMessagesASecondIsNotALimit() {
        assertThrows(IllegalArgumentException.class, () -> new SendLimit(0));
    }
}
