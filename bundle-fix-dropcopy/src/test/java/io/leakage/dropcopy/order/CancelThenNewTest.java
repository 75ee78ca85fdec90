package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.FixVersion;
import io.leakage.dropcopy.fix.Told;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an order cannot be replaced: a new one only after a cancel that leaves no doubt. */
@Timeout(120)
class CancelThenNewTest {
    private static final HookLimits LIMITS = new HookLimits(5, 5_000_000_000L, true);
    private static final String CANCELLED = "11=R1.C|41=A|150=4|39=4|14=400|151=0|";

    @ParameterizedTest(name = "{0}, acceptor {1}")
    @CsvSource({"FIX_4_4, true", "FIX_4_4, false", "FIX_5_0_SP2, true", "FIX_5_0_SP2, false"})
    void theRestGoesOutAnewWhenTheCancelIsAcknowledged(FixVersion version, boolean acceptor) throws IOException {
        try (HookLine line = new HookLine(version, acceptor, Brokers.withoutReplace(), LIMITS).logon()) {
            asked(line);
            line.report("11=R1.C|41=A|150=6|39=6|14=0|");
            line.expect("R1", SwitchState.PENDING_REPLACE);
            line.expectNone("D");
            line.report("11=A|150=F|39=6|32=400|31=10.5|14=400|151=600|");
            line.report(CANCELLED);

            Told renewed = line.ems.expect("D", "11=R1|38=600|40=2|44=10.5|54=5|55=X|847=1003|");
            assertEquals(renewed.text(), line.expect("R1", SwitchState.SENT).sent().replace('\u0001', '|'));
            line.report("11=R1|150=A|39=A|14=0|");
            line.expect("R1", SwitchState.PENDING_REPLACE);
            line.report("11=R1|150=0|39=0|14=0|");
            line.expect("R1", SwitchState.REPLACED);
            line.report(CANCELLED);
            line.expectNoMore();
            assertEquals(1, line.ems.heard("D").size(), "an acknowledgement told twice is one");
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = ';', value = {
        "11=R1.C|41=A|150=4|39=4|; CumQty (14) says \"\" where 400 of 1000 were heard filled",
        "11=R1.C|41=A|150=4|39=4|14=300|; CumQty (14) says \"300\" where 400 of 1000 were heard filled",
        "11=R1.C|41=A|150=4|39=4|14=1400|; CumQty (14) says \"1400\" where 1400 of 1000 were heard filled",
        "11=R1.C|41=A|150=4|39=4|14=400|97=Y|; told again (43 or 97)"})
    void aCancelInDoubtIsFollowedByNothing(String report, String doubt) throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.report("11=A|150=F|39=1|32=400|31=10.5|14=400|151=600|");
            line.report(report);

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("cancelled, and no new order: " + doubt, unknown.reason());
            assertTrue(unknown.escalate());
            line.expectNone("D");
        }
    }

    @Test
    void anotherQuantityThanWasRestatedIsADoubt() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.ems.send("8", "37=O|17=E|11=R1.C|41=A|150=4|39=4|14=0|54=5|55=X|38=700|");

            assertEquals("cancelled, and no new order: OrderQty (38) says 700, expected 1000",
                    line.expect("R1", SwitchState.UNKNOWN).reason());
            line.expectNone("D");
        }
    }

    @Test
    void aRefusedCancelIsFollowedByNothing() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.ems.send("9", "37=O|11=R1.C|41=A|39=1|434=1|102=2|58=no|");

            line.expect("R1", SwitchState.REFUSED);
            line.expectNone("D");
        }
    }

    @Test
    void aFilledOrderIsFollowedByNothing() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.report("11=R1.C|41=A|150=4|39=4|14=1000|151=0|");

            assertEquals("filled before it was cancelled; nothing is left", line.expect("R1", SwitchState.REFUSED).reason());
            line.expectNone("D");
        }
    }

    @Test
    void aCancelBySomebodyElseIsFollowedByNothing() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.report("11=A|150=4|39=4|14=400|151=0|");

            assertEquals("cancelled, but not by us: no new order", line.expect("R1", SwitchState.UNKNOWN).reason());
            line.expectNone("D");
        }
    }

    @Test
    void anAcknowledgementThatComesTooLateIsFollowedByNothing() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.pass(5000);
            assertEquals("no answer to its cancel in 5000 ms", line.expect("R1", SwitchState.TIMED_OUT).reason());
            line.report(CANCELLED);

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("cancelled, and no new order: it was given up before (TIMED_OUT)", unknown.reason());
            assertTrue(unknown.escalate());
            line.expectNone("D");
        }
    }

    @Test
    void anAcknowledgementSentAgainAfterADisconnectIsFollowedByNothing() throws IOException {
        try (HookLine line = joined(LIMITS)) {
            asked(line);
            line.ems.lose("8", "37=O|17=E|" + CANCELLED + HookLine.ORDER);
            line.cut();
            line.expect("R1", SwitchState.UNKNOWN);

            line.logon();
            line.ems.settle();
            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("cancelled, and no new order: it was given up before (UNKNOWN)", unknown.reason());
            assertTrue(unknown.escalate());
            line.expectNone("D");
        }
    }

    @Test
    void aNewOrderThatIsRefusedIsForAPerson() throws IOException {
        try (HookLine line = renewed()) {
            line.report("11=R1|150=8|39=8|103=99|58=no|14=0|");

            SwitchNews refused = line.expect("R1", SwitchState.REFUSED);
            assertEquals("cancelled, and the new order refused: 35=8 103=99 39=8 58=no", refused.reason());
            assertTrue(refused.escalate());
        }
    }

    @Test
    void aFillOfTheOldOrderAfterItsCancelIsForAPerson() throws IOException {
        try (HookLine line = renewed()) {
            line.report("11=A|150=F|39=4|32=100|31=10.5|14=500|151=0|");

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("filled after its cancel said otherwise; the new order may fill too much", unknown.reason());
            assertTrue(unknown.escalate());
        }
    }

    @Test
    void aCancelRefusedAfterItWasAcknowledgedIsForAPerson() throws IOException {
        try (HookLine line = renewed()) {
            line.ems.send("9", "37=O|11=R1.C|41=A|39=1|434=1|102=2|58=no|");

            assertTrue(line.expect("R1", SwitchState.UNKNOWN).escalate());
        }
    }

    @Test
    void aNewOrderOverTheLimitIsNotSentLaterEither() throws IOException {
        try (HookLine line = joined(new HookLimits(1, 60_000_000_000L, true))) {
            asked(line);
            line.report(CANCELLED);

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("cancelled, and no new order was sent: over 1 messages in a second", unknown.reason());
            assertTrue(unknown.escalate());
            line.pass(2000);
            line.expectNone("D");
        }
    }

    @Test
    void anOrderThatCanBeReplacedIsNeverCancelled() throws IOException {
        try (HookLine line = HookLine.joined(LIMITS)) {
            line.hook.send(Brokers.request("R1", "A"));

            line.ems.expect("G", "11=R1|41=A|");
            line.expectNone("F");
        }
    }

    private static HookLine joined(HookLimits limits) throws IOException {
        return new HookLine(FixVersion.FIX_4_4, false, Brokers.withoutReplace(), limits).logon();
    }

    private static void asked(HookLine line) {
        SwitchSend send = line.hook.send(Brokers.request("R1", "A"));
        assertEquals(SwitchSend.Result.SENT, send.result(), send.reason());
        Told cancel = line.ems.expect("F", "11=R1.C|41=A|38=1000|54=5|55=X|");
        assertEquals(send.sent().replace('\u0001', '|'), cancel.text());
    }

    /** A line whose order was cancelled with 400 filled, the new order of 600 being out. */
    private static HookLine renewed() throws IOException {
        HookLine line = joined(LIMITS);
        asked(line);
        line.report(CANCELLED);
        line.ems.expect("D", "11=R1|38=600|");
        line.expect("R1", SwitchState.SENT);
        return line;
    }
}
