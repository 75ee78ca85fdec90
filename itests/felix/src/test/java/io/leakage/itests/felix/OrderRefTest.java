package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderResolver;
import io.leakage.desk.FreePort;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceRegistration;

/** Every kind of id that a host may know an order by, in running bundles over real sessions. */
@Timeout(180)
class OrderRefTest {
    private static final String PRICED = "55=INST|54=1|38=1000|44=100|60=20260130-14:30:0";

    @Test
    void anOrderIsFoundByEveryIdAndTheSameClOrdIdInTwoSessionsIsTwoOrders() throws Exception {
        int eastPort = FreePort.tcp();
        int westPort = FreePort.tcp();
        try (Desk desk = new Desk(true); Street east = Street.calling("EAST", Copies.US, eastPort);
                Street west = Street.calling("WEST", Copies.US, westPort)) {
            Copies copies = new Copies(desk);
            copies.configure("east", eastPort, Map.of("profile.overrides", "ids.of\\=east"));
            copies.configure("west", westPort, Map.of("profile.overrides", "ids.of\\=west"));
            east.awaitLogon();
            west.awaitLogon();
            tell(east, 100);
            tell(west, 300);
            copies.awaitExecuted("P@east", 100);
            copies.awaitExecuted("P@west", 300);

            BlotterColumns columns = desk.launcher().service(BlotterColumns.class);
            for (String session : new String[] {"east", "west"}) {
                for (String[] id : new String[][] {{"ClOrdID", "P"}, {"11", "C1"}, {"ClOrdID", "C2"}, {"OrderID", "O1"}, {"37", "O1"},
                    {"526", "P"}, {"583", "P"}}) {
                    assertEquals("P@" + session, parent(columns, id[0] + "@" + session, id[1]), id[0] + " " + id[1]);
                }
            }
            assertNull(parent(columns, "ClOrdID", "P"), "it may be either");
            assertEquals(100, copies.executed("P@east"));
            assertEquals(300, copies.executed("P@west"));

            resolved(desk, columns);
        }
    }

    /** A child that is replaced, and filled under its second ClOrdID. */
    private static void tell(Street street, int shares) {
        street.send("D", "11=P|40=1|" + PRICED + "0.000|");
        street.send("D", "11=C1|526=P|40=2|" + PRICED + "1.000|");
        street.send("8", "37=O1|11=C1|526=P|17=N1|150=0|39=0|14=0|151=1000|" + PRICED + "1.100|");
        street.send("G", "11=C2|41=C1|526=P|40=2|" + PRICED + "2.000|");
        street.send("8", "37=O1|11=C2|41=C1|526=P|17=N2|150=5|39=0|14=0|151=1000|" + PRICED + "2.100|");
        street.send("8", "37=O1|11=C2|526=P|17=E1|150=F|39=1|32=" + shares + "|31=100|14=" + shares + "|151=" + (1000 - shares) + "|"
                + PRICED + "3.000|");
    }

    /** A host that registers its resolver is asked, over HTTP too, until it takes it away. */
    private static void resolved(Desk desk, BlotterColumns columns) throws IOException {
        assertNull(parent(columns, "HostId", "4711"));
        OrderResolver host = order -> "4711".equals(order.ids().get("HostId")) ? new OrderRef(Map.of("ClOrdID@west", "C1")) : null;
        ServiceRegistration<OrderResolver> service = desk.launcher().context().registerService(OrderResolver.class, host, null);
        assertEquals("P@west", parent(columns, "HostId", "4711"));
        assertNull(parent(columns, "HostId", "4712"));
        Desk.Answer told = desk.get("v1/order?namespace=HostId&id=4711");
        assertEquals(200, told.status(), told.body());
        assertEquals("{\"parent\":\"P@west\"", told.body().substring(0, 18), told.body());
        service.unregister();
        assertNull(parent(columns, "HostId", "4711"));
        assertEquals(404, desk.get("v1/order?namespace=HostId&id=4711").status());
    }

    private static String parent(BlotterColumns columns, String namespace, String id) {
        String[] parent = new String[1];
        columns.read(new OrderRef(Map.of(namespace, id)), new CellSink() {
            @Override
            public void number(int column, double value, double lo, double hi, int status, long flags) {
                // which order it is stands in a text
            }

            @Override
            public void text(int column, String text) {
                parent[0] = columns.columns().get(column).id().equals("parent") ? text : parent[0];
            }
        });
        return parent[0];
    }
}
