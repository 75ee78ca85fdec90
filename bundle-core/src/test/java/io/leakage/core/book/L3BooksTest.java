package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leakage.api.event.Side;
import io.leakage.testing.Garbage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class L3BooksTest extends BooksContract {
    @Override
    Books emptyBooks() {
        return new FastBooks(new L3Books());
    }

    @Test
    void anInstrumentNumberOutOfRangeIsCountedAndNothingElse() {
        L3Books books = new L3Books();

        assertFalse(books.added(-1, 1, Side.BUY, 100, 1));
        assertFalse(books.added(Integer.MAX_VALUE, 1, Side.BUY, 100, 1));
        assertFalse(books.deleted(-1, 1));

        assertEquals(3, books.unapplied());
        assertFalse(books.suspect(-1));
        assertEquals(0, books.liveOrders());
    }

    @Test
    void fullBooksLeaveNoGarbage() {
        L3Books books = new L3Books();
        Churn churn = new Churn(books);
        churn.run(1_000_000);

        assertEquals(0, Garbage.bytesOf(() -> churn.run(200_000)));
        assertEquals(0, books.unapplied());
    }

    /** Orders that come, are replaced and go, a thousand live at a time, references rising. */
    private static final class Churn {
        private static final int LIVE = 1_000;

        private final L3Books books;
        private final SplittableRandom random = new SplittableRandom(7);
        private final long[] refs = new long[LIVE];
        private long next = 1;

        Churn(L3Books books) {
            this.books = books;
        }

        void run(int events) {
            for (int i = 0; i < events; i++) {
                int order = random.nextInt(LIVE);
                int instrument = order & 15;
                long price = 10_000 + random.nextInt(40);
                if (refs[order] == 0) {
                    refs[order] = next++;
                    books.added(instrument, refs[order], (order & 16) == 0 ? Side.BUY : Side.SELL, 100, price);
                } else if ((i & 3) == 0) {
                    books.replaced(instrument, refs[order], next, 100, price);
                    refs[order] = next++;
                } else {
                    books.deleted(instrument, refs[order]);
                    refs[order] = 0;
                }
            }
        }
    }
}
