package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtpMessageTest {
    private final ByteBuffer bytes = ByteBuffer.allocate(PtpMessage.LONGEST);

    @Test
    void aRequestIsLaidOutAsTheStandardSays() {
        PtpMessage.write(bytes, PtpMessage.GET, PtpMessage.CURRENT_DATA_SET, 24, 0x1234, 7, new byte[0]);

        // type management, version 2, length 54, domain 24; sender's port, sequence, control 4, interval 0x7f;
        // to all clocks and ports, one hop, GET; TLV management, length 2, id 0x2001
        assertEquals("0d020036180000000000000000000000" + "00000000" + "00000000000000001234" + "0007" + "047f"
                + "ffffffffffffffffffff" + "01010000" + "000100022001", hex());
    }

    @Test
    void whatIsSetFollowsTheId() {
        PtpMessage.write(bytes, PtpMessage.SET, PtpMessage.GRANDMASTER_SETTINGS_NP, 0, 1, 1, new byte[] {6, 0x21});

        assertTrue(hex().endsWith("01010100" + "00010004c001" + "0621"), hex());
        assertEquals(56, bytes.remaining());
    }

    @Test
    void onlyTheAnswerToThisVeryRequestIsTaken() {
        PtpMessage answer = answer(PtpMessage.PORT_DATA_SET, 7, 26);

        assertTrue(answer.answers(PtpMessage.PORT_DATA_SET, 7, 26));
        assertTrue(answer.answers(PtpMessage.PORT_DATA_SET, 7 + 65_536, 26), "the number on the wire has 16 bits");
        assertFalse(answer.answers(PtpMessage.PORT_DATA_SET, 8, 26), "of another request");
        assertFalse(answer.answers(PtpMessage.CURRENT_DATA_SET, 7, 18), "of other data");
        assertFalse(answer.answers(PtpMessage.PORT_DATA_SET, 7, 27), "too short");
        assertFalse(answer.refuses(7));
        assertEquals(26, answer.data().remaining());
    }

    @Test
    void aRequestIsNoAnswerToItself() {
        PtpMessage.write(bytes, PtpMessage.GET, PtpMessage.PORT_DATA_SET, 0, 1, 7, new byte[26]);

        assertFalse(new PtpMessage(bytes).answers(PtpMessage.PORT_DATA_SET, 7, 26));
    }

    @Test
    void aRefusalIsKnown() {
        PtpMessage refusal = answer(PtpMessage.PORT_DATA_SET, 7, 26);
        bytes.putShort(48, (short) 2);

        assertTrue(refusal.refuses(7));
        assertFalse(refusal.answers(PtpMessage.PORT_DATA_SET, 7, 26));
    }

    @Test
    void noiseOfAnyLengthIsNeitherAnswerNorException() {
        Random noise = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            byte[] packet = new byte[noise.nextInt(100)];
            noise.nextBytes(packet);
            PtpMessage message = new PtpMessage(ByteBuffer.wrap(packet));
            assertFalse(message.answers(PtpMessage.PORT_DATA_SET, 7, 26) && packet.length < 80, "too short to be one");
            message.refuses(7);
        }
    }

    @Test
    void aServiceThatIsNotThereIsNamed(@TempDir Path folder) {
        Assumptions.assumeTrue(Libc.missing() == null, "no C library: " + Libc.missing());
        Path none = folder.resolve("ptp4l");

        assertEquals("connect " + none + ": No such file or directory",
                assertThrows(IOException.class, () -> new PtpService(none, 0).close()).getMessage());
    }

    private PtpMessage answer(int id, int sequence, int dataBytes) {
        PtpMessage.write(bytes, PtpMessage.RESPONSE, id, 0, 1, sequence, new byte[dataBytes]);
        return new PtpMessage(bytes);
    }

    private String hex() {
        byte[] written = new byte[bytes.remaining()];
        bytes.duplicate().get(written);
        return HexFormat.of().formatHex(written);
    }
}
