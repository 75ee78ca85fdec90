package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Grade;
import io.leakage.api.score.SwitchState;
import io.leakage.desk.CaseOptions;
import io.leakage.desk.CaseStudy;
import io.leakage.simulator.Algo;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.osgi.framework.launch.FrameworkFactory;

/** The whole story over real sockets: an order that gives itself away, and what is done about it. */
class CaseStudyTest {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private CaseStudy.Outcome play(String... arguments) throws Exception {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            return CaseStudy.play(CaseOptions.parse(arguments), factory, TARGET, out, silent);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void isSwitched(CaseStudy.Outcome outcome) {
        List<Grade> grades = outcome.story().grades();
        assertTrue(grades.indexOf(Grade.GREEN) < grades.indexOf(Grade.AMBER), grades::toString);
        assertTrue(grades.indexOf(Grade.AMBER) < grades.indexOf(Grade.RED), grades::toString);
        // how far the evidence has faded by the end depends on when the switch came through, and so on the machine
        assertNotEquals(Grade.RED, grades.get(grades.size() - 1), this::said);
        List<SwitchState> states = outcome.story().states();
        assertEquals(SwitchState.PROPOSED, states.get(0), this::said);
        assertEquals(SwitchState.REPLACED, states.get(states.size() - 1), this::said);
        assertEquals(Algo.LIQUIDITY_SEEKER, outcome.algo());
        assertTrue(outcome.whole(), this::said);
        assertTrue(said().contains("on the order session: 35=G|") && said().contains("|847=1003|849=0.05"), this::said);
        assertTrue(said().contains("150=E|") && said().contains("150=5|"), this::said);
        assertTrue(said().contains("model estimate, not identified"), this::said);
    }

    @Test
    void anOrderThatGivesItselfAwayTurnsRedAndIsSwitchedOnceTheTraderApproves() throws Exception {
        CaseStudy.Outcome outcome = play("--headless");

        isSwitched(outcome);
        assertTrue(said().contains("APPROVED to LIQUIDITY_SEEKER: approved by trader"), this::said);
    }

    @Test
    void withTwoPersonsPermissionItIsSwitchedWithoutAnApproval() throws Exception {
        CaseStudy.Outcome outcome = play("--headless", "--auto");

        isSwitched(outcome);
        assertTrue(said().contains("APPROVED to LIQUIDITY_SEEKER: by itself"), this::said);
    }

    @Test
    void onTheSameDayWithoutAPredatorNothingIsProposed() throws Exception {
        CaseStudy.Outcome outcome = play("--headless", "--predator", "0");

        assertFalse(outcome.story().grades().contains(Grade.AMBER) || outcome.story().grades().contains(Grade.RED), this::said);
        assertEquals(List.of(), outcome.story().states(), this::said);
        assertEquals(Algo.VWAP, outcome.algo());
        assertTrue(outcome.whole(), this::said);
        assertTrue(said().contains("no proposal, no switch"), this::said);
    }
}
