package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leakage.api.event.Absent;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockSettingsTest {
    @Test
    void whatMakesNoSenseIsRefusedWithFieldValueAndWhatWasExpected() {
        assertEquals("leakage.clock: ptp.domain = '256', expected 0 to 255", refusal("ptp_domain", 256));
        assertEquals("leakage.clock: asymmetry.nanos = '-2', expected 0 to 1000000000, or -1 for the mean path delay",
                refusal("asymmetry_nanos", -2L));
        assertEquals("leakage.clock: drift.ppm = '0.0', expected more than 0, up to 1000", refusal("drift_ppm", 0.0));
        assertEquals("leakage.clock: drift.ppm = 'NaN', expected more than 0, up to 1000", refusal("drift_ppm", Double.NaN));
        assertEquals("leakage.clock: holdover.seconds = '-1', expected 0 or more", refusal("holdover_seconds", -1));
        assertEquals("leakage.clock: step.micros = '0', expected 1 or more", refusal("step_micros", 0));
        assertEquals("leakage.clock: leap.seconds.file = '/nowhere/list', expected a leap-seconds.list that can be read",
                refusal("leap_seconds_file", " /nowhere/list "));
    }

    @Test
    void theDefaultAsksLinuxptpAndTrustsNoAsymmetry() {
        ClockSettings settings = ClockSettings.of(config(Map.of()));

        assertEquals(Path.of("/var/run/ptp4l"), settings.socket());
        assertEquals(Absent.LONG, settings.asymmetryNanos());
        assertEquals(300_000_000_000L, settings.holdoverNanos());
        assertEquals(100_000, settings.stepNanos());
        assertNull(ClockSettings.of(config(Map.of("ptp_socket", " "))).socket());
    }

    private static String refusal(String attribute, Object value) {
        return assertThrows(IllegalArgumentException.class, () -> ClockSettings.of(config(Map.of(attribute, value)))).getMessage();
    }

    static ClockConfig config(Map<String, Object> values) {
        return (ClockConfig) Proxy.newProxyInstance(ClockConfig.class.getClassLoader(), new Class<?>[] {ClockConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
