package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FixWriterTest {
    /** 2026-01-30 14:30:00.000000001 UTC. */
    private static final long NANOS = 1_769_783_400_000_000_001L;

    @Test
    void lengthAndCheckSumAreCountedAsTheStandardSays() {
        byte[] bytes = new FixWriter("FIX.4.4", "DESK", "CARD").encode(new DeskMessage("D", NANOS).text(11, "P1").number(38, 100_000));

        String text = new String(bytes, StandardCharsets.US_ASCII).replace('\u0001', '|');
        // 35=D|=5 34=1|=5 49=DESK|=8 56=CARD|=8 52=yyyyMMdd-HH:mm:ss.nnnnnnnnn|=31 11=P1|=6 38=100000|=10: 73 bytes
        assertEquals("8=FIX.4.4|9=73|35=D|34=1|49=DESK|56=CARD|52=20260130-14:30:00.000000001|11=P1|38=100000|",
                text.substring(0, text.length() - 7));
        int sum = 0;
        for (int i = 0; i < bytes.length - 7; i++) {
            sum += bytes[i];
        }
        assertEquals(String.format("10=%03d|", sum % 256), text.substring(text.length() - 7));
    }

    @Test
    void pricesLoseTheirTrailingZerosAndKeepTheirValue() {
        DeskMessage message = new DeskMessage("8", NANOS).price(31, 10_003_500_000L).price(44, 10_000_000_000L).price(6, 10_004_000_001L);

        assertEquals("35=8|31=100.035|44=100|6=100.04000001", message.toString());
    }

    @Test
    void aLogLineHasItsTimeBeforeItsMessage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FixLog log = new FixLog(out, new FixWriter("FIX.4.4", "DESK", "CARD"))) {
            log.write(new DeskMessage("D", NANOS).text(11, "P1"));
            log.write(new DeskMessage("F", NANOS).text(11, "P2"));
        }

        String[] lines = out.toString(StandardCharsets.US_ASCII).split("\n");
        assertEquals(2, lines.length);
        assertEquals("20260130-14:30:00.000000001: 8=FIX.4.4", lines[0].substring(0, 38));
        assertEquals("34=2", lines[1].split("\u0001")[3]);
    }

    @Test
    void anEmptyValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DeskMessage("D", NANOS).text(11, ""));
    }
}
