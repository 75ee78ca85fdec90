package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.wire.DbnMetadata;
import io.leakage.testing.Garbage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Number 1 is ONE, number 2 is TWO, and on the second day the other way round; 0 is the first symbol asked for, 1 the second. */
class DbnSymbolsTest {
    private static final long DAY = 86_400_000_000_000L;

    private final List<String> asked = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final DbnSymbols symbols = new DbnSymbols(head(), this::number);

    @Test
    void recordsOfTwoDaysMixedReadTheHeadOncePerDay() {
        for (int i = 0; i < 3; i++) {
            assertEquals(0, symbols.instrument(1, DAY - 1));
            assertEquals(1, symbols.instrument(1, DAY));
        }

        assertEquals(List.of("ONE", "TWO", "ONE", "TWO"), asked);
    }

    @Test
    void theMixLeavesNoGarbage() {
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                symbols.instrument(1, DAY * (i % 2));
            }
        }));
    }

    @Test
    void aThirdDayTakesThePlaceOfTheOlder() {
        symbols.instrument(1, 0);
        symbols.instrument(1, DAY);

        assertEquals(Absent.NAME, symbols.instrument(1, 2 * DAY), "the head ends with the second day");
        assertEquals(1, symbols.instrument(1, DAY));
        assertEquals(0, symbols.instrument(1, 0));
    }

    @Test
    void whatIsLearnedHoldsOnBothDaysUnlessTheHeadNamesAnother() {
        symbols.instrument(1, DAY);
        symbols.instrument(1, 0);
        symbols.learn(7, "NEXT");
        symbols.learn(2, "NEXT");
        assertEquals(2, symbols.instrument(7, 0));
        assertEquals(2, symbols.instrument(2, 0));

        assertEquals(2, symbols.instrument(7, DAY));
        assertEquals(0, symbols.instrument(2, DAY));
    }

    @Test
    void whatIsLearnedAnewHoldsOnBothDays() {
        symbols.instrument(7, DAY);
        symbols.instrument(7, 0);
        symbols.learn(7, "NEXT");
        symbols.learn(7, "LAST");

        assertEquals(3, symbols.instrument(7, 0));
        assertEquals(3, symbols.instrument(7, DAY));
    }

    private int number(String symbol) {
        asked.add(symbol);
        if (!names.contains(symbol)) {
            names.add(symbol);
        }
        return names.indexOf(symbol);
    }

    private static DbnMetadata head() {
        byte[] bytes = Little.dbnHead();
        DbnMetadata head = new DbnMetadata();
        assertNull(head.wrap(bytes, 0, bytes.length));
        return head;
    }
}
