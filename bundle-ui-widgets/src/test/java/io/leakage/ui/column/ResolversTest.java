package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderResolver;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that a host knows by numbers of its own. */
class ResolversTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final CellSink cells = new CellSink() {
        @Override
        public void number(int column, double value, double lo, double hi, int status, long flags) {
            // the numbers have tests of their own
        }

        @Override
        public void text(int column, String text) {
            // so have the texts
        }
    };

    @Test
    void theSameClOrdIdInTwoSessionsIsTwoOrdersAndEachIsFoundByItsOwn() {
        scorecard.golden("P-1@east");
        int west = scorecard.begin("P-1@west", null, "OTHER", Side.SELL, 1);
        scorecard.alias("O-7@west", west);
        LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());

        assertEquals("P-1@east", shown(columns, new OrderRef(Map.of("ClOrdID@east", "P-1"))));
        assertEquals("P-1@west", shown(columns, new OrderRef(Map.of("ClOrdID@west", "P-1"))));
        assertEquals("P-1@west", shown(columns, new OrderRef(Map.of("OrderID@west", "O-7"))));
        assertEquals(null, shown(columns, new OrderRef(Map.of("OrderID@east", "O-7"))));
        assertEquals(null, shown(columns, OrderRef.clOrdId("P-1")), "it may be either");
        columns.close();
    }

    private static String shown(LeakageColumns columns, OrderRef order) {
        CellText cell = new CellText(columns, "parent");
        String text = cell.read(order);
        return cell.isValid() ? text : null;
    }

    @Test
    void aHostThatKnowsAnOrderByItsOwnNumberIsAskedWhenNobodyHereDoes() {
        scorecard.golden("P-1");
        Resolvers hosts = new Resolvers();
        LeakageColumns asking = new LeakageColumns(scorecard, new DirtyOrders(), hosts);
        OrderRef order = new OrderRef(Map.of("HostId", "4711"));
        List<OrderRef> asked = new ArrayList<>();
        hosts.add(one -> {
            throw new IllegalStateException("a host that fails");
        });
        hosts.add(one -> null);
        OrderResolver knows = one -> {
            asked.add(one);
            return "4711".equals(one.ids().get("HostId")) ? OrderRef.clOrdId("P-1") : OrderRef.clOrdId("nobody");
        };
        hosts.add(knows);

        assertEquals(1, asking.read(order, cells));
        assertTrue(asking.explain(order, "drift").startsWith("Drift"), asking.explain(order, "drift"));
        assertEquals(List.of(order, order), asked.subList(0, 2));
        asked.clear();
        assertEquals(1, asking.read(OrderRef.clOrdId("P-1"), cells));
        assertEquals(List.of(), asked, "its drop copy shows this one");
        assertEquals(BlotterColumns.UNKNOWN, asking.read(new OrderRef(Map.of("HostId", "4712")), cells));
        hosts.remove(knows);
        assertEquals(BlotterColumns.UNKNOWN, asking.read(order, cells));
        asking.close();
    }
}
