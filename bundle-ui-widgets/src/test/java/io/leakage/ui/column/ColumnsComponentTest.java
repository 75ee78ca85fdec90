package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.leakage.api.event.DeskFeature;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.CellText;
import io.leakage.ui.web.RecordedDesks;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The columns of every desk, with an order of a desk whose columns are on or off. */
class ColumnsComponentTest {
    private static final OrderRef ORDER = OrderRef.clOrdId("P-1");
    private static final String DESK = "equities-us";

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final RecordedDesks desks = new RecordedDesks();
    private final DirtyOrdersComponent dirty = new DirtyOrdersComponent();
    private final ColumnsComponent columns = new ColumnsComponent(scorecard, dirty, desks, new ResolversComponent());
    private int parent;

    @BeforeEach
    void begin() {
        parent = scorecard.golden("P-1");
    }

    @AfterEach
    void close() {
        columns.close();
        dirty.close();
    }

    private void only(DeskFeature... on) {
        Set<DeskFeature> features = EnumSet.noneOf(DeskFeature.class);
        features.addAll(Set.of(on));
        desks.add(DESK, features, Map.of());
    }

    private String slippage() {
        return new CellText(columns, "arrival_slippage").read(ORDER);
    }

    private String explained() {
        return columns.explain(ORDER, "arrival_slippage").lines().findFirst().orElse("");
    }

    @Test
    void aDeskWhoseColumnsAreOffHasNeitherCellsNorTooltips() {
        only(DeskFeature.BOARD);

        assertEquals("No order has the reference {ClOrdID=P-1}.", explained());
        assertEquals(new CellText(columns, "arrival_slippage").read(OrderRef.clOrdId("nobody")), slippage());
    }

    @Test
    void aDeskWhoseColumnsAreOnHasBoth() {
        only(DeskFeature.COLUMNS);

        assertEquals("2.9997", slippage());
        assertEquals("Slip bps: what the fills cost against the mid at arrival. Positive is a cost, on either side.", explained());
    }

    @Test
    void aTableHearsOfADeskWhoseColumnsWentOffSoThatItsCellsGo() throws Exception {
        only(DeskFeature.COLUMNS);
        BlockingQueue<Set<String>> told = new LinkedBlockingQueue<>();
        try (AutoCloseable subscription = columns.subscribe(told::add, 1000)) {
            assertNotNull(subscription);
            only(DeskFeature.BOARD);
            dirty.onScore(scorecard.change(parent, row -> { }));   // as the core does when a desk's features change

            assertEquals(Set.of("P-1"), told.poll(10, TimeUnit.SECONDS));
        }
    }
}
