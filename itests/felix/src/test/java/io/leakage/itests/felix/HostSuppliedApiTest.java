package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.WhenFull;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Scorecard;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An EMS that compiles against our API and lends it to the framework calls our services as types. */
class HostSuppliedApiTest {
    private static Desk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new Desk(true);
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

    @Test
    void eachSourceGetsAnInletOfItsOwn() {
        Inlets inlets = desk.launcher().service(Inlets.class);

        assertNotNull(inlets.market("a-feed", WhenFull.DROP));
        assertNotNull(inlets.orders("a-source"));
        assertNotNull(inlets.desk());
    }

    @Test
    void theScorecardIsRead() {
        Scorecard scorecard = desk.launcher().service(Scorecard.class);

        assertEquals(0, scorecard.parents());
        assertEquals(0, scorecard.progress().quarantined());
        assertTrue(scorecard.keptIn().startsWith("Chronicle Map in "), scorecard.keptIn());
    }

    @Test
    void everyMeasureIsAColumn() {
        List<String> columns = desk.launcher().service(BlotterColumns.class).columns().stream().map(column -> column.id()).toList();

        for (Measure measure : Measure.values()) {
            assertTrue(columns.contains(measure.id()), measure + " is not among " + columns);
        }
    }
}
