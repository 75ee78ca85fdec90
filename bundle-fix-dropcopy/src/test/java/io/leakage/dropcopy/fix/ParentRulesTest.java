package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderMessage;
import io.leakage.api.host.ParentLookup;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.profile.Profiles;
import io.leakage.testing.Garbage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario 60's rules: how a child's parent is known. */
class ParentRulesTest {
    private final OrderMessage message = new OrderMessage();

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({"526 583, 11=C|583=B|526=A|, A", "526 583, 11=C|583=B|, B", "66 198, 11=C|198=S|, S", "9001, 11=C|9001=X|, X",
        "prefix:-, 11=P-1-2|, P-1", "prefix:-, 11=P|, ", "clordid:^(P\\d+)_, 11=P12_3|, P12", "clordid:^(P\\d+)_, 11=Q12_3|, ",
        "pair:9001/9002, 11=C|9001=77|9002=1|, 77", "526 prefix:-, 11=P-1|, P"})
    void scenario60_theFirstRuleThatFindsAParentCounts(String rules, String fields, String parent) {
        assertEquals(parent, read(scan(rules, null), fields));
    }

    @Test
    void scenario60_anOrderWithoutRouteIsTheParentItsRoutesName() {
        ReplayEngine engine = new ReplayEngine();
        DropCopyReader reader = new DropCopyReader(scan("pair:9001/9002", null), engine.inlets().orders("emsx"));
        for (String fields : List.of("35=D|11=X|9001=77|54=1|55=X|38=300|", "35=8|11=R1|9001=77|9002=1|17=E1|" + Line.FILL,
                "35=8|11=R2|9001=77|9002=2|17=E2|" + Line.FILL)) {
            byte[] raw = Fix.bytes(Fix.whole("FIX.4.4", fields));
            reader.read(raw, 0, raw.length);
        }
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("77"), row));
        assertEquals(200, row.executed());
        assertEquals(0, engine.scorecard().unassigned().length);
    }

    @Test
    void scenario60_theHostIsAskedOnceAnOrderAndItsFailuresAreCounted() {
        int[] asked = {0};
        FixScan scan = scan("lookup 526", order -> {
            asked[0]++;
            if (order.ids().get("ClOrdID").equals("BAD")) {
                throw new IllegalStateException("no idea");
            }
            return order.ids().get("ClOrdID").equals("C") ? "HOST" : null;
        });
        assertEquals("HOST", read(scan, "11=C|526=A|"));
        assertEquals("HOST", read(scan, "11=C|526=A|"));
        assertEquals(1, asked[0]);
        assertEquals("A", read(scan, "11=BAD|526=A|"));
        assertEquals(1, scan.host().failures());
        assertEquals("A", read(scan, "11=OTHER|526=A|"));
        scan.host().close();
    }

    @Test
    void scenario60_aHostThatStallsHoldsNobodyUpAndItsAnswerCountsLater() {
        CountDownLatch answer = new CountDownLatch(1);
        FixScan scan = scan("lookup", order -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "LATE";
        });
        long from = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertEquals(null, read(scan, "11=C" + i + "|"));
        }
        assertTrue(System.nanoTime() - from < 5_000_000_000L, "100 orders wait 20 ms once, not each");
        assertEquals(100, scan.host().late());
        answer.countDown();
        Await.until(() -> "LATE".equals(read(scan, "11=C0|")), () -> "no answer");
        scan.host().close();
    }

    @Test
    void rulesOfTagsPrefixesAndKeysLeaveNoGarbage() {
        FixScan scan = new FixScan(Profiles.of("ice-like", List.of("parent=583 prefix:-")), false, () -> null);
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|11=P-1|17=E|207=X|336=S|" + Line.FILL);
        assertEquals(0, Garbage.bytesOf(() -> {
            for (int i = 0; i < 10_000; i++) {
                scan.scan(raw, 0, raw.length, message);
            }
        }));
        assertEquals("P", Fix.text(message, message.parentId));
    }

    private static FixScan scan(String rules, ParentLookup host) {
        return new FixScan(Profiles.of("generic-44", List.of("parent=" + rules)), false, () -> host);
    }

    private String read(FixScan scan, String fields) {
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|" + fields);
        assertEquals(FixScan.Outcome.ORDER, scan.scan(raw, 0, raw.length, message), scan.problem());
        return Fix.text(message, message.parentId);
    }
}
