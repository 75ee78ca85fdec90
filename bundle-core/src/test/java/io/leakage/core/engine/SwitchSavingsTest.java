package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.DeskMode;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchOutcome.Part;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchSaving.Basis;
import io.leakage.api.score.SwitchState;
import io.leakage.core.evidence.Savings;
import io.leakage.core.switching.HookSaid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a switch saved, as the pipeline tells it; see {@link SwitchScene}. */
class SwitchSavingsTest {
    private static final String ADVISE = "'mode': 'ADVISE'}";

    private final Random random = new Random(20_261_130);
    private double mid = 100;
    private double millis = 10;
    private int executions;

    @Test
    void whatIsPaidAfterTheSwitchIsComparedWithTheDriftGoneOn() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        fill(scene, "P", 500, 100, "100.01");
        scene.drift(1_000, 5);
        SwitchOutcome proposed = scene.engine.scorecard().switches().outcome(1);
        // 5 bps while 100 were executed, 900 are left: nine times as far, half of it paid on average
        assertEquals(new SwitchOutcome(1, Part.LEFT, 900, -22.5, Double.NaN, false, true), rounded(proposed));
        assertEquals(Basis.NONE, saving(scene).basis());
        assertEquals(1, saving(scene).waiting());

        scene.approve("ann").says(HookSaid.SENT, "").reports(1_200, '8', '5', '0');
        assertEquals(Part.SWITCHED, scene.engine.scorecard().switches().outcome(1).part());
        fill(scene, scene.last().id(), 1_500, 600, "100.07");
        scene.drift(2_000, 8);
        assertTrue(Double.isNaN(scene.engine.scorecard().switches().outcome(1).gained()), "it works");
        end(scene, scene.last().id(), 2_500, '4');
        scene.passed(3_000);

