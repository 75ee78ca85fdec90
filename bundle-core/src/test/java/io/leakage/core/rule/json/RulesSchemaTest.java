package io.leakage.core.rule.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor says of a rules file by the published schema is what the reader says, as far as a schema can know. */
class RulesSchemaTest {
    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(RuleReader.class.getResourceAsStream("rules.schema.json"));

    @Test
    void whatTheReaderTakesTheSchemaTakes() {
        assertDoesNotThrow(() -> RuleReader.read(RuleReaderTest.WHOLE));
        assertEquals(0, schema.validate(RuleReaderTest.WHOLE, InputFormat.JSON).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "grade": "RED"            ~ "grade": "PINK"
            "atLeast": { "bps": 1.0 } ~ "atMost": {"bps":1}, "atLeast": {"bps":2}
            "atLeast": { "bps": 1.0 } ~ "atLeast": {"volts":1}
            "lower95": true           ~ "lower95": true, "upper95": true
            "lower95": true           ~ "lower95": "yes"
            "for": "5s"               ~ "for": "5 seconds"
            "for": "5s"               ~ "for": "1234567s"
            "holdOut": 0.1            ~ "holdOut": 1
            "holdOut": 0.1            ~ "holdOut": -0.1
            "maxPerParent": 2         ~ "maxPerParent": 0
            "maxPerParent": 2         ~ "maxPerParent": 1.5
            "mode": "ADVISE"          ~ "mode": "OFF"
            "veto": ["HALT",          ~ "veto": ["RAIN",
            "version": 3              ~ "version": 0
            "version": 3,             ~ ''
            "id": "us-equities"       ~ "id": " "
            "id": "slip-red",         ~ "id": "slip-red", "colour": 1,
            "switchTo": "LIQUIDITY_SEEKER", ~ ''
            "dark": true              ~ "dark": [true]
            { "measure": "fills", "atLeast": 10 } ~ { "any": [] }
            """)
    void whatTheSchemaRefusesTheReaderRefuses(String what, String by) {
        assertTrue(RuleReaderTest.WHOLE.contains(what), what);
        String wrong = RuleReaderTest.WHOLE.replace(what, by);

        assertFalse(schema.validate(wrong, InputFormat.JSON).isEmpty(), wrong);
        assertThrows(IllegalArgumentException.class, () -> RuleReader.read(wrong));
    }
}
