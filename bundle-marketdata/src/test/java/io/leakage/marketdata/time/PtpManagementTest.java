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

class PtpManagementTest {
    private final ByteBuffer bytes = ByteBuffer.allocate(PtpManagement.LONGEST);

    @Test
    void aRequestIsLaidOutAsTheStandardSays() {
        PtpManagement.write(bytes, PtpManagement.GET, PtpManagement.CURRENT_DATA_SET, 24, 0x1234, 7, new byte[0]);

        // type management, version 2, length 54, domain 24; sender's port, sequence, control 4, interval 0x7f;
        // to all clocks and ports, one hop, GET; TLV management, length 2, id 0x2001
        assertEquals("0d020036180000000000000000000000" + "00000000" + "00000000000000001234" + "0007" + "047f"
                + "ffffffffffffffffffff" + "01010000" + "000100022001", hex());
    }

    @Test
    void whatIsSetFollowsTheId() {
        PtpManagement.write(bytes, PtpManagement.SET, PtpManagement.GRANDMASTER_SETTINGS_NP, 0, 1, 1, new byte[] {6, 0x21});

        assertTrue(hex().endsWith("01010100" + "00010004c001" + "0621"), hex());
        assertEquals(56, bytes.remaining());
    }

    @Test
    void onlyTheAnswerToThisVeryRequestIsTaken() {
        PtpManagement answer = answer(PtpManagement.PORT_DATA_SET, 7, 26);

        assertTrue(answer.answers(PtpManagement.PORT_DATA_SET, 7, 26));
        assertTrue(answer.answers(PtpManagement.PORT_DATA_SET, 7 + 65_536, 26), "the number on the wire has 16 bits");
        assertFalse(answer.answers(PtpManagement.PORT_DATA_SET, 8, 26), "of another request");
        assertFalse(answer.answers(PtpManagement.CURRENT_DATA_SET, 7, 18), "of other data");
        assertFalse(answer.answers(PtpManagement.PORT_DATA_SET, 7, 27), "too short");
        assertFalse(answer.refuses(7));
        assertEquals(26, answer.data().remaining());
    }

    @Test
    void aRequestIsNoAnswerToItself() {
        PtpManagement.write(bytes, PtpManagement.GET, PtpManagement.PORT_DATA_SET, 0, 1, 7, new byte[26]);

        assertFalse(new PtpManagement(bytes).answers(PtpManagement.PORT_DATA_SET, 7, 26));
    }

    @Test
    void aRefusalIsKnown() {
        PtpManagement refusal = answer(PtpManagement.PORT_DATA_SET, 7, 26);
        bytes.putShort(48, (short) 2);

        assertTrue(refusal.refuses(7));
        assertFalse(refusal.answers(PtpManagement.PORT_DATA_SET, 7, 26));
    }

    @Test
    void noiseOfAnyLengthIsNeitherAnswerNorException() {
        Random noise = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            byte[] packet = new byte[noise.nextInt(100)];
            noise.nextBytes(packet);
            PtpManagement message = new PtpManagement(ByteBuffer.wrap(packet));
            assertFalse(message.answers(PtpManagement.PORT_DATA_SET, 7, 26) && packet.length < 80, "too short to be one");
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

    private PtpManagement answer(int id, int sequence, int dataBytes) {
        PtpManagement.write(bytes, PtpManagement.RESPONSE, id, 0, 1, sequence, new byte[dataBytes]);
        return new PtpManagement(bytes);
    }

    private String hex() {
        byte[] written = new byte[bytes.remaining()];
        bytes.duplicate().get(written);
        return HexFormat.of().formatHex(written);
    }
}
