package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Side;
import org.junit.jupiter.api.Test;

class ForeseenTest {
    @Test
    void whatIsForeseenBeforeTheFirstOrderChangesNothingAndFailsNothing() {
        L3Books books = new L3Books();

        books.foresee(4_711);
        books.foreseeTop(3);
        books.foreseeAdded(3, Side.SELL.ordinal(), 100_00000000L);
        books.touch();

        books.added(3, 1, Side.BUY, 200, 100_00000000L);
        assertEquals(100_00000000L, books.bid(3));
    }
}
