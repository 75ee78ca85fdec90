package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
    /** Some 28,000 ports at random: of 1,000 two are the same all but surely, if nobody remembers. */
    @Test
    void noPortIsGivenTwiceThoughNobodyListensYet() throws IOException {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            assertTrue(given.add(FreePort.tcp()));
            assertTrue(given.add(FreePort.udp()));
        }
    }
}
