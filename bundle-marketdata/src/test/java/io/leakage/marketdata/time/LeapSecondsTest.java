package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeapSecondsTest {
    private static final Path DEBIAN = Path.of("/usr/share/zoneinfo/leap-seconds.list");

    @ParameterizedTest(name = "{0}: {1} s")
    @CsvSource({"1999-01-01T00:00:00Z, 32", "2005-12-31T23:59:59Z, 32", "2006-01-01T00:00:00Z, 33", "2016-12-31T23:59:59Z, 36",
        "2017-01-01T00:00:00Z, 37", "2026-01-02T14:30:00Z, 37"})
    void taiMinusUtcIsByDay(Instant time, int seconds) {
        assertEquals(seconds, LeapSeconds.builtIn().taiMinusUtc(nanos(time)));
    }

    @Test
    void theListSaysUntilWhenItSpeaks() {
        assertTrue(LeapSeconds.builtIn().covers(nanos(Instant.parse("2026-06-27T23:59:59Z"))));
        assertFalse(LeapSeconds.builtIn().covers(nanos(Instant.parse("2026-06-28T00:00:00Z"))));
    }

    @Test
    void thePublishedListAgreesWithTheOneBuiltIn() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(DEBIAN), "no " + DEBIAN + " here (Debian: tzdata)");
        LeapSeconds published = LeapSeconds.read(DEBIAN);

        for (int year = 1999; year < 2026; year++) {
            long january = nanos(Instant.parse(year + "-01-01T00:00:00Z"));
            assertEquals(published.taiMinusUtc(january), LeapSeconds.builtIn().taiMinusUtc(january), "January " + year);
        }
        assertEquals(10, published.taiMinusUtc(nanos(Instant.parse("1972-01-01T00:00:00Z"))));
    }

    @Test
    void whatIsNoListIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list"), "3692217600 37 # 1 Jan 2017\n");

        assertEquals(file + ": no entries or no line of expiry (#@), expected a leap-seconds.list",
                assertThrows(IOException.class, () -> LeapSeconds.read(file)).getMessage());
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L;
    }
}
