package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderTermsReader;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import io.leakage.desk.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;

/** A host's own hook in a real framework: what a desk's approval reaches, and what an update of the core's bundle never does. */
class SwitchOverUpdateTest {
    @TempDir
    private Path folder;
    private final Host host = new Host();
    private BundleContext context;
    private final LeakingOrders leaks = new LeakingOrders();

    @Test
    void anUpdateOfTheCoreEndsWhatWasProposedAndTheHostsHookHearsOnlyWhatAPersonApproves() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"), LeakingOrders.RULES);
        try (Desk desk = new Desk(true)) {
            context = desk.launcher().context();
            context.registerService(AlgoSwitchHook.class, host, null);
            context.registerService(OrderTermsReader.class, LeakingOrders.TERMS, null);
            Files.writeString(desk.local.configurations().resolve("leakage.desk-switching.config"), LeakingOrders.desk(rules));
            awaitDesk();
            breach("P", 1);
            assertEquals(SwitchState.PROPOSED, find(1).state());

            update();
            Await.until(() -> find(1) != null && find(1).state() == SwitchState.EXPIRED, () -> "the proposal did not end: " + find(1));
            service(Inlets.class).switches().approve(1, "ann");
            awaitDesk();
            leaks.cancel(service(Inlets.class), "P", 1);   // only Q is judged from here on
            breach("Q", 2);
            assertEquals(List.of(), host.requests, "the update sent nothing, nor did an approval that came too late");

            service(Inlets.class).switches().approve(2, "ann");
            Await.until(() -> find(2).state() == SwitchState.SENT, () -> "not sent: " + find(2));
            assertEquals(List.of("Q"), host.requests);
            update();
            Await.until(() -> find(2) != null && find(2).state() == SwitchState.SENT, () -> "what was sent still waits: " + find(2));
            assertEquals(List.of("Q"), host.requests, "and is not sent again");
            assertTrue(service(AuditTrail.class).isWhole(), service(AuditTrail.class).verify());
        }
    }

    @Test
    void ofTwoHooksTheHostsOwnIsAskedAndWhenItGoesOursIs() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"), LeakingOrders.RULES);
        Path atdl = Files.writeString(folder.resolve("embr.xml"), "<Strategies xmlns=\"http://www.fixprotocol.org/FIXatdl-1-1/Core\" "
                + "strategyIdentifierTag=\"847\" changeStrategyOnCxlRpl=\"true\"><Strategy name=\"SNIPER\" wireValue=\"1001\"/></Strategies>");
        try (Desk desk = new Desk(true)) {
            context = desk.launcher().context();
            context.registerService(OrderTermsReader.class, LeakingOrders.TERMS, null);
            Path etc = desk.local.configurations();
            Files.writeString(etc.resolve("leakage.order.hook-ems.config"), "name=\"ems\"\nport=\"" + FreePort.tcp()
                    + "\"\nsender.comp.id=\"SCORECARD\"\ntarget.comp.id=\"EMS\"\nstore=\"\"\nbrokers=[\"EMBR\\=" + atdl + "\"]\n");
            Await.until(() -> context.getServiceReference(AlgoSwitchHook.class) != null, () -> "our hook is not there");
            Files.writeString(etc.resolve("leakage.desk-switching.config"), LeakingOrders.desk(rules));
            awaitDesk();
            ServiceRegistration<AlgoSwitchHook> own = context.registerService(AlgoSwitchHook.class, host, null);
            assertEquals(2, context.getServiceReferences(AlgoSwitchHook.class, null).size());

            breach("P", 1, Capable.YES);
            service(Inlets.class).switches().approve(1, "ann");
            Await.until(() -> find(1).state() == SwitchState.SENT, () -> "not sent: " + find(1));
            assertEquals(List.of("P"), host.requests, "the host's own, though ours was there first");

            own.unregister();
            leaks.cancel(service(Inlets.class), "P", 1);   // only Q is judged from here on
            breach("Q", 2, Capable.NO);   // ours knows no LIQUIDITY_SEEKER
            service(Inlets.class).switches().approve(2, "ann");
            context.registerService(AlgoSwitchHook.class, host, null);
            leaks.cancel(service(Inlets.class), "Q", 2);
            breach("R", 3, Capable.YES);
            service(Inlets.class).switches().approve(3, "ann");
            Await.until(() -> find(3).state() == SwitchState.SENT, () -> "not sent: " + find(3));
            assertEquals(List.of("P", "R"), host.requests, "what ours could not send the host's own was not asked to");
            assertTrue(service(AuditTrail.class).isWhole(), service(AuditTrail.class).verify());
        }
    }

    /** The desk's configuration is in force when a new order is the desk's. */
    private void awaitDesk() {
        Await.until(() -> service(Scorecard.class) != null && service(Inlets.class) != null, () -> "no engine");
        Await.until(() -> service(Scorecard.class).switches().desks().stream().anyMatch(desk -> desk.mode().equals("ADVISE")),
                () -> "the desk does not advise: " + service(Scorecard.class).switches().desks());
    }

    private void breach(String id, long number) {
        breach(id, number, Capable.YES);
    }

    private void breach(String id, long number, Capable capable) {
        leaks.tell(service(Inlets.class), id, number);
        Await.until(() -> find(number) != null && find(number).capable() == capable, () -> "not proposed: " + find(number) + ", "
                + service(Scorecard.class).switches().objections());
    }

    private AlgoSwitch find(long number) {
        Scorecard scorecard = service(Scorecard.class);
        return scorecard == null ? null : scorecard.switches().find(number);
    }

    private <T> T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }

    /** The core's bundle is updated, and everything that hangs on it refreshed. */
    private void update() throws Exception {
        Bundle core = Arrays.stream(context.getBundles()).filter(bundle -> "io.leakage.core".equals(bundle.getSymbolicName())).findFirst()
                .orElseThrow();
        core.update();
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null);
        Await.until(() -> core.getState() == Bundle.ACTIVE && service(Scorecard.class) != null, () -> "the core is not back");
    }

    /** An EMS that keeps which orders it was asked to switch. */
    private static final class Host implements AlgoSwitchHook {
        final List<String> requests = new CopyOnWriteArrayList<>();

        @Override
        public SwitchCapability capability(String broker, String strategy) {
            return new SwitchCapability(broker, strategy, true, false, Set.of(), "");
        }

        @Override
        public SwitchSend send(SwitchRequest request) {
            requests.add(request.order().ids().get("ClOrdID"));
            return SwitchSend.sent("35=G of " + request.id());
        }
    }
}
