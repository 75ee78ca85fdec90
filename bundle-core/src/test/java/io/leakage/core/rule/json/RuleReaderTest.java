package io.leakage.core.rule.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.DeskMode;
import io.leakage.api.score.Grade;
import io.leakage.core.rule.Action;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import io.leakage.core.rule.Veto;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
    static final String WHOLE = """
            { "version": 3, "id": "us-equities", "rules": [
              { "id": "slip-red",
                "when": { "all": [
                    { "measure": "arrival_slippage", "lower95": true, "atLeast": { "bps": 1.0 } },
                    { "not": { "measure": "post_trade_drift", "horizon": "1s", "atMost": { "bps": -2 } } },
                    { "any": [ { "measure": "remaining", "atLeast": { "percent": 15 } }, { "measure": "fills", "atLeast": 10 } ] } ] },
                "for": "5s", "clearAt": { "arrival_slippage": { "bps": 0.5 } }, "grade": "RED",
                "then": { "switchTo": "LIQUIDITY_SEEKER", "parameters": { "maxPart": 0.05, "dark": true }, "mode": "ADVISE" },
                "holdOut": 0.1, "cooldown": "5m", "maxPerParent": 2, "veto": ["HALT", "STALE"] } ] }
            """;

    @Test
    void everyFieldOfARuleIsRead() {
        RuleSet set = RuleReader.read(WHOLE);

        assertEquals("us-equities", set.id());
        assertEquals(3, set.version());
        Rule rule = set.rules().get(0);
        assertEquals("slip-red", rule.id());
        assertEquals("all of [arrival_slippage lower95 at least 1 bps, not post_trade_drift_1s at most -2 bps, "
                + "any of [remaining at least 15 %, fills at least 10]]", rule.when().toString());
        assertEquals(5_000_000_000L, rule.forNanos());
        assertEquals("[arrival_slippage lower95 at most 0.5000 bps]", rule.clearAt().toString());
        assertEquals(Grade.RED, rule.grade());
        assertEquals(new Action("LIQUIDITY_SEEKER", Map.of("maxPart", "0.05", "dark", "true"), DeskMode.ADVISE), rule.then());
        assertEquals(0.1, rule.holdOut());
        assertEquals(300_000_000_000L, rule.cooldownNanos());
        assertEquals(2, rule.maxPerParent());
        assertEquals(Set.of(Veto.HALT, Veto.STALE), rule.vetoes());
    }

    @Test
    void whatIsNotToldIsTheCarefulChoice() {
        Rule rule = RuleReader.read(one("{ \"id\": \"r\", \"when\": { \"measure\": \"fills\", \"atLeast\": 1 }, \"grade\": \"AMBER\" }"))
                .rules().get(0);

        assertEquals(0, rule.forNanos());
        assertEquals(List.of(), rule.clearAt());
        assertNull(rule.then());
        assertEquals(0, rule.holdOut());
        assertEquals(300_000_000_000L, rule.cooldownNanos());
        assertEquals(1, rule.maxPerParent());
        assertEquals(EnumSet.allOf(Veto.class), rule.vetoes());
    }

    @Test
    void anActionWithoutAModeOnlyObserves() {
        assertEquals(DeskMode.OBSERVE, RuleReader.read(one("{ \"id\": \"r\", \"when\": { \"measure\": \"fills\", \"atLeast\": 1 }, "
                + "\"grade\": \"RED\", \"then\": { \"switchTo\": \"POV\" } }")).rules().get(0).then().mode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "grade": "RED"            ~ "grade": "PINK"          ~ line 7, column 78: grade: expected one of [AMBER, RED], got "PINK"
            "measure": "arrival_slippage" ~ "measure": "leek"    ~ line 4, column 22: measure: expected a measure's id or one of
            "horizon": "1s"           ~ "horizon": "2s"          ~ (post_trade_drift with a horizon of [100ms, 10ms, 10s, 1m, 1s, 30m, 5m])
            "atLeast": { "bps": 1.0 } ~ "atLeast": 1.0           ~ atLeast: expected {"bps": number}, got a number without its unit
            "atLeast": { "bps": 1.0 } ~ "atLeast": {"percent":1} ~ field percent is not known here, expected one of [bps]
            "atLeast": { "bps": 1.0 } ~ "atMost": {"bps":1}, "atLeast": {"bps":2} ~ expected either atLeast or atMost, got both
            "lower95": true           ~ "lower95": true, "upper95": true ~ upper95: expected lower95 or upper95, got both
            "lower95": true           ~ "lower95": "yes"         ~ lower95: expected true or false, got "yes"
            { "percent": 15 }         ~ { "percent": 150 }       ~ percent: expected a number from 0 to 100, got 150
            "for": "5s"               ~ "for": "5 seconds"       ~ for: expected a time such as 250ms, 5s, 5m or 1h, got "5 seconds"
            { "bps": 0.5 }            ~ { "bps": 1.5 }           ~ arrival_slippage: expected less than 1.0, where the rule begins, got 1.5
            "clearAt": { "arrival_slippage" ~ "clearAt": { "drift" ~ drift: expected a measure the rule asks, one of
            "holdOut": 0.1            ~ "holdOut": 1             ~ holdOut: expected a probability below 1, got 1: nothing would ever be done
            "holdOut": 0.1            ~ "holdOut": -0.1          ~ holdOut: expected a number from 0 to 1, got -0.1
            "maxPerParent": 2         ~ "maxPerParent": 0        ~ maxPerParent: expected a whole number from 1 to 100, got 0
            "mode": "ADVISE"          ~ "mode": "OFF"            ~ mode: expected one of [OBSERVE, ADVISE, AUTO], got "OFF"
            "veto": ["HALT",          ~ "veto": ["RAIN",         ~ veto[0]: expected one of [HALT, VOLATILITY, STALE, GAPPED, UNSYNCED], got "RAIN"
            "version": 3              ~ "version": 0             ~ line 1, column 14: version: expected a whole number from 1 to
            "version": 3,             ~ ''                       ~ line 1, column 1: rules: expected a field version, got only [id, rules]
            "id": "slip-red",         ~ "id": "slip-red", "colour": 1, ~ field colour is not known here, expected one of [clearAt, cooldown
            "switchTo": "LIQUIDITY_SEEKER", ~ ''                 ~ then: expected a field switchTo, got only [parameters, mode]
            "fills", "atLeast": 10    ~ "fills", "lower95": true, "atLeast": 10 ~ expected a measure, where an end of an interval is asked, got fills
            "id": "us-equities"       ~ "id": "us-equities", "id": "x" ~ Duplicate field 'id'
            "rules": [                ~ "rules": [ ,             ~ line 1, column
            """)
    void whatDoesNotFitIsToldWithItsPlaceAndWhatWasExpected(String what, String by, String told) {
        assertTrue(WHOLE.contains(what), what);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> RuleReader.read(WHOLE.replace(what, by)));

        assertTrue(refused.getMessage().contains(told), refused.getMessage());
        assertTrue(refused.getMessage().matches("(?s)line \\d+, column \\d+: .*"), refused.getMessage());
    }

    @Test
    void twoRulesMayNotHaveOneId() {
        String rule = "{ \"id\": \"r\", \"when\": { \"measure\": \"fills\", \"atLeast\": 1 }, \"grade\": \"RED\" }";

        assertTrue(assertThrows(IllegalArgumentException.class, () -> RuleReader.read(one(rule + ",\n" + rule))).getMessage()
                .startsWith("line 2, column 9: id: expected an id no other rule has, got r"));
    }

    @Test
    void aTextThatIsNoJsonIsToldWhereItBreaks() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RuleReader.read("{ \"version\": 1,\n  oops }")).getMessage()
                .startsWith("line 2, column"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RuleReader.read("")).getMessage().contains("got nothing"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RuleReader.read(WHOLE + "{}")).getMessage().contains("the end, got {"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RuleReader.read("[".repeat(100))).getMessage().contains("64 levels deep"));
    }

    static String one(String rules) {
        return "{ \"version\": 1, \"id\": \"s\", \"rules\": [ " + rules + " ] }";
    }
}
