package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AlphaTest {
    @Test
    void aSymbolIsItsLettersAndSpaces() {
        assertEquals(0x4141504C_20202020L, Alpha.pack("AAPL"));
        assertEquals("AAPL", Alpha.text(Alpha.pack("AAPL")));
        assertEquals("BRK.A", Alpha.text(Alpha.pack("BRK.A")));
        assertEquals(8, Alpha.length(Alpha.pack("ABCDEFGH")));
        assertEquals("GSCO", Alpha.text(0x4753434F));
        assertEquals(Alpha.BLANK, Alpha.pack(""));
        assertEquals(0, Alpha.length(0));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals("'ABCDEFGHI' has 9 characters, expected at most 8",
                assertThrows(IllegalArgumentException.class, () -> Alpha.pack("ABCDEFGHI")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Alpha.pack("Ä"));
    }
}
