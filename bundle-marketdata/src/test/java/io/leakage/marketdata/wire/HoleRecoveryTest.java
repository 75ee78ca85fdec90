package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a hole that no line fills: requests, snapshots, and going on without. */
class HoleRecoveryTest extends TwoLines {
    @Test
    void scenario03_aSilentRequestServerIsAskedThreeTimesAndThenASnapshotIsTaken() {
        heard.snapshotServer = true;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, M));
        pass(5);
        pass(49);
        assertEquals(List.of("1", "gap 2..3", "ask 2+1"), heard.take());
        pass(1);
        pass(50);
        pass(50);

        assertEquals(List.of("ask 2+1", "ask 2+1", "ask snapshot"), heard.take());
        assertTrue(lines.resequencer().isRecovering());
    }

    @Test
    void scenario03_aRangeTooOldToAskForNeedsASnapshot() {
        heard.snapshotServer = true;
        take(A, Wire.mold("S", 1_002, M));
        pass(5);

        // 1,001 messages are missing, 1,000 may be asked for
        assertEquals(List.of("gap 1..1002", "ask snapshot"), heard.take());
    }

    @Test
    void scenario03_snapshotsThatNeverEndAreTriedTwiceAndThenTheFeedGoesOnWithoutWhatIsLost() {
        heard.snapshotServer = true;
        heard.requestServer = false;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, M));
        pass(5);
        snapshot("one");
        pass(500);
        pass(500);
        both(Wire.mold("S", 4, M));

        assertEquals(List.of("1", "gap 2..3", "ask snapshot", "recovering", "rests one", "ask snapshot", "enough", "gap 2..3", "3", "4"),
                heard.take());
        assertEquals(2, lines.resequencer().counts().snapshotsFailed());
        assertEquals(1, lines.resequencer().counts().lost());
        pass(60_000);
        assertEquals("ask snapshot", heard.take().get(1), "a minute later it is tried anew");
    }

    @Test
    void scenario04_theSnapshotIsAppliedAndThenWhatWasHeldBehindIt() {
        heard.snapshotServer = true;
        heard.requestServer = false;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 4, M, M, M));
        pass(5);
        snapshot("one");
        snapshot("two");
        both(Wire.mold("S", 7, M));
        lines.resequencer().snapshotDone(6, now);
        both(Wire.mold("S", 8, M));

        // the snapshot holds 1 to 5: 4 and 5 are duplicates, 6 and 7 follow
        assertEquals(List.of("1", "gap 2..4", "ask snapshot", "recovering", "rests one", "rests two", "enough", "recovered 6", "6", "7",
                "8"), heard.take());
        assertEquals(1, lines.resequencer().counts().snapshots());
    }

    @Test
    void scenario05_aSnapshotOlderThanWhatIsHeldIsThrownAwayAndTakenAgain() {
        heard.snapshotServer = true;
        heard.requestServer = false;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 5, M));
        pass(5);
        snapshot("old");
        lines.resequencer().snapshotDone(4, now);
        snapshot("new");
        lines.resequencer().snapshotDone(5, now);

        assertEquals(List.of("1", "gap 2..5", "ask snapshot", "recovering", "rests old", "ask snapshot", "recovering", "rests new",
                "enough", "recovered 5", "5"), heard.take());
        assertEquals(1, lines.resequencer().counts().snapshotsStale());
    }

    @Test
    void scenario08_theEndOfASessionWithAHoleIsToldWhenTheHoleIsFilled() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, 0xFFFF, new byte[0]));
        pass(5);
        both(Wire.mold("S", 3, 0xFFFF, new byte[0]));
        answer(Wire.mold("S", 2, M));

        assertEquals(List.of("1", "gap 2..3", "ask 2+1", "2", "filled", "end 3"), heard.take());
        assertTrue(lines.resequencer().counts().isComplete());
        assertEquals(0, lines.resequencer().counts().incomplete());
    }

    @Test
    void scenario08_aHoleThatNobodyFillsMakesTheDayIncomplete() {
        heard.snapshotServer = true;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, 0xFFFF, new byte[0]));
        pass(5);
        pass(50);
        pass(50);
        pass(50);

        assertEquals(List.of("1", "gap 2..3", "ask 2+1", "ask 2+1", "ask 2+1", "end 3"), heard.take());
        assertFalse(lines.resequencer().counts().isComplete());
        assertEquals(1, lines.resequencer().counts().incomplete());
    }

    @Test
    void anAnswerThatHoldsLessThanWasAskedForIsFollowedByTheNextRequest() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 5, M));
        pass(5);
        answer(Wire.mold("S", 2, M));
        answer(Wire.mold("S", 3, M, M));

        assertEquals(List.of("1", "gap 2..5", "ask 2+3", "2", "ask 3+2", "3", "4", "filled", "5"), heard.take());
    }

    @Test
    void aSecondHoleBehindTheFirstIsTreatedLikeTheFirst() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, M));
        both(Wire.mold("S", 5, M));
        pass(5);
        answer(Wire.mold("S", 2, M));
        pass(5);
        answer(Wire.mold("S", 4, M));

        assertEquals(List.of("1", "gap 2..3", "ask 2+1", "2", "filled", "3", "gap 4..5", "ask 4+1", "4", "filled", "5"), heard.take());
    }

    @Test
    void holesThatWaitedBehindAnotherHaveWaitedLongEnough() {
        heard.requestServer = false;
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 3, M));
        both(Wire.mold("S", 5, M));
        both(Wire.mold("S", 7, M));
        pass(5);

        assertEquals(List.of("1", "gap 2..3", "3", "gap 4..5", "5", "gap 6..7", "7"), heard.take());
    }

    @Test
    void aHoleBehindWhichTooMuchWaitsIsGivenUp() {
        both(Wire.mold("S", 1, M));
        take(A, Wire.mold("S", 3, M, M, M, M, M, M, M));
        pass(5);
        heard.take();
        take(A, Wire.mold("S", 10, M));

        // 2 is missing, 3 to 9 wait; 10 is 8 ahead of 2 and finds no room
        assertEquals(List.of("3", "4", "5", "6", "7", "8", "9", "10"), heard.take());
        assertEquals(1, lines.resequencer().counts().overflows());
        assertEquals(1, lines.resequencer().counts().lost());
    }

    @Test
    void aHeartbeatFarAheadDoesNotHideWhatIsHeld() {
        both(Wire.mold("S", 1, M));
        heard.requestServer = false;
        both(Wire.mold("S", 3, M));
        both(Wire.mold("S", 500));
        pass(5);
        pass(5);
        both(Wire.mold("S", 500, M));

        assertEquals(List.of("1", "gap 2..3", "3", "gap 4..500", "500"), heard.take());
        assertEquals(1 + 496, lines.resequencer().counts().lost());
    }
}
