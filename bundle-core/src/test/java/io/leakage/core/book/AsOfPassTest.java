package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leakage.api.event.Absent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfPassTest {
    private static final long[] DISTANCES = {-20, -1, 0, 1, 5, 40};

    @Test
    void aMidIsTheOneInForceAndOfOneTimeTheLast() {
        QuoteColumns quotes = new QuoteColumns();
        quotes.append(10, 0, 99, 101);
        quotes.append(20, 1, 49, 51);
        quotes.append(20, 0, 100, 102);
        quotes.append(20, 0, 101, 103);

        long[][] mids = AsOfPass.midsTwice(quotes, new long[] {10, 20, 20}, new int[] {0, 0, 1}, -1, 0, 10);

        assertArrayEquals(new long[] {Absent.LONG, 200, Absent.LONG}, mids[0], "just before each");
        assertArrayEquals(new long[] {200, 204, 100}, mids[1]);
        assertArrayEquals(new long[] {204, 204, 100}, mids[2], "ten later");
    }

    @Test
    void noMidIsNoneWhereASideIsEmptyOrTheBookIsCrossed() {
        QuoteColumns quotes = new QuoteColumns();
        quotes.append(1, 0, 99, Absent.LONG);
        quotes.append(2, 0, 102, 101);
        quotes.append(3, 0, 101, 101);

        assertArrayEquals(new long[] {Absent.LONG, Absent.LONG, 202}, AsOfPass.midsTwice(quotes, new long[] {1, 2, 3}, new int[3], 0)[0]);
    }

    @Test
    void anInstrumentWithoutQuotesHasNoMid() {
        assertEquals(Absent.LONG, AsOfPass.midsTwice(new QuoteColumns(), new long[] {1}, new int[] {3}, 0)[0][0]);
    }

    @Test
    void whatIsNotInOrderOfTimeIsRefused() {
        QuoteColumns quotes = new QuoteColumns();
        quotes.append(2, 0, 1, 2);

        assertThrows(IllegalArgumentException.class, () -> quotes.append(1, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> AsOfPass.midsTwice(quotes, new long[] {2, 1}, new int[2], 0));
        assertThrows(IllegalArgumentException.class, () -> AsOfPass.midsTwice(quotes, new long[] {1, 2}, new int[1], 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyDayAnswersAsWhoLooksThroughAllOfIt(long seed) {
        Random random = new Random(seed);
        QuoteColumns quotes = new QuoteColumns();
        List<long[]> all = new ArrayList<>();
        long time = 0;
        // more than a piece
        for (int i = 0; i < QuoteColumns.PIECE + 500; i++) {
            time += random.nextInt(3);
            long bid = random.nextInt(20) == 0 ? Absent.LONG : 100 + random.nextInt(10);
            long[] quote = {time, random.nextInt(5), bid, 104 + random.nextInt(10)};
            all.add(quote);
            quotes.append(quote[0], (int) quote[1], quote[2], quote[3]);
        }
        long[] nanos = random.longs(60, -50, time + 50).sorted().toArray();
        int[] instruments = random.ints(60, 0, 6).toArray();

        long[][] mids = AsOfPass.midsTwice(quotes, nanos, instruments, DISTANCES);

        for (int i = 0; i < DISTANCES.length; i++) {
            long[] slow = new long[nanos.length];
            Arrays.setAll(slow, at -> Absent.LONG);
            for (int fill = 0; fill < nanos.length; fill++) {
                for (long[] quote : all) {
                    if (quote[0] <= nanos[fill] + DISTANCES[i] && quote[1] == instruments[fill]) {
                        slow[fill] = quote[2] == Absent.LONG || quote[2] > quote[3] ? Absent.LONG : quote[2] + quote[3];
                    }
                }
            }
            assertArrayEquals(slow, mids[i], "distance " + DISTANCES[i]);
        }
    }
}
