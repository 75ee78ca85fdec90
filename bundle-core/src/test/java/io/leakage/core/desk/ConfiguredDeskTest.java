package io.leakage.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.desk.DeskState;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk's configuration tells the scorecard, and what it leaves alone. */
class ConfiguredDeskTest {
    private final List<String> told = new ArrayList<>();
    private final DeskInlet inlet = new Recorded();
    private final DeskRegister register = new DeskRegister();

    @Test
    void aChangeTellsOnlyWhatChanged(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), "one");
        ConfiguredDesk desk = desk("leakage.desk~us");
        desk.take(Map.of("id", "us", "accounts", List.of("A", "B"), "rules", rules.toString()));
        assertEquals(List.of("rules us one", "claim us ACCOUNT A true", "claim us ACCOUNT B true", "terms us OBSERVE"), told);
        told.clear();

        desk.take(Map.of("id", "us", "accounts", List.of("B", "C"), "rules", rules.toString()));
        assertEquals(List.of("claim us ACCOUNT A false", "claim us ACCOUNT C true"), told);
        told.clear();

        desk.take(Map.of("id", "us", "accounts", List.of("B", "C"), "rules", rules.toString(), "mode", "ADVISE"));
        assertEquals(List.of("terms us ADVISE"), told);
    }

    @Test
    void aChangeThatIsRefusedTellsNothingAndTheLastGoodOneStays() {
        ConfiguredDesk desk = desk("leakage.desk~us");
        desk.take(Map.of("id", "us", "accounts", List.of("A"), "cooldown.seconds", 60));
        told.clear();

        desk.take(Map.of("id", "us", "accounts", List.of("B"), "cooldown.seconds", -1));

        assertEquals(List.of(), told);
        assertEquals("leakage.desk: cooldown.seconds: expected a whole number from 0 to 86400, got \"-1\"", desk.state().refused());
        assertTrue(desk.state().inForce());
        assertEquals(60_000_000_000L, register.find("us").terms().cooldownNanos());

        desk.take(Map.of("id", "us", "accounts", List.of("B")));
        assertNull(desk.state().refused());
        assertEquals(List.of("claim us ACCOUNT A false", "claim us ACCOUNT B true", "terms us OBSERVE"), told);
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheScorecardNorFromOtherListeners() {
        List<String> heard = new ArrayList<>();
        register.listen(() -> {
            throw new IllegalArgumentException("a host's bug");
        });
        register.listen(() -> heard.add("changed"));
        ConfiguredDesk desk = desk("leakage.desk~us");
        heard.clear();
        desk.take(Map.of("id", "us", "accounts", List.of("A")));
        assertEquals(List.of("claim us ACCOUNT A true", "terms us OBSERVE"), told);
        assertNull(desk.state().refused());
        assertFalse(heard.isEmpty());
    }

    @Test
    void whoIsHandedADeskCanGiveNobodyARole() {
        ConfiguredDesk desk = desk("leakage.desk~us");
        desk.take(Map.of("id", "us", "accounts", List.of("A"), "users", List.of("ann=TRADER")));
        DeskState state = register.find("us");
        assertThrows(UnsupportedOperationException.class, () -> state.users().get("ann").add(DeskRole.ADMIN));
        assertThrows(UnsupportedOperationException.class, () -> state.users().put("eve", Set.of(DeskRole.ADMIN)));
        assertThrows(UnsupportedOperationException.class, () -> state.claims().get(OrderKey.ACCOUNT).add("B"));
        assertFalse(register.find("us").has("ann", DeskRole.ADMIN));
        assertTrue(register.find("us").has("ann", DeskRole.TRADER));
    }

    @Test
    void aDeskRefusedFromTheStartIsListedWithTheReason() {
        ConfiguredDesk desk = desk("leakage.desk~us");
        desk.take(Map.of("id", "us", "mode", "SOMETIMES"));

        assertEquals(List.of(), told);
        assertNull(register.find("us"));
        assertEquals("us", register.all().get(0).id());
        assertFalse(register.all().get(0).inForce());
        assertTrue(register.all().get(0).refused().contains("got \"SOMETIMES\""), register.all().get(0).refused());
    }

    @Test
    void rulesThatTheDoorRefusesChangeNothing(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), "bad");
        ConfiguredDesk desk = desk("leakage.desk~us");
        desk.take(Map.of("id", "us", "accounts", List.of("A"), "rules", rules.toString()));

        assertEquals(List.of(), told);
        assertTrue(desk.state().refused().contains("line 1"), desk.state().refused());
    }

    @Test
    void twoDesksDoNotClaimTheSameUntilOneOfThemIsGone() {
        ConfiguredDesk first = desk("leakage.desk~1");
        first.take(Map.of("id", "us", "accounts", List.of("A")));
        ConfiguredDesk second = desk("leakage.desk~2");
        second.take(Map.of("id", "eu", "accounts", List.of("A")));
        assertEquals("leakage.desk: accounts: expected what no other desk has claimed; us has, got \"A\"", second.state().refused());
        told.clear();

        first.stop();
        register.leave(first);

        assertEquals(List.of("claim us ACCOUNT A false", "terms us none", "claim eu ACCOUNT A true", "terms eu OBSERVE"), told);
        assertNull(register.find("us"));
        assertNull(register.find("eu").refused());
    }

    @Test
    void whatNoDeskClaimsIsShownAndNeverSwitched() {
        desk("leakage.desk~us").take(Map.of("id", "us", "enabled", List.of("rules")));

        assertFalse(register.isOn("us", DeskFeature.COLUMNS));
        assertTrue(register.isOn("us", DeskFeature.RULES));
        assertTrue(register.isOn(null, DeskFeature.COLUMNS));
        assertFalse(register.isOn(null, DeskFeature.SWITCHING));
    }

    private ConfiguredDesk desk(String pid) {
        ConfiguredDesk desk = new ConfiguredDesk(register, inlet, pid);
        register.join(desk);
        return desk;
    }

    /** Writes down what it is told. */
    private final class Recorded implements DeskInlet {
        @Override
        public void clock(long epochNanos, ClockState state, long uncertaintyNanos) {
            throw new AssertionError("a desk knows no time");
        }

        @Override
        public void desk(String desk, String account, boolean enabled) {
            claim(desk, OrderKey.ACCOUNT, account, enabled);
        }

        @Override
        public void claim(String desk, OrderKey key, String value, boolean given) {
            told.add("claim " + desk + " " + key + " " + value + " " + given);
        }

        @Override
        public void terms(String desk, DeskTerms terms) {
            told.add("terms " + desk + " " + (terms == null ? "none" : terms.mode()));
        }

        @Override
        public void rules(String desk, String json) {
            if ("bad".equals(json)) {
                throw new IllegalArgumentException("line 1, column 1");
            }
            told.add("rules " + desk + " " + json);
        }
    }
}
