package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.testing.Garbage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message that is too long costs: nothing of it is held but its beginning. */
class FramesMemoryTest {
    private static final int LARGEST = 65_536;
    private static final int PIECE = 8192;
    private static final int MESSAGE = 10_000_000;

    @Test
    void scenario29_refusingTenMegabytesTakesNoMoreMemoryThanOneMessageMayHave() {
        byte[] head = Fix.bytes("8=FIX.4.4|9=" + MESSAGE + "|35=8|49=EMS|56=LEAK|34=7|52=20260302-14:30:00|58=");
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) 'x');
        Runnable refuses = () -> {
            Recording taker = new Recording();
            Frames frames = new Frames(LARGEST, taker);
            frames.take(head, 0, head.length);
            // BodyLength counts from behind itself, and 10=123| is 7 bytes more
            int left = MESSAGE - (head.length - "8=FIX.4.4|9=10000000|".length()) + 7;
            for (; left > 0; left -= PIECE) {
                frames.take(piece, 0, Math.min(PIECE, left));
            }
            assertEquals(List.of("35=U0"), taker.messages);
            assertEquals(1, taker.garbled);
        };
        long bytes = Garbage.bytesOf(3, refuses);
        assertTrue(bytes < LARGEST, "allocated " + bytes + " bytes in all for " + MESSAGE);
    }

    private static final class Recording implements Frames.Taker {
        private final List<String> messages = new ArrayList<>();
        private int garbled;

        @Override
        public void message(byte[] bytes, int offset, int length) {
            messages.add(Fix.barred(bytes, offset, length).split("\\|")[2]);
        }

        @Override
        public void garbled(byte[] bytes, int length, String reason) {
            garbled++;
            assertTrue(length <= 1024, "kept " + length);
        }
    }
}
