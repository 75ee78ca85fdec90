package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.itests.felix.Desk.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.InvalidSyntaxException;

/** A host that knows nothing of our API: the bundles bring it, and the page shows the scores. */
class PlainHostTest {
    private static Desk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new Desk(false);
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void everyBundleIsActiveAndEveryComponentSatisfied() {
        assertEquals(List.of(), desk.launcher().missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.leakage.api.event.Inlets", "io.leakage.api.score.Scorecard", "io.leakage.api.host.BlotterColumns",
        "io.leakage.api.health.FeedHealth"})
    void theServiceIsThere(String name) throws InvalidSyntaxException {
        // all, for this class path has an interface of the same name, which is not the bundles'
        assertNotNull(desk.launcher().context().getAllServiceReferences(name, null), name);
    }

    @Test
    void theOrdersAreServedAsJson() throws IOException {
        Answer orders = desk.get("v1/orders");

        assertEquals(200, orders.status(), orders.body());
        assertTrue(orders.contentType().startsWith("application/json"), orders.contentType());
    }

    @Test
    void theFeedsAreToldToMonitoringAndAtTheConsole() throws Exception {
        Answer metrics = desk.get("/metrics");

        assertEquals(200, metrics.status(), metrics.body());
        assertTrue(metrics.body().contains("leakage_feed_condition{feed=\""), metrics.body());
        assertTrue(desk.get("v1/health").body().contains("\"feeds\":[{\"name\":\""));
        String command = "(&(osgi.command.scope=leakage)(osgi.command.function=feeds))";
        assertEquals(1, desk.launcher().context().getAllServiceReferences(null, command).length);
    }

    @Test
    void thePageIsServed() throws IOException {
        Answer page = desk.get("");

        assertEquals(200, page.status(), page.body());
        assertTrue(page.contentType().startsWith("text/html"), page.contentType());
    }
}
