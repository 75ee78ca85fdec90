package io.leakage.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.desk.RefusedSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsJsonTest {
    @Test
    void aConfigurationIsOneObjectAndWhatIsNullIsNotThere() {
        Map<String,
                Object> read = SettingsJson.read("{\"id\": \"us\", \"accounts\": [\"A\", 1], \"cooldown.seconds\": 60, \"rules\": null}");

        assertEquals("{\"accounts\":[\"A\",\"1\"],\"cooldown.seconds\":\"60\",\"id\":\"us\"}", SettingsJson.write(read));
        assertEquals(60_000_000_000L, DeskSettings.of(read).terms().cooldownNanos());
    }

    @Test
    void whatTheFrameworkAddsIsNotTold() {
        assertEquals("{\"cooldown.seconds\":60,\"id\":\"us\"}", SettingsJson.write(Map.of("id", "us", "cooldown.seconds", 60,
                "service.pid", "leakage.desk~us", "felix.fileinstall.filename", "file:/x")));
    }

    @ParameterizedTest(name = "{0} is refused in {1}")
    @CsvSource(delimiter = '|', value = {"[] | line 1, column 2", "{\"a\": {}} | line 1, column 8", "{\"a\": [[1]]} | line 1, column 9",
        "{\"a\": 1} 2 | line 1, column", "{\"a\": 1, \"a\": 2} | line 1, column", "{\"a\" 1} | line 1, column", "{ | line 1, column"})
    void whatIsNoneIsRefusedWithItsPlace(String json, String place) {
        RefusedSetting refused = assertThrows(RefusedSetting.class, () -> SettingsJson.read(json));

        assertTrue(refused.field().startsWith(place), refused.getMessage());
    }
}
