package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A running engine with a host's hook, in a folder of its own, and an order against which its market moves. */
abstract class HostedEngine {
    private static final String RULES = ("{'version': 1, 'id': 'us', 'rules': [{'id': 'leak', 'when': {'measure': 'drift', 'atLeast': {'bps': 3}},"
            + " 'grade': 'RED', 'then': {'switchTo': 'LIQUIDITY_SEEKER', 'parameters': {'maxPart': 0.05}, 'mode': 'AUTO'}}]}").replace('\'', '"');

    @TempDir
    Path dir;
    final SwitchingHost host = new SwitchingHost();
    /** Of the engine that runs. */
    Tape.Player player;

    /** {@return whether a line that says this is in the audit, and the head tells of the last line} */
    boolean isDurable(String text) {
        try {
            String lines = Files.readString(dir.resolve("audit/audit.jsonl"));
            return lines.contains(text) && Files.readString(dir.resolve("audit/audit.head")).startsWith(lines.lines().count() + "\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LeakageEngine start() {
        LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, dir, null, false, 64));
        player = new Tape.Player(engine.inlets());
        engine.hook(host);
        engine.terms(host::read);
        if (host.asked == 0 && engine.scorecard().parents() == 0) {
            configure(engine);
        }
        return engine;
    }

    static void configure(LeakageEngine engine) {
        engine.inlets().desk().clock(nanos(0), ClockState.LOCKED, 1_000);
        engine.inlets().desk().desk("us", "ACC", true);
        engine.inlets().desk().terms("us", new DeskTerms(Set.of(DeskFeature.values()), DeskMode.AUTO, 1, 20, 5, 5, 0, 0.15,
                60_000_000_000L));
        engine.inlets().desk().rules("us", RULES);
    }

    void play(LeakageEngine engine) {
        quote(engine, 0, "100.01");
        order(engine);
        quote(engine, 1_000, "100.06");
    }

    /** The market drifts 5 bps against P; returns when the hook was asked what it can do. */
    void breach(LeakageEngine engine) {
        play(engine);
        awaitCapable(engine, 1);
    }

    static void awaitCapable(LeakageEngine engine, long number) {
        await(engine, () -> engine.scorecard().switches().find(number) != null
                && engine.scorecard().switches().find(number).capable() != AlgoSwitch.Capable.NOT_ASKED);
    }

    static void order(LeakageEngine engine) {
        engine.inlets().orders("desk").accept(new Tape.Message('D', nanos(1)).id("P").strategy("VWAP").account("ACC").side(Side.BUY).quantity(1_000)
                .message());
        engine.inlets().orders("desk").accept(new Tape.Message('8', nanos(1)).id("P").orderId("O-P").side(Side.BUY).exec('0', '0')
                .quantity(1_000).message());
    }

    void quote(LeakageEngine engine, double millis, String offer) {
        player.quote(nanos(millis), Tape.price(offer) - Tape.price("0.02"), Tape.price(offer));
    }

    static long nanos(double millis) {
        return SwitchScene.nanos(millis);
    }

    static void await(LeakageEngine engine, BooleanSupplier met) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!met.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, () -> engine.scorecard().switches().all() + " " + engine.scorecard().switches().objections());
            LockSupport.parkNanos(100_000);
        }
    }
}
