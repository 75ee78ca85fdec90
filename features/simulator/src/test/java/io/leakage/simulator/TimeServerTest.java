package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That the product's own clock watch takes it for a time service is seen where the two meet, in the case study. */
class TimeServerTest {
    private static final int DATA_AT = 54;

    private static ByteBuffer ask(int id) {
        ByteBuffer request = ByteBuffer.allocate(DATA_AT).put(0, (byte) 0x0D).putShort(2, (short) DATA_AT).putShort(30, (short) 7)
                .putShort(48, (short) 1).putShort(50, (short) 2).putShort(52, (short) id);
        return ByteBuffer.wrap(TimeServer.answer(request, 5_000_000_000L));
    }

    @Test
    void anAnswerIsAResponseWithTheRequestsSequenceAndIdAndLengthsThatFit() {
        ByteBuffer answer = ask(0x2004);

        assertEquals(2, answer.get(46));
        assertEquals(7, answer.getShort(30));
        assertEquals(0x2004, answer.getShort(52));
        assertEquals(answer.capacity(), answer.getShort(2));
        assertEquals(answer.capacity() - 52, answer.getShort(50));
        assertEquals(9, answer.get(DATA_AT + 10), "port state SLAVE");
    }

    @Test
    void theLatestSyncIsTheOneToldAndTheGrandmasterIsLocked() {
        assertEquals(5_000_000_000L, ask(0xC000).getLong(DATA_AT + 8));
        assertEquals(6, ask(0x2002).get(DATA_AT + 19));
        assertEquals(40 * 65_536, ask(0x2001).getLong(DATA_AT + 2));
    }

    @Test
    void aNameTooLongForASocketIsRefused() {
        assertThrows(IOException.class, () -> new TimeServer(Path.of("/tmp/" + "x".repeat(103))));
    }
}
