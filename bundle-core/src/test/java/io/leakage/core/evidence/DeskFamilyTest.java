package io.leakage.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.core.evidence.DeskFamily.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskFamilyTest {
    @Test
    void thoseThatWorkAndThoseOfTheNewestDayAreHeldAgainstEachOther() {
        Order yesterday = new Order(0, "A", 10, false, 50);
        Order works = new Order(1, "B", 10, true, 1);
        Order today = new Order(2, "C", 11, false, 30);

        // 30 ≥ 2 / 0.2
        assertEquals(new DeskFamily(2, 30, List.of(today)), DeskFamily.of(List.of(yesterday, works, today), .2));
    }

    @Test
    void ofTheSameEvidenceTheNameDecidesWhateverTheNumber() {
        Order second = new Order(0, "B", 10, true, 40);
        Order first = new Order(1, "A", 10, true, 40);
        Order most = new Order(2, "C", 10, true, 41);

        assertEquals(List.of(most, first, second), DeskFamily.of(List.of(second, first, most), .2).named());
    }

    @Test
    void whatEndedWithoutAnArrivalIsOfNoDay() {
        assertEquals(new DeskFamily(0, Double.POSITIVE_INFINITY, List.of()),
                DeskFamily.of(List.of(new Order(0, "A", Long.MIN_VALUE, false, 100)), .2));
    }
}
