package io.leakage.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskSettingsTest {
    @Test
    void aDeskThatSaysOnlyItsNameIsWatchedOnly() {
        DeskSettings settings = DeskSettings.of(Map.of("id", "equities-us", "service.pid", "leakage.desk~1",
                "osgi.ds.satisfying.condition.target", "(osgi.condition.id=true)", "felix.fileinstall.filename", "file:x"));

        assertEquals("equities-us", settings.id());
        assertEquals(DeskTerms.DEFAULT, settings.terms());
        assertEquals(DeskMode.OBSERVE, settings.terms().mode());
        assertEquals(List.of(), settings.claims().get(OrderKey.ACCOUNT));
    }

    @Test
    void whatItSaysIsReadWhateverTypesItCameIn() {
        DeskSettings settings = DeskSettings.of(Map.of("id", "us", "accounts", new String[] {"B", "A", "A"}, "custom.tags",
                List.of("9700=US"),
                "enabled", "switching", "mode", "auto", "max.switches.per.minute", 3L, "cooldown.seconds", "60",
                "minimum.remaining.percent", 20.0, "approval.seconds", 30, "users", List.of("jane=trader", "jane=admin")));

        assertEquals(List.of("A", "B"), settings.claims().get(OrderKey.ACCOUNT));
        assertEquals(List.of("9700=US"), settings.claims().get(OrderKey.CUSTOM));
        assertEquals(new DeskTerms(Set.of(DeskFeature.SWITCHING), DeskMode.AUTO, 1, 20, 3, 5, 60_000_000_000L, 0.2, 30_000_000_000L),
                settings.terms());
        assertEquals(Map.of("jane", Set.of(DeskRole.TRADER, DeskRole.ADMIN)), settings.users());
    }

    @ParameterizedTest(name = "{0} \"{1}\" is refused")
    @CsvSource(delimiter = '|', value = {
        "id                        | all       | not \"all\"",
        "id                        | a b       | letters, digits",
        "mode                      | SOMETIMES | one of OFF, OBSERVE, ADVISE, AUTO",
        "enabled                   | colums    | one of COLUMNS, BOARD, RULES, SWITCHING",
        "max.switches.per.parent   | 101       | a whole number from 0 to 100",
        "max.switches.per.desk     | -1        | a whole number from 0 to 10000",
        "max.switches.per.minute   | many      | a whole number from 0 to 600",
        "max.messages.per.second   | 0         | a whole number from 1 to 1000",
        "cooldown.seconds          | 86401     | a whole number from 0 to 86400",
        "minimum.remaining.percent | NaN       | a number from 0.0 to 100.0",
        "approval.seconds          | 0         | a whole number from 1 to 3600",
        "false.discovery.rate      | 0.9       | a number from 0.001 to 0.5",
        "custom.tags               | US-EQ     | TAG=VALUE",
        "users                     | jane      | NAME=ROLE",
        "users                     | jane=boss | one of TRADER, RISK, ADMIN",
        "acounts                   | A         | a field that exists: [accounts"})
    void whatMakesNoSenseIsRefusedWithFieldValueAndWhatIsAllowed(String field, String value, String allowed) {
        Map<String, Object> properties = new TreeMap<>(Map.of("id", "us"));
        properties.put(field, value);

        RefusedSetting refused = assertThrows(RefusedSetting.class, () -> DeskSettings.of(properties));

        assertEquals(field, refused.field());
        assertEquals(true, refused.getMessage().startsWith("leakage.desk: " + field + ": expected "), refused.getMessage());
        assertEquals(true, refused.getMessage().contains(allowed), refused.getMessage());
        assertEquals(true, refused.getMessage().contains("got \"" + value.substring(value.indexOf('=') < 0 ? 0 : value.indexOf('=') + 1)),
                refused.getMessage());
    }

    @Test
    void theFormShowsEveryFieldThatIsCheckedAndNoOther() {
        Set<String> shown = Arrays.stream(DeskConfig.class.getMethods()).map(Method::getName)
                .filter(name -> !Set.of("equals", "hashCode", "toString", "annotationType").contains(name))
                .map(name -> name.replace('_', '.')).collect(Collectors.toSet());

        assertEquals(DeskSettings.FIELDS, shown);
    }
}