        // 600 at 2 cents over the mid at the decision, 100.05, and 300 left at a mid 3 cents over it: 21 $ of 90,045
        SwitchOutcome ended = scene.engine.scorecard().switches().outcome(1);
        assertEquals(-1e4 * 21 / 90_045, ended.gained(), 1e-6);
        assertTrue(ended.ended());
        SwitchSaving saving = saving(scene);
        assertEquals(ended.gained() + 22.5, saving.bps(), 1e-6);
        assertEquals(Basis.MODEL, saving.basis());
        assertEquals(Savings.NOT_IDENTIFIED, saving.basis().words());
        assertTrue(Double.isNaN(saving.lo()) && Double.isNaN(saving.hi()));
        assertEquals(List.of(1, 0, 0, 0), List.of(saving.switched(), saving.left(), saving.withheld(), saving.waiting()));
    }

    @Test
    void aBustAfterTheEndIsReckonedAnew() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        fill(scene, "P", 500, 100, "100.01");
        scene.drift(1_000, 5).approve("ann").says(HookSaid.SENT, "").reports(1_200, '8', '5', '0');
        fill(scene, scene.last().id(), 1_500, 900, "100.07");
        scene.passed(2_000);
        assertEquals(-1e4 * .02 / 100.05, scene.engine.scorecard().switches().outcome(1).gained(), 1e-6);
        double before = saving(scene).bps();

        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(2_500)).id(scene.last().id()).execution("X").reference("E1")
                .side(Side.BUY).exec('G', '2').last(900, "100.09").message());
        scene.passed(3_000);
        assertEquals(-1e4 * .04 / 100.05, scene.engine.scorecard().switches().outcome(1).gained(), 1e-6);
        assertEquals(before - 1e4 * .02 / 100.05, saving(scene).bps(), 1e-6);
        assertEquals(1, saving(scene).switched());
    }

    @Test
    void whatWasRejectedIsNotSwitchedAndSavedNothing() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.door.reject(1, "ann");
        end(scene, "P", 2_000, '4');
        scene.passed(3_000);
        assertEquals(Part.LEFT, scene.engine.scorecard().switches().outcome(1).part());
        assertEquals(Basis.NONE, saving(scene).basis());
        assertEquals(1, saving(scene).left());
    }

    @Test
    void onlyTheFirstDecisionOfARuleOnAnOrderCounts() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE).drift(1_000, 5);
        scene.door.reject(1, "ann");
        scene.drift(2_000, 0).drift(3_000, 5);
        assertTrue(scene.engine.scorecard().switches().outcome(1).counts());
        assertFalse(scene.engine.scorecard().switches().outcome(2).counts());
        end(scene, "P", 4_000, '4');
        scene.passed(5_000);
        assertEquals(List.of(1, 0), List.of(saving(scene).left(), saving(scene).waiting()));
    }

    @Test
    void anOrderThatStillWorksKeepsThoseDecidedAfterItWaiting() {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE);
        scene.order("Q", 2);
        scene.drift(1_000, 5);
        assertEquals(2, saving(scene).waiting());
        end(scene, "Q", 2_000, '4');
        scene.passed(2_500);
        assertEquals(2, saving(scene).waiting());
        end(scene, "P", 3_000, '4');
        scene.passed(3_500);
        assertEquals(List.of(0, 2), List.of(saving(scene).waiting(), saving(scene).left()));
    }

    @Test
    void theLotIsDrawnAnewWheneverTheRuleFires() {
        int withheld = 0;
        int fired = 0;
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE + ", 'holdOut': 0.5, 'maxPerParent': 100");
        for (; fired < 100; fired++) {
            scene.drift(1_000 + fired * 1_000, 5);
            withheld += scene.state() == SwitchState.WITHHELD ? 1 : 0;
            scene.door.reject(scene.last().number(), "ann");
            scene.drift(1_500 + fired * 1_000, 0);
        }
        assertEquals(100, scene.switches());
        assertTrue(withheld > 30 && withheld < 70, withheld + " of 100 with probability 0.5");
    }

    @Test
    void aSwitchThatDoesNothingSavesNothingAgainstThoseWithheldAndALotByTheModel() {
        SwitchScene scene = manyOrders(0);
        SwitchSaving saving = saving(scene);

        assertEquals(Basis.HELD_OUT, saving.basis());
        assertTrue(saving.switched() > 40 && saving.left() > 10 && saving.withheld() > 40, saving.toString());
        assertTrue(saving.lo() < 0 && saving.hi() > 0 && saving.hi() - saving.lo() < 12, saving.toString());
        assertEquals(0, saving.bps(), 3);
        assertEquals(difference(scene), saving.bps(), 1, "beside the difference of the two means");
        assertTrue(modelled(scene) > saving.hi(), modelled(scene) + " bps by the model, " + saving);
    }

    @Test
    void aSwitchThatSavesEightBasisPointsIsFoundToSaveThem() {
        SwitchSaving saving = saving(manyOrders(8));
        // three of four are carried out
        assertEquals(6, saving.bps(), 3);
        assertTrue(saving.lo() > 0, saving.toString());
    }

    /** Orders of ten clips in a market that nobody moves; every clip after a switch is better by so much. */
    private SwitchScene manyOrders(double betterBps) {
        SwitchScene scene = new SwitchScene(DeskMode.ADVISE, ADVISE + ", 'holdOut': 0.5");
        scene.terms(SwitchScene.terms(DeskMode.ADVISE, 1, 100_000, 100_000));
        end(scene, "P", 5, '4');
        for (int i = 0; i < 240; i++) {
            order(scene, "N" + i, betterBps);
        }
        return scene;
    }

    private void order(SwitchScene scene, String id, double betterBps) {
        step(scene);
        int before = scene.engine.scorecard().switches().all().size();
        scene.order(id, millis + 1);
        String name = id;
        boolean decided = false;
        double better = 0;
        for (int clip = 1; clip <= 10; clip++) {
            fill(scene, name, millis + 500, 100, Double.toString(Math.round(1e6 * mid * (1 - better / 1e4)) / 1e6));
            step(scene);
            if (!decided && scene.engine.scorecard().switches().all().size() > before) {
                decided = true;
                if (scene.state() == SwitchState.PROPOSED && random.nextInt(4) > 0) {
                    scene.approve("ann").says(HookSaid.SENT, "");
                    replaced(scene, id);
                    name = scene.last().id();
                    better = betterBps;
                } else if (scene.state() == SwitchState.PROPOSED) {
                    scene.door.reject(scene.last().number(), "ann");
                }
            }
        }
    }

    private void replaced(SwitchScene scene, String id) {
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(millis + 100)).id(scene.last().id()).original(id).side(Side.BUY)
                .exec('5', '0').quantity(1_000).strategy("LIQUIDITY_SEEKER").message());
    }

    private void step(SwitchScene scene) {
        millis += 1_000;
        mid *= 1 + 3e-4 * random.nextGaussian();
        scene.drift(millis, 1e4 * (mid / 100 - 1));
    }

    private void fill(SwitchScene scene, String id, double at, long quantity, String price) {
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(at)).id(id).side(Side.BUY).execution("E" + executions++)
                .exec('F', '1').last(quantity, price).message());
    }

    private static void end(SwitchScene scene, String id, double at, char how) {
        scene.player.orders.accept(new Tape.Message('8', SwitchScene.nanos(at)).id(id).side(Side.BUY).exec(how, how).message());
    }

    private static SwitchSaving saving(SwitchScene scene) {
        List<SwitchSaving> all = scene.engine.scorecard().switches().savings();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    private static SwitchOutcome rounded(SwitchOutcome one) {
        return new SwitchOutcome(one.number(), one.part(), one.left(), Math.round(1e6 * one.expected()) / 1e6, one.gained(), one.ended(),
                one.counts());
    }

    private static double difference(SwitchScene scene) {
        return mean(outcomes(scene).stream().filter(one -> one.part() != Part.WITHHELD).mapToDouble(SwitchOutcome::gained).toArray())
                - mean(outcomes(scene).stream().filter(one -> one.part() == Part.WITHHELD).mapToDouble(SwitchOutcome::gained).toArray());
    }

    private static double modelled(SwitchScene scene) {
        return mean(outcomes(scene).stream().filter(one -> one.part() == Part.SWITCHED).mapToDouble(SwitchOutcome::modelled).toArray());
    }

    private static List<SwitchOutcome> outcomes(SwitchScene scene) {
        List<SwitchOutcome> all = new ArrayList<>();
        for (AlgoSwitch one : scene.engine.scorecard().switches().all()) {
            SwitchOutcome outcome = scene.engine.scorecard().switches().outcome(one.number());
            assertTrue(outcome.ended(), outcome.toString());
            if (outcome.counts()) {
                all.add(outcome);
            }
        }
        return all;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
