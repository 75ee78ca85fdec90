package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import org.junit.jupiter.api.Test;

class InnerSequencesTest {
    private final InnerSequences inner = new InnerSequences();

    @Test
    void scenario32_aJumpOfFourThousandFilledInAnyOrderLeavesNothingMissing() {
        inner.take(1, 10);
        inner.take(2, 10);
        inner.take(1, 4011);
        assertEquals(4000, inner.missing(), "11 to 4010");
        assertEquals(11, inner.firstMissing());
        assertEquals(4011, inner.behindMissing());
        for (int number = 12; number <= 4010; number += 2) {
            inner.take(1, number);
        }
        assertEquals(2000, inner.missing(), "the odd ones");
        inner.take(1, 12);
        inner.take(2, 11);
        assertEquals(2000, inner.missing(), "one told again and one of another session fill nothing");
        for (int number = 4009; number >= 11; number -= 2) {
            inner.take(1, number);
        }
        assertEquals(0, inner.missing());
        assertEquals(Absent.LONG, inner.firstMissing());
        assertEquals(1, inner.gaps());
    }

    @Test
    void scenario32_theCopyIsWholeOnlyWhenNeitherLayerLacksAnything() {
        RecordingInlet inlet = new RecordingInlet();
        GapVoice voice = new GapVoice(inlet);
        voice.missing(3, 5);
        voice.inner(2, 7, 9);
        voice.filled();
        assertEquals("[gap 3-5, gap 7-9]", inlet.said.toString(), "the inner numbers are still missing");
        voice.inner(1, 8, 9);
        voice.inner(0, Absent.LONG, Absent.LONG);
        assertEquals("[gap 3-5, gap 7-9, filled]", inlet.said.toString());
    }
}
