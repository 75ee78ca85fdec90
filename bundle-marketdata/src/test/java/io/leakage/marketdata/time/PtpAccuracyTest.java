package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtpAccuracyTest {
    @ParameterizedTest(name = "{0} is {1} ns")
    @CsvSource({"0x17, 1", "0x1D, 1", "0x1E, 3", "0x20, 25", "0x21, 100", "0x22, 250", "0x23, 1000", "0x26, 25000", "0x29, 1000000",
        "0x2F, 1000000000", "0x30, 10000000000", "0x16, " + Absent.LONG, "0x31, " + Absent.LONG, "0xFE, " + Absent.LONG})
    void aCodeStandsForABoundRoundedUp(String code, long nanos) {
        assertEquals(nanos, PtpAccuracy.nanos(Integer.decode(code)));
    }
}
