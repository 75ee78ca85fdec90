package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchState;
import io.leakage.core.audit.AuditCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A running engine with a host's hook: what reaches it, and what is written before. */
class SwitchMailboxTest extends HostedEngine {
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
    void aHookThatBreaksWhenAskedIsToldOfAndAKillIsStillWrittenDown() {
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
}
