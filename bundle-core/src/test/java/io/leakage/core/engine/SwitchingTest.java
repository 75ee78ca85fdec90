package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.SwitchState;
import io.leakage.core.switching.HookSaid;
import io.leakage.testing.Garbage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may become of a rule that asks for a switch; see {@link SwitchScene}. */
class SwitchingTest {
    private static final String ADVISE = "'parameters': {'maxPart': 0.05}, 'mode': 'ADVISE'}";
    private static final String AUTO = "'mode': 'AUTO'}";

    @Test
    void adviceIsProposedApprovedSentAndAnsweredByTheDropCopy() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        assertEquals(SwitchState.PROPOSED, scene.state());
        assertEquals(List.of("drift 5 bps (at least 3)"), scene.last().why());
        assertEquals(Capable.YES, scene.last().capable());
        assertEquals("LIQUIDITY_SEEKER", scene.last().to());
        assertEquals(1_000, scene.last().order().quantity());

        assertEquals(SwitchState.APPROVED, scene.approve("ann").state());
        assertEquals("ann", scene.last().who());
        assertEquals(SwitchState.SENT, scene.says(HookSaid.SENT, "").state());
        assertEquals(SwitchState.PENDING_REPLACE, scene.reports(1_100, '8', 'E', 'E').state());
        assertEquals(SwitchState.REPLACED, scene.reports(1_200, '8', '5', '0').state());
        assertEquals(1, scene.approved());
    }

    @Test
    void aRefusalOfTheOtherSideIsHeardInTheDropCopy() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).approve("ann").says(HookSaid.SENT, "");
        assertEquals(SwitchState.REFUSED, scene.reports(1_200, '9', (char) 0, '0').state());
    }

    @Test
    void anAnswerThatIsHeardBeforeTheHookSaysThatItSentCounts() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).approve("ann").reports(1_050, '8', '5', '0');
        assertEquals(SwitchState.REPLACED, scene.state());
        assertEquals(SwitchState.REPLACED, scene.says(HookSaid.SENT, "").state());
    }

    @Test
    void silenceTimesOutAndALateAnswerIsStillTold() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).approve("ann").says(HookSaid.SENT, "");
        scene.passed(30_999);
        assertEquals(SwitchState.SENT, scene.state());
        scene.passed(31_001);
        assertEquals(SwitchState.TIMED_OUT, scene.state());
        assertEquals(SwitchState.REPLACED, scene.reports(31_100, '8', '5', '0').state());
    }

    @Test
    void aDeskThatOnlyObservesIsToldWhyNothingIsProposed() {
        SwitchScene scene = new SwitchScene(DeskMode.OBSERVE, ADVISE).drift(1_000, 5);
        assertEquals(0, scene.switches());
        assertEquals(List.of("DESK"), scene.objections());
    }

    @Test
    void aRuleThatOnlyObservesProposesNothing() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, "'mode': 'OBSERVE'}").drift(1_000, 5);
        assertEquals(0, scene.switches());
    }

    @Test
    void aRejectionEndsItAndTheRuleHasToFireAnew() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.door.reject(1, "ann");
        assertEquals(SwitchState.REJECTED, scene.state());
        scene.drift(2_000, 6);
        assertEquals(1, scene.switches());
        scene.drift(3_000, 0).drift(4_000, 5);
        assertEquals(2, scene.switches());
    }

    @Test
    void aProposalNobodyDecidesExpiresAfterTheDesksTime() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).passed(61_000);
        assertEquals(SwitchState.PROPOSED, scene.state());
        scene.passed(61_001);
        assertEquals(SwitchState.EXPIRED, scene.state());
        assertEquals(SwitchState.EXPIRED, scene.approve("ann").state());
        assertEquals(0, scene.approved());
    }

    @Test
    void aProposalWhoseRuleNoLongerHoldsIsVoid() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).drift(2_000, 0.5);
        assertEquals(SwitchState.EXPIRED, scene.state());
        assertEquals("the rule no longer holds", scene.last().reason());
    }

    @Test
    void toActByItselfTakesDeskRuleHookAndTwoDifferentPersons() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "ann");
        scene.drift(1_000, 5);
        assertEquals(SwitchState.PROPOSED, scene.state(), "one person is not two");

        scene.door.autoOn("us", "bob");
        scene.drift(1_001, 5.1);
        assertEquals(SwitchState.APPROVED, scene.state());
        assertEquals("by itself", scene.last().reason());
    }

    @Test
    void aRuleThatAdvisesDoesNotActByItselfOnAnAutoDesk() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, ADVISE);
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        assertEquals(SwitchState.PROPOSED, scene.drift(1_000, 5).passed(2_000).state());
    }

    @Test
    void otherRulesAndAnotherConfigurationTakeTheTwoPersonsAgain() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        assertTrue(scene.desk().isAuto());
        scene.rules(AUTO);
        assertEquals(List.of(), scene.desk().auto());

        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        scene.terms(SwitchScene.terms(DeskMode.AUTO, 2, 20, 5));
        assertEquals(List.of(), scene.desk().auto());
    }

    @Test
    void theTwoPersonsAreAQuarterOfAnHourApartAtMost() {
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        scene.door.autoOn("us", "ann");
        scene.engine.inlets().desk().clock(SwitchScene.nanos(15 * 60_000 + 1), ClockState.LOCKED, 1_000);
        scene.door.autoOn("us", "bob");
        assertEquals(List.of("bob"), scene.desk().auto());
    }

    @Test
    void aKillOfTheDeskOrTheFirmEndsProposalsAndAllowsNone() {
        for (String killed : new String[] {"us", null}) {
            SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
            scene.door.kill(killed, "ann");
            assertEquals(SwitchState.EXPIRED, scene.state());
            scene.drift(2_000, 0).drift(3_000, 5);
            assertEquals(1, scene.switches());
            assertTrue(scene.objections().contains("NOT_KILLED"));
        }
    }

    @Test
    void aKillOfAnotherDeskChangesNothingHere() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.door.kill("eu", "ann");
        assertEquals(SwitchState.APPROVED, scene.approve("bob").state());
    }

    @Test
    void toRearmTakesTwoPersonsAndTheSecondIsNotTheOneThatKilled() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.door.kill("us", "ann");
        scene.door.rearm("us", "bob");
        scene.door.rearm("us", "bob");
        scene.door.rearm("us", "ann");
        assertEquals("ann", scene.desk().killed());
        scene.door.rearm("us", "carl");
        assertEquals("", scene.desk().killed());
        assertEquals("rearmed by bob and carl", scene.desk().reason());
        assertEquals(SwitchState.PROPOSED, scene.drift(1_000, 5).state());
    }

    @Test
    void aTakenOverOrderIsLeftAloneUntilItIsReleased() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.door.takeOver(0, "ann");
        assertEquals(SwitchState.EXPIRED, scene.state());
        assertEquals("ann", scene.engine.scorecard().switches().takenOver(0));
        scene.drift(2_000, 0).drift(3_000, 5);
        assertEquals(1, scene.switches());
        scene.door.release(0, "ann");
        assertEquals(2, scene.drift(4_000, 5.5).switches());
    }

    @Test
    void anOrderThatHasTheStrategyAlreadyIsNotSwitchedToItAgainUntilItHasAnother() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE + ", 'maxPerParent': 9");
        scene.terms(SwitchScene.terms(DeskMode.ADVISE, 9, 20, 5));
        scene.drift(1_000, 5).approve("ann").says(HookSaid.SENT, "").reports(1_200, '8', '5', '0');
        String now = scene.last().id();
        scene.drift(400_000, 0).drift(401_000, 5);
        assertEquals(1, scene.switches());
        assertEquals(List.of("LIVE", "FRESH", "OTHER_STRATEGY"), scene.objections());

        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(402_000)).id("BACK").original(now).side(Side.BUY).exec('5', '0')
                .quantity(1_000).strategy("VWAP").message());
        assertEquals(2, scene.passed(403_000).switches());
    }

    @Test
    void anOrderThatHasHadItsSwitchIsLatchedUntilAPersonSaysSo() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).approve("ann").says(HookSaid.NOT_SENT, "down");
        assertEquals(SwitchState.REFUSED, scene.state());
        scene.drift(400_000, 0).drift(401_000, 5);
        assertEquals(1, scene.switches());
        assertEquals("PARENT_NOT_LATCHED", scene.objections().get(scene.objections().size() - 1));
        scene.door.unlatchParent(0, "bob");
        scene.drift(402_000, 0).drift(403_000, 5);
        assertEquals("RULE_LIMIT", scene.objections().get(scene.objections().size() - 1), "the rule's own limit stays");
    }

    @Test
    void afterASwitchTheOrderRestsForTheCooldown() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE.replace("'}", "'}, 'maxPerParent': 5"));
        scene.terms(SwitchScene.terms(DeskMode.ADVISE, 5, 20, 5));
        scene.drift(1_000, 5).approve("ann").says(HookSaid.NOT_SENT, "down");
        scene.drift(2_000, 0).drift(300_999, 5);
        assertEquals(1, scene.switches());
        assertEquals("COOLDOWN", scene.objections().get(scene.objections().size() - 1));
        scene.drift(301_000, 5);
        assertEquals(2, scene.switches());
    }

    @Test
    void aDeskThatReachesALimitLatchesUntilANamedPersonReEnablesIt() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.terms(SwitchScene.terms(DeskMode.ADVISE, 1, 20, 2));
        scene.order("Q", 1);
        scene.order("R", 1);
        scene.drift(1_000, 5);
        scene.door.approve(1, "ann");
        scene.door.approve(2, "ann");
        scene.door.approve(3, "ann");
        assertEquals(2, scene.approved());
        assertEquals("as many switches as the desk may have in a minute: 2", scene.desk().latched());
        scene.drift(100_000, 0).drift(101_000, 5);
        assertEquals(2, scene.approved());
        scene.door.unlatch("us", "bob");
        scene.drift(102_000, 0).drift(103_000, 5);
        scene.door.approve(scene.last().number(), "ann");
        assertEquals(3, scene.approved());
    }

    @Test
    void onlyOneSwitchOfAnOrderIsOnItsWay() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE.replace("'}", "'}, 'maxPerParent': 5, 'cooldown': '0s'"));
        scene.terms(new DeskTerms(Set.of(DeskFeature.values()), DeskMode.ADVISE, 5, 20, 5,
                5, 0, 0.15, 60_000_000_000L));
        scene.drift(1_000, 5).approve("ann").says(HookSaid.LOST, "the session ended");
        assertEquals(SwitchState.UNKNOWN, scene.state());
        scene.drift(2_000, 0).drift(3_000, 5);
        assertEquals(1, scene.switches(), "never a request on one whose end is not known");
        assertEquals("ALONE", scene.objections().get(scene.objections().size() - 1));
    }

    @Test
    void tooLittleLeftIsNotWorthASwitch() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(2)).id("P").execution("E").side(Side.BUY).exec('F', '1')
                .last(860, "100").message());
        assertEquals(0, scene.drift(1_000, 5).switches());
        assertEquals(List.of("REMAINING"), scene.objections());
    }

    @Test
    void aRuleThatStandsAndAnOpenSwitchLeaveNoGarbageWhileNothingIsDecided() {
        SwitchScene blocked = new SwitchScene(DeskMode.OBSERVE, ADVISE).drift(1_000, 5);
        assertEquals(0, Garbage.bytesOf(20_000, () -> blocked.flicker()));
        assertEquals(List.of("DESK"), blocked.objections());

        SwitchScene sent = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5).approve("ann").says(HookSaid.LOST, "the session ended");
        assertEquals(0, Garbage.bytesOf(20_000, () -> sent.flicker()));
        assertEquals(SwitchState.UNKNOWN, sent.state());
    }

    @Test
    void anOrderThatEndsTakesItsProposalWithIt() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(1_100)).id("P").side(Side.BUY).exec('4', '4').message());
        scene.passed(1_200);
        assertEquals(SwitchState.EXPIRED, scene.state());
    }

    @Test
    void anOrderReplacedBetweenProposalAndApprovalIsAnotherOrder() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(1_100)).id("P2").original("P").side(Side.BUY).exec('5', '0')
                .quantity(2_000).message());
        assertEquals(SwitchState.EXPIRED, scene.approve("ann").state());
        assertEquals("the order is another now", scene.last().reason());
    }

    @Test
    void aStartAnewEndsProposalsDoubtsApprovalsAndForgetsWhatFired() {
        SwitchScene proposed = new SwitchScene(DeskMode.AUTO, AUTO).drift(1_000, 5);
        proposed.door.restarted();
        assertEquals(SwitchState.EXPIRED, proposed.state());

        SwitchScene scene = new SwitchScene(DeskMode.AUTO, AUTO);
        scene.door.autoOn("us", "ann");
        scene.door.autoOn("us", "bob");
        scene.drift(1_000, 5);
        assertEquals(SwitchState.APPROVED, scene.state());
        scene.door.restarted();
        assertEquals(SwitchState.UNKNOWN, scene.state());
        assertEquals(List.of(), scene.desk().auto());
        scene.drift(2_000, 6).passed(3_000);
        assertEquals(1, scene.approved());
    }

    @Test
    void heldOutByLotItIsWithheldAndTheRuleHasHadItsAction() {
        int withheld = 0;
        int proposed = 0;
        for (int order = 0; order < 200; order++) {
            SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE + ", 'holdOut': 0.25");
            for (int before = 0; before < order % 20; before++) {
                scene.order("B" + before, 2 + before + order / 20 * 0.01);
            }
            scene.order("LAST", 50 + order * 0.001);
            scene.drift(1_000, 5);
            withheld += scene.state() == SwitchState.WITHHELD ? 1 : 0;
            proposed += scene.state() == SwitchState.PROPOSED ? 1 : 0;
            assertEquals(0.75, scene.last().propensity());
        }
        assertEquals(200, withheld + proposed);
        assertTrue(withheld > 25 && withheld < 75, withheld + " of 200 with probability 0.25");
    }
}
