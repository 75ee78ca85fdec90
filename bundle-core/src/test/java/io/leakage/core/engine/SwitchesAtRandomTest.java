package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.core.switching.HookSaid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random happenings: the market moves, orders fill, are cancelled and sent again, the clock is lost and found, desks are
 * configured, killed, re-armed and started anew, persons decide, the hook and the other side answer. Whatever comes, what may never
 * happen does not.
 */
class SwitchesAtRandomTest {
    private static final String[] PERSONS = {"ann", "bob", "carl"};

    private final Set<String> approvedBy = new HashSet<>();
    private int orders;
    private double millis = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingGoesOutThatMayNot(long seed) {
        Random random = new Random(seed);
        SwitchScene scene = new SwitchScene(DeskMode.AUTO, "'mode': 'AUTO'}, 'maxPerParent': 2, 'cooldown': '1s'");
        long sent = 0;
        for (int step = 0; step < 4_000; step++) {
            int before = scene.told.size();
            boolean killed = isKilled(scene);
            SwitchDesk desk = scene.desk();
            String happening = happens(scene, random);
            for (AlgoSwitch one : scene.told.subList(before, scene.told.size())) {
                if (one.state() == SwitchState.APPROVED) {
                    String at = "seed " + seed + " step " + step + " " + happening + ": " + one;
                    sent++;
                    assertFalse(killed && isKilled(scene), at);
                    assertTrue(desk.latched().isEmpty() || scene.desk().reason().startsWith("re-enabled"), at);
                    assertTrue(approvedBy.contains(one.number() + one.who()) || desk.isAuto() && one.reason().equals("by itself"), at);
                    assertEquals(AlgoSwitch.Capable.YES, one.capable(), at);
                    assertEquals("", scene.engine.scorecard().switches().takenOver(one.parent()), at);
                    assertFalse(happening.equals("sent again") || happening.equals("restart"), at);
                }
            }
        }
        assertTrue(sent > 5, "the walk sends some: " + sent);
        assertHistories(scene);
    }

    private static boolean isKilled(SwitchScene scene) {
        return scene.engine.scorecard().switches().desks().stream().anyMatch(desk -> !desk.killed().isEmpty());
    }

    /** Each switch goes the way of the table, is approved at most once, and an order has one on its way at most. */
    private static void assertHistories(SwitchScene scene) {
        Map<Long, SwitchState> states = new HashMap<>();
        Map<Integer, Set<Long>> open = new HashMap<>();
        Set<Long> approved = new HashSet<>();
        for (AlgoSwitch one : scene.told) {
            SwitchState from = states.put(one.number(), one.state());
            if (one.state() == SwitchState.APPROVED && from != SwitchState.APPROVED) {
                assertEquals(SwitchState.PROPOSED, from);
                assertTrue(approved.add(one.number()), "approved twice: " + one);
            }
            assertFalse(from != null && from.isOver() && from != one.state(), from + " → " + one);
            Set<Long> ofOrder = open.computeIfAbsent(one.parent(), parent -> new HashSet<>());
            if (one.state().isOver()) {
                ofOrder.remove(one.number());
            } else {
                ofOrder.add(one.number());
            }
            assertTrue(ofOrder.size() <= 1, "two on their way: " + one);
        }
    }

    private String happens(SwitchScene scene, Random random) {
        millis += random.nextInt(2_000);
        String person = PERSONS[random.nextInt(PERSONS.length)];
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> scene.drift(millis, random.nextInt(9) - 1);
            case 6 -> scene.order("X" + ++orders, millis);
            case 7 -> scene.player.orders.accept(report(random, 'F', '1').execution("E" + scene.told.size() + millis).last(1, "100").message());
            case 8 -> {
                scene.player.orders.accept(report(random, 'F', '1').execution("D" + millis).last(1, "100").possDup().message());
                return "sent again";
            }
            case 9 -> {
                if (random.nextInt(10) == 0) {
                    scene.player.orders.accept(report(random, '4', '4').message());
                }
            }
            case 10 -> scene.engine.inlets().desk().clock(SwitchScene.nanos(millis), random.nextInt(4) == 0 ? ClockState.UNSYNC
                    : ClockState.LOCKED, 1_000);
            case 11 -> {
                if (random.nextInt(5) == 0) {
                    scene.terms(SwitchScene.terms(DeskMode.values()[1 + random.nextInt(3)], 2, 50, 5));
                }
            }
            case 12 -> {
                if (random.nextInt(4) == 0) {
                    scene.door.kill(random.nextBoolean() ? "us" : null, person);
                }
            }
            case 13 -> {
                scene.door.rearm("us", person);
                scene.door.rearm(null, person);
            }
            case 14 -> scene.door.autoOn("us", person);
            case 15 -> scene.door.unlatch("us", person);
            case 16 -> {
                if (random.nextInt(8) == 0) {
                    scene.door.restarted();
                    return "restart";
                }
            }
            case 17 -> takeOver(scene, random, person);
            default -> decide(scene, random, person);
        }
        return "";
    }

    private Tape.Message report(Random random, char execType, char ordStatus) {
        return new Tape.Message('8', SwitchScene.nanos(millis)).id(orders == 0 || random.nextInt(4) == 0 ? "P" : "X" + (1 + random.nextInt(orders)))
                .side(Side.BUY).exec(execType, ordStatus);
    }

    private void takeOver(SwitchScene scene, Random random, String person) {
        int parent = random.nextInt(scene.engine.scorecard().parents());
        if (random.nextInt(3) == 0) {
            scene.door.takeOver(parent, person);
        } else {
            scene.door.release(parent, person);
        }
    }

    private void decide(SwitchScene scene, Random random, String person) {
        if (scene.switches() == 0) {
            return;
        }
        long number = 1 + random.nextInt(scene.switches());
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                approvedBy.add(number + person);
                scene.door.approve(number, person);
            }
            case 2 -> scene.door.reject(number, person);
            case 3 -> scene.door.hook(number, HookSaid.values()[2 + random.nextInt(HookSaid.values().length - 2)], "");
            default -> scene.reports(millis, random.nextBoolean() ? '8' : '9', random.nextBoolean() ? '5' : 'E', '0');
        }
    }
}
