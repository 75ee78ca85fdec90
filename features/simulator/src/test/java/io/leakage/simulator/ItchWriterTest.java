package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItchWriterTest {
    private static final long NANOS = 34_200_000_000_123L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ItchWriter itch = new ItchWriter(out);

    @Test
    void everyTypeHasTheLengthOfTheSpecification() {
        itch.system(NANOS, 'O').directory(1, "INST").tradingAction(1, NANOS, "INST", 'T').shortSaleRestriction(1, NANOS, "INST", '0')
                .add(1, NANOS, 7, Side.BUY, 500, "INST", 9_998_000_000L)
                .addAttributed(1, NANOS, 8, Side.SELL, 400, "INST", 10_002_000_000L, "LEAK")
                .executed(1, NANOS, 7, 100, 1).executedAt(1, NANOS, 7, 100, 2, true, 9_999_000_000L).cancelled(1, NANOS, 7, 50)
                .replaced(1, NANOS, 7, 9, 300, 9_997_000_000L).deleted(1, NANOS, 9).hiddenTrade(1, NANOS, 100, "INST", 10_000_000_000L, 3)
                .cross(1, NANOS, 5_000, "INST", 10_000_000_000L, 4, 'O').broken(1, NANOS, 3);

        List<ItchReader.Message> messages = ItchReader.read(out.toByteArray());
        assertEquals("SRHYAFECXUDPQB", messages.stream().map(m -> String.valueOf(m.type())).reduce("", String::concat));
        assertEquals(ItchReader.LENGTHS.size(), messages.size());
        assertEquals(1, itch.count('F'));
        assertEquals(14, itch.total());
    }

    @Test
    void anAddedOrderSaysItsFieldsAtTheirOffsets() {
        itch.add(3, NANOS, 0x0102030405060708L, Side.SELL, 4_000_000_000L, "INST", 10_002_000_000L);

        ItchReader.Message add = ItchReader.read(out.toByteArray()).get(0);
        assertEquals(3, add.locate());
        assertEquals(NANOS, add.nanos());
        assertEquals(0x0102030405060708L, add.number(11, 8));
        assertEquals("S", add.text(19, 1));
        assertEquals(4_000_000_000L, add.number(20, 4));
        assertEquals("INST    ", add.text(24, 8));
        assertEquals(1_000_200, add.number(32, 4));     // 100.0200
    }

    @Test
    void aPriceBetweenTwoTenthousandthsIsRefusedWithItsValue() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> itch.add(1, NANOS, 7, Side.BUY, 500, "INST", 9_998_000_001L));

        assertTrue(refusal.getMessage().contains("9998000001"), refusal.getMessage());
        assertEquals(0, out.size());
    }

    @Test
    void aSymbolLongerThanEightBytesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> itch.directory(1, "NINELONGS"));
    }
}
