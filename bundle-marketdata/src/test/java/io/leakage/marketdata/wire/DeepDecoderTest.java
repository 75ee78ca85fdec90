package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import io.leakage.testing.Garbage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No public capture of DEEP lies here, so the bytes are built by hand from the published specification (1.0); of the shared messages a TOPS
 * capture shows that the places are right. ZIEXT packs to 0x5A49455854202020.
 */
class DeepDecoderTest {
    private static final long ZIEXT = 0x5A49_4558_5420_2020L;
    private static final String HEAD = "AC 63 C0 20 96 86 6D 14 5A 49 45 58 54 20 20 20";
    private static final long NANOS = 0x146D_8696_20C0_63ACL;

    private final Recording heard = new Recording();
    private final DeepDecoder decoder = new DeepDecoder(heard.of(DeepListener.class));

    @Test
    void aPriceLevelOfTheBuySideWhoseEventIsComplete() {
        // 9,700 shares at 99.05; flags 1
        take("38 01 " + HEAD + " E4 25 00 00 24 1D 0F 00 00 00 00 00");

        assertEquals(List.of("priceLevel(" + NANOS + ", true, true, " + ZIEXT + ", 9700, 990500)"), heard.lines());
    }

    @Test
    void aPriceLevelOfTheSellSideThatIsGoneWhileMoreFollow() {
        take("35 00 " + HEAD + " 00 00 00 00 24 1D 0F 00 00 00 00 00");

        assertEquals(List.of("priceLevel(" + NANOS + ", false, false, " + ZIEXT + ", 0, 990500)"), heard.lines());
    }

    @Test
    void theSecurityEventIsDeepsOwn() {
        take("45 4F " + HEAD);

        assertEquals(List.of("securityEvent(" + NANOS + ", O, " + ZIEXT + ")"), heard.lines());
    }

    @Test
    void theMessagesItSharesWithTops() {
        take("53 45 AC 63 C0 20 96 86 6D 14");
        take("44 80 " + HEAD + " 64 00 00 00 24 1D 0F 00 00 00 00 00 01");
        take("48 48 " + HEAD + " 54 31 20 20");
        take("49 41 " + HEAD);
        take("4F 4F " + HEAD);
        take("50 01 " + HEAD + " 41");
        take("54 20 " + HEAD + " 64 00 00 00 24 1D 0F 00 00 00 00 00 96 8F 06 00 00 00 00 00");
        take("58 51 " + HEAD + " 24 1D 0F 00 00 00 00 00");
        take("42 20 " + HEAD + " 64 00 00 00 24 1D 0F 00 00 00 00 00 96 8F 06 00 00 00 00 00");
        take("41 43 " + HEAD + " A0 86 01 00 24 1D 0F 00 00 00 00 00 18 1F 0F 00 00 00 00 00 10 27 00 00 42 00 80 E6 F4 58"
                + " 0C 21 0F 00 00 00 00 00 24 1D 0F 00 00 00 00 00 1C 8D 0D 00 00 00 00 00 2C AD 10 00 00 00 00 00");

        assertEquals(List.of(
                "systemEvent(" + NANOS + ", E)",
                "securityDirectory(" + NANOS + ", 128, " + ZIEXT + ", 100, 990500, 1)",
                "tradingStatus(" + NANOS + ", H, " + ZIEXT + ", " + 0x5431_2020 + ")",
                "retailLiquidity(" + NANOS + ", A, " + ZIEXT + ")",
                "operationalHalt(" + NANOS + ", O, " + ZIEXT + ")",
                "shortSaleTest(" + NANOS + ", true, " + ZIEXT + ", A)",
                "traded(" + NANOS + ", 32, " + ZIEXT + ", 100, 990500, 429974)",
                "officialPrice(" + NANOS + ", Q, " + ZIEXT + ", 990500)",
                "broken(" + NANOS + ", 32, " + ZIEXT + ", 100, 990500, 429974)",
                "auction(" + NANOS + ", C, " + ZIEXT + ", 100000, 990500, 991000, 10000, B, 0, 1492444800, 991500, 990500, 888092,"
                        + " 1092908)"),
                heard.lines());
    }

    @Test
    void aMessageThatGrewIsReadAndOneThatShrankIsNot() {
        byte[] level = Little.level(true, true, 1, "ONE", 5, 10_000);
        byte[] longer = Arrays.copyOf(level, 34);

        assertTrue(decoder.decode(longer, 0, longer.length));
        assertFalse(decoder.decode(level, 0, 29));
        assertFalse(decoder.decode(level, 0, 0));
        assertFalse(decoder.decode(new byte[] {'Q', 0, 0}, 0, 3), "a quote is TOPS");
        assertEquals(1, heard.lines().size());
    }

    @Test
    void decodingLeavesNoGarbage() {
        long[] sum = {0};
        DeepDecoder quiet = new DeepDecoder(new DeepListener() {
            @Override
            public void priceLevel(long nanos, boolean buy, boolean whole, long symbol, long shares, long price4) {
                sum[0] += nanos + symbol + shares + price4;
            }
        });
        byte[] level = Little.level(true, true, 1, "ONE", 5, 10_000);
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                quiet.decode(level, 0, level.length);
            }
        }));
        assertTrue(sum[0] != 0);
    }

    private void take(String hex) {
        byte[] message = Wire.hex(hex);
        assertEquals(DeepDecoder.lengthOf(message[0]), message.length);
        assertTrue(decoder.decode(message, 0, message.length));
    }
}
