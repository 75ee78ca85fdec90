package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.SwitchState;
import io.leakage.core.rule.Action;
import io.leakage.core.rule.Clause;
import io.leakage.core.rule.Condition;
import io.leakage.core.rule.Reading;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import io.leakage.core.rule.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in doubt, old, or gone meanwhile leads to no switch; see {@link SwitchScene}. */
class SwitchingFailsClosedTest {
    private static final String ADVISE = "'mode': 'ADVISE'}";
    private static final String AUTO = "'mode': 'AUTO'}";

    @Test
    void aVetoHoldsAProposalBackAndItIsMadeWhenTheVetoEnds() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.engine.inlets().desk().clock(SwitchScene.nanos(500), ClockState.UNSYNC, Long.MIN_VALUE);
        scene.drift(1_000, 5);
        assertEquals(0, scene.switches());
        assertEquals(List.of("NO_VETO"), scene.objections());

        scene.engine.inlets().desk().clock(SwitchScene.nanos(1_500), ClockState.LOCKED, 1_000);
        scene.drift(2_000, 5);
        assertEquals(SwitchState.PROPOSED, scene.state());
    }

    @Test
    void aVetoAtTheMomentOfApprovalIsToldAndTheProposalStays() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.engine.inlets().desk().clock(SwitchScene.nanos(1_500), ClockState.UNSYNC, Long.MIN_VALUE);
        assertEquals(SwitchState.PROPOSED, scene.approve("ann").state());
        assertEquals("ann approved, and it was not taken: vetoed", scene.last().reason());

        scene.engine.inlets().desk().clock(SwitchScene.nanos(1_600), ClockState.LOCKED, 1_000);
        assertEquals(SwitchState.APPROVED, scene.approve("ann").state());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSentAgainNeverActs(boolean possDup) {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        scene.engine.inlets().desk().rules("us", ("{'version': 9, 'id': 'us', 'rules': [{'id': 'fills', 'when': {'measure': 'fills',"
                + " 'atLeast': 1}, 'grade': 'RED', 'then': {'switchTo': 'LIQUIDITY_SEEKER', 'mode': 'AUTO'}}]}").replace('\'', '"'));
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        scene.passed(5);
        Tape.Message fill = new Tape.Message('8', SwitchScene.nanos(2)).id("P").execution("E").side(Side.BUY).exec('F', '1').last(10, "100");
        scene.player.orders.accept((possDup ? fill.possDup() : fill.possResend()).message());
        scene.passed(1_000).drift(2_000, 1);
        assertEquals(0, scene.switches());
        assertEquals(List.of("LIVE", "FRESH"), scene.objections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"halted", "silent", "gapped", "cleared", "lagging"})
    void aMarketThatCannotBeTrustedProposesNothing(String trouble) {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        MarketInlet market = scene.player.market;
        switch (trouble) {
            case "halted" -> market.tradingState(scene.player.instrument, 2_000_000, SwitchScene.nanos(900), TradingState.HALTED);
            case "silent" -> market.silent(true);
            case "gapped" -> market.gap(1, 100);
            case "cleared" -> market.cleared(scene.player.instrument, 2_000_000, SwitchScene.nanos(900));
            default -> market.lagging(5_000_000_000L);
        }
        scene.drift(1_000, 5).passed(2_000);
        assertEquals(0, scene.approved());
        assertTrue(scene.switches() == 0 || trouble.equals("cleared"), scene.objections().toString());
    }

    @Test
    void aConfigurationThatGoesWhileSomebodyDecidesEndsTheProposal() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.terms(null);
        assertEquals(SwitchState.EXPIRED, scene.state());
        assertEquals(SwitchState.EXPIRED, scene.approve("ann").state());

        SwitchScene other = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        other.engine.inlets().desk().rules("us", null);
        assertEquals(SwitchState.EXPIRED, other.state());
        assertEquals(0, other.drift(2_000, 6).approved());
    }

    @Test
    void aRuleThatFailsWhileAProposalWaitsEndsItAndTheReasonIsKept() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        Faulty faulty = new Faulty();
        faulty.in(scene, DeskMode.ADVISE);
        scene.drift(1_000, 5);
        assertEquals(SwitchState.PROPOSED, scene.state());

        faulty.fails = true;
        assertEquals(SwitchState.EXPIRED, scene.drift(1_001, 2).state());
        String words = "the rules could not be judged: java.lang.ArithmeticException: a rule that fails";
        assertEquals(words, scene.last().reason());
        assertEquals(words, scene.engine.scorecard().switches().objections().get(0).words());
        assertEquals(List.of("HOLDS"), scene.objections());
        assertEquals(1, scene.engine.scorecard().progress().unapplied(), "counted once, and not tried again");

        faulty.fails = false;
        scene.approve("ann").drift(2_000, 6);
        assertEquals(0, scene.approved(), "until somebody tells other rules");
        assertEquals(Grade.CANNOT_SAY, scene.row().grade());
        assertEquals(6, scene.row().value(Measure.DRIFT), 1e-9, "the order itself is measured as ever");

        scene.rules(ADVISE);
        assertEquals(SwitchState.PROPOSED, scene.drift(2_001, 0).drift(2_002, 6).state(), "fired anew under them");
    }

    @Test
    void aRuleThatFailsNeverActsByItself() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        Faulty faulty = new Faulty();
        faulty.in(scene, DeskMode.AUTO);
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        faulty.fails = true;
        scene.drift(1_000, 5).passed(2_000).drift(3_000, 6);
        assertEquals(0, scene.switches());
        assertEquals(List.of("HOLDS"), scene.objections());
    }

    /** A rule whose condition can be made to fail. */
    private static final class Faulty implements Condition {
        private final Is drifted = new Is(new Clause(Reading.of(Measure.DRIFT, Reading.End.VALUE), true, 3), 0);
        private boolean fails;

        private void in(SwitchScene scene, DeskMode mode) {
            Rule rule = new Rule("leak", this, 0, List.of(), Grade.RED, new Action("LIQUIDITY_SEEKER", Map.of(), mode), 0, 0, 1, Set.of());
            scene.engine.pipeline.judge.rules(scene.row().desk(), new RuleSet("us", 1, List.of(rule), List.of(drifted.clause())));
        }

        @Override
        public Truth of(Truths clauses) {
            if (fails) {
                throw new ArithmeticException("a rule that fails");
            }
            return drifted.of(clauses);
        }

        @Override
        public void clauses(Consumer<Is> to) {
            to.accept(drifted);
        }
    }

    @Test
    void withoutAHookThatCanNobodyCanApprove() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.capable = false;
        scene.drift(1_000, 5).approve("ann");
        assertEquals(SwitchState.PROPOSED, scene.state());
        assertEquals("ann approved, and it was not taken: no hook has said that it can be sent", scene.last().reason());
    }
}
