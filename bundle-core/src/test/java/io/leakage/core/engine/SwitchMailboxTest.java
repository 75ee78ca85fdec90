package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchState;
import io.leakage.core.audit.AuditCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running engine with a host's hook: what reaches it, what is written before, and what a start anew does. */
class SwitchMailboxTest {
    private static final String RULES = ("{'version': 1, 'id': 'us', 'rules': [{'id': 'leak', 'when': {'measure': 'drift', 'atLeast': {'bps': 3}},"
            + " 'grade': 'RED', 'then': {'switchTo': 'LIQUIDITY_SEEKER', 'parameters': {'maxPart': 0.05}, 'mode': 'AUTO'}}]}").replace('\'', '"');

    @TempDir
    private Path dir;
    private final SwitchingHost host = new SwitchingHost();
    /** Of the engine that runs. */
    private Tape.Player player;

    @Test
    void anApprovedSwitchReachesTheHookOnceAndStandsInTheAuditBefore() throws IOException {
        try (LeakageEngine engine = start()) {
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.SENT);
            SwitchRequest request = host.requests.get(0);
            assertEquals(1, host.requests.size());
            assertEquals("P", request.order().ids().get("ClOrdID"));
            assertEquals("O-P", request.order().ids().get("OrderID"));
            assertEquals("VWAP", request.fromStrategy());
            assertEquals("LIQUIDITY_SEEKER", request.toStrategy());
            assertEquals("{maxPart=0.05}", request.parameters().toString());
            assertTrue(new String(host.message, StandardCharsets.ISO_8859_1).contains("VWAP"), "the order's own raw message");

            engine.hookNews().onSwitch(new SwitchNews(request.id(), SwitchState.TIMED_OUT, "nothing heard", "", true));
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.TIMED_OUT);
        }
        List<String> lines = Files.readAllLines(dir.resolve("audit/audit.jsonl"));
        List<String> what = lines.stream().map(line -> line.replaceAll(".*\"what\":\"([^\"]*)\".*", "$1")
                + (line.contains("\"state\"") ? " " + line.replaceAll(".*\"state\":\"([^\"]*)\".*", "$1") : "")).toList();
        assertEquals(List.of("switch PROPOSED", "sending", "sent", "switch APPROVED", "switch SENT"),
                what.stream().filter(line -> line.startsWith("switch") || line.startsWith("sen")).distinct().toList().subList(0, 5));
        assertTrue(what.contains("heard TIMED_OUT"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("35=G sent for")), "the bytes that went out");
        assertTrue(AuditCheck.of(dir.resolve("audit")).isWhole());
    }

    @Test
    void aHookThatThrowsOrSaysNothingCountsAsRefusedAndIsNotAskedAgain() {
        host.failure = new IllegalStateException("a host's bug");
        try (LeakageEngine engine = start()) {
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.REFUSED);
            assertEquals("failed: java.lang.IllegalStateException: a host's bug", engine.scorecard().switches().find(1).reason());
            assertEquals(1, host.asked);
        }
    }

    @Test
    void aReaderOfTermsThatThrowsWithoutAWordOrSaysNothingIsToldOfAndTheNextProposalIsJudged() {
        try (LeakageEngine engine = start()) {
            engine.terms((order, raw) -> {
                throw new IllegalArgumentException();
            });
            breach(engine);
            assertEquals("java.lang.IllegalArgumentException", engine.scorecard().switches().find(1).reason());
            engine.terms((order, raw) -> null);
            engine.inlets().switches().reject(1, "ann");
            quote(engine, 2_000, "100.01");
            quote(engine, 3_000, "100.06");
            awaitCapable(engine, 2);
            assertEquals("the order's terms were not told", engine.scorecard().switches().find(2).reason());
        }
    }

    @Test
    void aHookThatBreaksWhenAskedIsToldOfAndAKillIsStillEnded() {
        host.broken = new AssertionError("a host's bug");
        try (LeakageEngine engine = start()) {
            breach(engine);
            assertEquals("the hook failed: java.lang.AssertionError: a host's bug", engine.scorecard().switches().find(1).reason());
            engine.inlets().switches().kill("us", "ann");
            await(engine, () -> isDurable("\"killed\":\"ann\""));
        }
    }

    @Test
    void anOrderThatHasTheStrategyUnderItsValueOnTheWireIsNotSwitchedToIt() {
        try (LeakageEngine engine = start()) {
            engine.add((StrategyNames) (broker, tag, value) -> value.equals("VWAP") ? "LIQUIDITY_SEEKER" : null);
            breach(engine);
            assertEquals(AlgoSwitch.Capable.NO, engine.scorecard().switches().find(1).capable());
            assertEquals(0, host.capabilities);
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotSent() {
        try (LeakageEngine engine = start()) {
            breach(engine);
            await(engine, () -> isDurable("\"capable\":\"YES\""));
            delete(dir.resolve("audit"));
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.REFUSED);
            assertTrue(engine.scorecard().switches().find(1).reason().startsWith("failed: java.io.UncheckedIOException"));
            assertEquals(0, host.asked);
        }
    }

    @Test
    void whatWentOutIsSentThoughItCannotBeWrittenDownAnyMore() {
        host.sending = () -> delete(dir.resolve("audit"));
        try (LeakageEngine engine = start()) {
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.SENT);
            assertEquals(1, host.requests.size());
        }
    }

    @Test
    void anAuditThatSomebodyChangedStopsSwitchesAndNothingElse() throws IOException {
        try (LeakageEngine engine = start()) {
            breach(engine);
        }
        Path lines = dir.resolve("audit/audit.jsonl");
        Files.writeString(lines, Files.readString(lines).replace("LIQUIDITY_SEEKER", "SNIPER"));
        delete(dir.resolve("events"));   // the scorecard begins anew, the audit does not
        delete(dir.resolve("raw"));
        try (LeakageEngine engine = start()) {
            assertTrue(!engine.audit().isWhole() && engine.audit().verify().contains("its hash is"), engine.audit().verify());
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.REFUSED);
            assertEquals(0, host.asked);
        }
    }

    @Test
    void withoutAHookASwitchIsADryRun() {
        try (LeakageEngine engine = start()) {
            engine.hook(null);
            breach(engine);
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).state() == SwitchState.REFUSED);
            assertEquals("a dry run: kept, not sent", engine.scorecard().switches().find(1).reason());
            assertEquals(1, engine.dryRun().asked());
        }
    }

    @Test
    void withoutTheOrdersTermsNobodyCanApprove() {
        try (LeakageEngine engine = start()) {
            engine.terms(null);
            breach(engine);
            assertEquals(AlgoSwitch.Capable.NO, engine.scorecard().switches().find(1).capable());
            assertEquals("nobody reads the order's terms", engine.scorecard().switches().find(1).reason());
            engine.inlets().switches().approve(1, "ann");
            await(engine, () -> engine.scorecard().switches().find(1).reason().startsWith("ann approved, and it was not taken"));
            assertEquals(0, host.asked);
        }
    }

    @Test
    void termsThatAreNotTheOrdersOwnAreNotSent() {
        host.quantity = 999;
        try (LeakageEngine engine = start()) {
            breach(engine);
            assertEquals("the message states a quantity of 999, the order has 1000", engine.scorecard().switches().find(1).reason());
        }
    }

    @Test
    void whereNoJournalIsKeptNothingIsSent() {
        try (LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory())) {
            player = new Tape.Player(engine.inlets());
            engine.hook(host);
            engine.terms(host::read);
            configure(engine);
            breach(engine);
            assertEquals(AlgoSwitch.Capable.NO, engine.scorecard().switches().find(1).capable());
            assertEquals("the message that states the order's terms is not kept", engine.scorecard().switches().find(1).reason());
        }
    }

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

    /** {@return whether a line that says this is in the audit, and the head tells of the last line} */
    private boolean isDurable(String text) {
        try {
            String lines = Files.readString(dir.resolve("audit/audit.jsonl"));
            return lines.contains(text) && Files.readString(dir.resolve("audit/audit.head")).startsWith(lines.lines().count() + "\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static SwitchState awaited(LeakageEngine engine) {
        await(engine, () -> engine.scorecard().switches().find(1).state() != SwitchState.PROPOSED);
        return engine.scorecard().switches().find(1).state();
    }

    private LeakageEngine start() {
        LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, dir, null, false, 64));
        player = new Tape.Player(engine.inlets());
        engine.hook(host);
        engine.terms(host::read);
        if (host.asked == 0 && engine.scorecard().parents() == 0) {
            configure(engine);
        }
        return engine;
    }

    private static void configure(LeakageEngine engine) {
        engine.inlets().desk().clock(nanos(0), ClockState.LOCKED, 1_000);
        engine.inlets().desk().desk("us", "ACC", true);
        engine.inlets().desk().terms("us", new DeskTerms(Set.of(DeskFeature.values()), DeskMode.AUTO, 1, 20, 5, 5, 0, 0.15,
                60_000_000_000L));
        engine.inlets().desk().rules("us", RULES);
    }

    private void play(LeakageEngine engine) {
        quote(engine, 0, "100.01");
        order(engine);
        quote(engine, 1_000, "100.06");
    }

    /** The market drifts 5 bps against P; returns when the hook was asked what it can do. */
    private void breach(LeakageEngine engine) {
        play(engine);
        awaitCapable(engine, 1);
    }

    private static void awaitCapable(LeakageEngine engine, long number) {
        await(engine, () -> engine.scorecard().switches().find(number) != null
                && engine.scorecard().switches().find(number).capable() != AlgoSwitch.Capable.NOT_ASKED);
    }

    private static void order(LeakageEngine engine) {
        engine.inlets().orders("desk").accept(new Tape.Message('D', nanos(1)).id("P").strategy("VWAP").account("ACC").side(Side.BUY).quantity(1_000)
                .message());
        engine.inlets().orders("desk").accept(new Tape.Message('8', nanos(1)).id("P").orderId("O-P").side(Side.BUY).exec('0', '0')
                .quantity(1_000).message());
    }

    private void quote(LeakageEngine engine, double millis, String offer) {
        player.quote(nanos(millis), Tape.price(offer) - Tape.price("0.02"), Tape.price(offer));
    }

    private static long nanos(double millis) {
        return SwitchScene.nanos(millis);
    }

    private static void await(LeakageEngine engine, BooleanSupplier met) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!met.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, () -> engine.scorecard().switches().all() + " " + engine.scorecard().switches().objections());
            LockSupport.parkNanos(100_000);
        }
    }
}
