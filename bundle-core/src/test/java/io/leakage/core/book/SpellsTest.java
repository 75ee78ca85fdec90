package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpellsTest {
    private static final int DAY = 400;

    private final Spells spells = new Spells();

    @Test
    void aSpellHoldsFromItsBeginningUntilJustBeforeItsEnd() {
        spells.begin(10);
        assertTrue(spells.holdsAt(1_000), "still open");
        spells.end(20);

        assertFalse(spells.holdsAt(9));
        assertTrue(spells.holdsAt(10));
        assertTrue(spells.holdsAt(19));
        assertFalse(spells.holdsAt(20));
        assertEquals(20, spells.until(15));
        assertEquals(10, spells.next(5));
        assertEquals(Long.MAX_VALUE, spells.next(20));
        assertTrue(spells.meets(0, 10));
        assertFalse(spells.meets(0, 9));
    }

    @Test
    void aForgottenSpellNeverWas() {
        spells.begin(10);
        spells.end(20);
        spells.begin(30);

        assertTrue(spells.forget());
        assertFalse(spells.forget());

        assertFalse(spells.holdsAt(30));
        assertTrue(spells.holdsAt(15));
    }

    @Test
    void aSpellThatLastedNoTimeNeverWas() {
        spells.begin(10);
        spells.end(10);

        assertTrue(spells.isEmpty());
    }

    @Test
    void everyQuestionGetsTheAnswerOfASetOfInstants() {
        for (int seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Spells fast = new Spells();
            BitSet slow = new BitSet();
            int time = 0;
            while (time < DAY) {
                int end = time + random.nextInt(1, 20);
                boolean holds = random.nextBoolean();
                fast.turn(time, holds);
                slow.set(time, end, holds);
                time = end;
            }
            fast.end(time);
            for (int from = 0; from < time; from += 3) {
                assertEquals(slow.get(from), fast.holdsAt(from));
                assertEquals(slow.get(from) ? slow.nextClearBit(from) : from, fast.until(from));
                for (int to = from; to < time; to += 7) {
                    assertEquals(!slow.get(from, to + 1).isEmpty(), fast.meets(from, to), from + " to " + to);
                }
            }
        }
    }
}
