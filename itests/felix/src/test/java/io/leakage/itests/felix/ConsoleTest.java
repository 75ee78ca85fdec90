package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FreePort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Gogo's own processor answers about a drop copy with a poisonous message and a child that no parent was found for. */
class ConsoleTest {
    /** 54=9 is no side that can be bought or sold. */
    private static final String POISON = "37=OX|11=X|17=X-1|150=F|39=1|55=INST|54=9|38=100|32=1|31=100.5|14=1|151=99|60=20260130-14:30:02.000|";
    private static Desk desk;
    private static Street street;
    private static Copies copies;

    @BeforeAll
    static void boot() throws Exception {
        int port = FreePort.tcp();
        desk = new Desk(true);
        street = Street.calling("STREET", Copies.US, port);
        copies = new Copies(desk);
        copies.configure("street", port, Map.of());
        street.awaitLogon();
        Order orphan = new Order("ORPHAN", street);
        orphan.fill(3);
        street.send("8", POISON);
        street.send("D", "11=PARENT|55=INST|54=1|38=1000|40=1|60=20260130-14:30:00.000|");
        street.send("D", "11=CHILD|526=PARENT|55=INST|54=1|38=1000|40=1|60=20260130-14:30:00.000|");
        street.send("8", "37=OC|11=CHILD|526=PARENT|17=C-1|150=F|39=1|55=INST|54=1|38=1000|32=7|31=100.5|14=7|151=993|"
                + "60=20260130-14:30:02.000|");
        copies.awaitExecuted("ORPHAN", 3);
        copies.awaitExecuted("PARENT", 7);
    }

    @AfterAll
    static void stop() throws Exception {
        if (street != null) {
            street.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void dropcopyTellsOfEverySession() throws Exception {
        String text = copies.console("leakage:dropcopy");

        assertTrue(text.contains("street  FLOWING"), text);
        // two orders, a child, four fills
        assertTrue(text.contains("delivered 7  other types 0  quarantined 1  failures 0  spilled 0"), text);
        assertTrue(text.contains("next number 10"), text);   // the logon and eight messages
        assertTrue(text.contains("local  WAITING"), text);
    }

    @Test
    void quarantineListsThePoisonousMessageAsItCame() throws Exception {
        List<String> lines = copies.console("leakage:quarantine").lines().toList();

        assertEquals("1 quarantined:", lines.get(0));
        assertTrue(lines.get(1).startsWith("street at "), lines.get(1));
        assertTrue(lines.get(2).startsWith("  tag 54: value \"9\" at byte ") && lines.get(2).contains("expected 1 or 3 (buy)"), lines.get(2));
        assertTrue(lines.get(3).startsWith("  8=FIX.4.4|9=") && lines.get(3).contains("|52=") && lines.get(3).contains(POISON), lines.get(3));
        assertEquals("1 quarantined, the newest 0:", copies.console("leakage:quarantine 0"));
    }

    @Test
    void unassignedListsTheChildWithoutAParentAndNoOther() throws Exception {
        String text = copies.console("leakage:unassigned");

        assertEquals("ORPHAN  BUY  executed 3  INST", text);
        assertFalse(text.contains("CHILD"), text);
    }
}
