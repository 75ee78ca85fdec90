package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time, against one at a time. */
class FixBytesTest {
    private static final String ALPHABET = "0123456789=.\u0001\u0000\u0002\u0081\u00ff:/a";

    private final Random random = new Random(3);

    @Test
    void theNextSohIsFoundWhereverItIsAndHoweverNearTheEnd() {
        for (int round = 0; round < 100_000; round++) {
            byte[] raw = bytes(random.nextInt(40));
            int from = random.nextInt(raw.length + 1);
            int end = from + random.nextInt(raw.length - from + 1);
            int plain = from;
            while (plain < end && raw[plain] != FixScan.SOH) {
                plain++;
            }
            assertEquals(plain, FixBytes.soh(raw, from, end));
        }
    }

    @Test
    void theSumIsThatOfTheBytesAsUnsigned() {
        for (int round = 0; round < 2_000; round++) {
            byte[] raw = bytes(random.nextInt(5_000));
            int from = random.nextInt(raw.length + 1);
            int plain = 0;
            for (int i = from; i < raw.length; i++) {
                plain += raw[i] & 0xFF;
            }
            assertEquals(plain, FixBytes.sum(raw, from, raw.length));
        }
        byte[] most = new byte[100_000];
        Arrays.fill(most, (byte) 0xFF);
        assertEquals(25_500_000, FixBytes.sum(most, 0, most.length), "nothing runs over: 100,000 times 255");
    }

    @Test
    void aTagOfOneToThreeDigitsIsReadAndNothingElseIs() {
        for (int round = 0; round < 300_000; round++) {
            byte[] raw = bytes(8);
            int digits = 0;
            int tag = 0;
            while (digits < 8 && raw[digits] >= '0' && raw[digits] <= '9') {
                tag = tag * 10 + raw[digits++] - '0';
            }
            int expected = digits >= 1 && digits <= 3 && raw[digits] == '=' ? tag * 8 + digits : -1;
            assertEquals(expected, FixBytes.tag(FixBytes.eight(raw, 0)), new String(raw));
        }
    }

    private byte[] bytes(int length) {
        byte[] raw = new byte[length];
        for (int i = 0; i < length; i++) {
            raw[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return raw;
    }
}
