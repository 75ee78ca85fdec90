package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kill, a start anew and a replay make of switches: what holds goes on holding, and nothing is sent again. */
class SwitchesOverRestartsTest extends HostedEngine {
    @Test
    void aKillHoldsFromTheCallOnAndOverARestartAndWithoutTheJournalToo() throws IOException {
        try (LeakageEngine engine = start()) {
            engine.inlets().switches().kill("us", "ann");
            engine.inlets().switches().kill(null, "bob");
        }
        assertEquals("*\nus\n", Files.readString(dir.resolve("kills")));
        try (LeakageEngine engine = start()) {
            assertEquals(List.of("bob", "ann"), engine.scorecard().switches().desks().stream().map(SwitchDesk::killed).toList());
            engine.inlets().switches().rearm(null, "carl");
            engine.inlets().switches().rearm(null, "ann");
            await(engine, () -> killed(engine, 0).isEmpty());
        }
        delete(dir.resolve("events"));
        try (LeakageEngine engine = start()) {
            await(engine, () -> engine.scorecard().switches().desks().stream().anyMatch(desk -> desk.killed().equals("a kill before the start")));
            configure(engine);
            play(engine);
            await(engine, () -> !engine.scorecard().switches().objections().isEmpty());
            assertEquals("NOT_KILLED", engine.scorecard().switches().objections().get(0).guard());
            assertEquals(0, host.asked);
        }
        Files.write(dir.resolve("kills"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertTrue(new Kills(dir.resolve("kills")).holds("any"), "a file nobody can read kills the firm");
    }

    @Test
    void aKillOfNobodyHoldsAndCanBeEnded() {
        try (LeakageEngine engine = start()) {
            assertThrows(IllegalArgumentException.class, () -> engine.inlets().switches().kill("us", " "));
            await(engine, () -> engine.scorecard().switches().desks().stream().anyMatch(desk -> desk.killed().equals("nobody named")));
            engine.inlets().switches().rearm("us", "ann");
            engine.inlets().switches().rearm("us", "bob");
            await(engine, () -> engine.scorecard().switches().desks().stream().allMatch(desk -> desk.killed().isEmpty()));
            await(engine, () -> !Files.exists(dir.resolve("kills")) || read(dir.resolve("kills")).isBlank());
        }
    }

    @Test
    void aRestartSendsNothingAndDoubtsWhatWasHandedToTheHook() {
        host.hangs = true;
        LeakageEngine stopped = start();
        breach(stopped);
        stopped.inlets().switches().approve(1, "ann");
        await(stopped, () -> host.asked == 1);
        Thread closing = new Thread(stopped::close);
        closing.start();   // the hook never returns before the stop, so that nobody knows whether it sent
        host.release(closing);
        host.hangs = false;

        try (LeakageEngine engine = start()) {
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.UNKNOWN);
            configure(engine);
            quote(engine, 5_000, "100.07");
            quote(engine, 6_000, "100.08");
            await(engine, () -> engine.scorecard().progress().marketNanos() == nanos(6_000));
            assertEquals(1, host.asked, "nothing more");
        }
    }

    @Test
    void aReplayOfAMillionReportsActsOnNothing() {
        int reports = Integer.getInteger("leakage.reports", 1_000_000);
        try (LeakageEngine engine = start()) {
            quote(engine, 0, "100.01");
            order(engine);
            OrderInlet orders = engine.inlets().orders("desk");
            for (int i = 0; i < reports; i++) {
                orders.accept(new Tape.Message('8', nanos(1) + i).id("P").execution("E" + i).side(Side.BUY).exec('F', '1').last(0, "100")
                        .message());
            }
            configure(engine);
            quote(engine, 2_000, "100.06");
            await(engine, () -> engine.scorecard().switches().find(1) != null);
        }
        int asked = host.asked;
        int capabilities = host.capabilities;
        try (LeakageEngine engine = start()) {
            assertEquals(reports + 2, engine.scorecard().progress().orderEvents());
            assertEquals(SwitchState.EXPIRED, awaited(engine));
        }
        assertEquals(asked, host.asked);
        assertEquals(capabilities, host.capabilities, "not even asked whether it could");
    }

    @Test
    void whatASwitchSavedIsTheSameAfterAStartAnewAndInAReplay() {
        SwitchOutcome outcome;
        List<SwitchSaving> savings;
        try (LeakageEngine engine = start()) {
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.SENT);
            String id = engine.scorecard().switches().find(1).id();
            engine.inlets().orders("desk").accept(new Tape.Message('8', nanos(1_100)).id(id).original("P").side(Side.BUY).exec('5', '0')
                    .quantity(1_000).strategy("LIQUIDITY_SEEKER").message());
            engine.inlets().orders("desk").accept(new Tape.Message('8', nanos(1_200)).id(id).side(Side.BUY).execution("E").exec('F', '2')
                    .last(1_000, "100.04").message());
            quote(engine, 3_000, "100.08");
            await(engine, () -> engine.scorecard().switches().outcome(1).ended());
            outcome = engine.scorecard().switches().outcome(1);
            savings = engine.scorecard().switches().savings();
        }
        // 100.04 against a mid of 100.05 at the decision; nothing was executed before, so that no model says anything
        assertEquals(1e4 * 0.01 / 100.05, outcome.gained(), 1e-6);
        assertEquals(List.of(SwitchSaving.Basis.NONE), savings.stream().map(SwitchSaving::basis).toList());
        assertEquals(List.of(1), savings.stream().map(SwitchSaving::switched).toList());
        try (LeakageEngine engine = start()) {
            assertEquals(outcome, engine.scorecard().switches().outcome(1));
            assertEquals(savings, engine.scorecard().switches().savings());
        }
        ReplayEngine replay = new ReplayEngine();
        replay.replay(dir);
        assertEquals(outcome, replay.scorecard().switches().outcome(1));
        assertEquals(savings, replay.scorecard().switches().savings());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String killed(LeakageEngine engine, int at) {
        return engine.scorecard().switches().desks().get(at).killed();
    }

    private static SwitchState awaited(LeakageEngine engine) {
        await(engine, () -> engine.scorecard().switches().find(1).state() != SwitchState.PROPOSED);
        return engine.scorecard().switches().find(1).state();
    }
}
