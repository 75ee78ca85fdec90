package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.FixVersion;
import io.leakage.dropcopy.fix.Told;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancel/replace over a real order session, the EMS doing everything an EMS may do. */
@Timeout(120)
class FixCancelReplaceHookTest {
    @Test
    void aBrokersFileNamesTheStrategiesOfItsOrdersAndOfThoseThatNameNoBroker() throws IOException {
        try (HookLine line = new HookLine(FixVersion.FIX_4_4, false, Brokers.embr(), HookLimits.DEFAULT)) {
            assertEquals("LIQUIDITY_SEEKER", line.hook.nameOf("EMBR", 847, "1003"));
            assertEquals("LIQUIDITY_SEEKER", line.hook.nameOf("", 847, "1003"));
            assertNull(line.hook.nameOf("OTHR", 847, "1003"), "another broker may mean anything by it");
        }
    }

    @ParameterizedTest(name = "{0}, acceptor {1}")
    @CsvSource({"FIX_4_4, true", "FIX_4_4, false", "FIX_5_0_SP2, true", "FIX_5_0_SP2, false"})
    void aReplaceIsPendingAndThenDone(FixVersion version, boolean acceptor) throws IOException {
        try (HookLine line = new HookLine(version, acceptor, Brokers.embr(), HookLimits.DEFAULT).logon()) {
            SwitchSend send = line.hook.send(Brokers.request("R1", "A"));
            Told asked = line.ems.expect("G", "11=R1|41=A|38=1000|44=10.5|54=5|55=X|847=1003|");

            assertEquals(send.sent().replace('\u0001', '|'), asked.text(), "the audit's bytes are the wire's");
            String group = "|957=2|958=maxPart|959=11|960=0.05|958=deskCode|959=14|960=LS|";
            assertEquals(version == FixVersion.FIX_5_0_SP2, asked.text().contains(group), asked.text());
            assertEquals(version == FixVersion.FIX_4_4, asked.text().contains("|7010=0.05|7013=LS|"), asked.text());
            assertEquals(SwitchState.SENT, line.hook.state("R1"));

            line.report("11=R1|41=A|150=E|39=E|14=0|");
            line.expect("R1", SwitchState.PENDING_REPLACE);
            line.report("11=R1|41=A|150=5|39=0|14=0|");
            assertFalse(line.expect("R1", SwitchState.REPLACED).escalate());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FIX_4_4", "FIX_5_0_SP2"})
    void aRefusedReplaceLeavesTheOrderFreeForAnother(FixVersion version) throws IOException {
        try (HookLine line = new HookLine(version, false, Brokers.embr(), HookLimits.DEFAULT).logon()) {
            sent(line, "R1", "A");
            line.ems.send("9", "37=O|11=R1|41=A|39=1|434=2|102=99|58=not that strategy|");

            assertEquals("35=9 102=99 39=1 58=not that strategy", line.expect("R1", SwitchState.REFUSED).reason());
            sent(line, "R2", "A");
        }
    }

    @Test
    void aFillThatCrossesTheReplaceChangesNothing() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.report("11=R1|41=A|150=E|39=E|14=0|");
            line.report("11=A|150=F|39=1|32=400|31=10.5|14=400|151=600|");
            line.report("11=R1|41=A|150=5|39=1|14=400|151=600|");

            line.expect("R1", SwitchState.PENDING_REPLACE);
            line.expect("R1", SwitchState.REPLACED);
            line.expectNoMore();
        }
    }

    @Test
    void anOrderFilledMeanwhileCannotBeSwitched() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.report("11=A|150=F|39=2|32=1000|31=10.5|14=1000|151=0|");
            line.ems.send("9", "37=O|11=R1|41=A|39=2|434=2|102=0|58=too late|");

            assertEquals("35=9 102=0 39=2 58=too late", line.expect("R1", SwitchState.REFUSED).reason());
        }
    }

    @Test
    void silenceTimesOutAndLocksTheOrderUntilALateAnswer() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.pass(4999);
            line.expectNoMore();
            line.pass(1);

            SwitchNews late = line.expect("R1", SwitchState.TIMED_OUT);
            assertEquals("no answer to its replace in 5000 ms", late.reason());
            assertTrue(late.escalate());
            assertEquals("request R1 about the same order is TIMED_OUT", refused(line, Brokers.request("R2", "A")));

            line.report("11=R1|41=A|150=5|39=0|14=0|");
            line.expect("R1", SwitchState.REPLACED);
            assertEquals("order A was replaced by R1", refused(line, Brokers.request("R2", "A")));
            sent(line, "R3", "R1");
        }
    }

    @Test
    void theSecondReplaceWaitsForTheFirst() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");

            assertEquals("request R1 about the same order is SENT", refused(line, Brokers.request("R2", "A")));
            assertEquals("request R1 about the same order is SENT", refused(line, Brokers.request("R2", "R1")), "by its new id");
            assertEquals("request R1 went out before", refused(line, Brokers.request("R1", "B")));
            line.report("11=R1|41=A|150=E|39=E|14=0|");
            line.expect("R1", SwitchState.PENDING_REPLACE);
            assertEquals("request R1 about the same order is PENDING_REPLACE", refused(line, Brokers.request("R2", "A")));
            sent(line, "R2", "B");
            line.ems.settle();
            assertEquals(2, line.ems.heard("G").size());
        }
    }

    @Test
    void aSessionThatEndsMidFlightLeavesItUnknownUntilTheAnswerIsSentAgain() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.ems.lose("8", "37=O|17=E|11=R1|41=A|150=5|39=0|14=0|" + HookLine.ORDER);
            line.cut();

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("the session ended before an answer", unknown.reason());
            assertTrue(unknown.escalate());
            assertEquals("the order session is down", refused(line, Brokers.request("R2", "B")));

            line.logon();
            line.ems.settle();
            line.expect("R1", SwitchState.REPLACED);
            assertEquals(1, line.ems.heard("G").size(), "what was refused is not sent later, nor what was sent again");
        }
    }

    @Test
    void beforeTheFirstLogonNothingGoesOutNorLater() throws IOException {
        try (HookLine line = new HookLine(FixVersion.FIX_4_4, false, Brokers.embr(), HookLimits.DEFAULT)) {
            assertEquals("the order session is down", refused(line, Brokers.request("R1", "A")));

            line.logon();
            line.expectNone("G");
            sent(line, "R1", "A");
        }
    }

    @Test
    void aReplaceAskedForAgainIsAGapFill() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            Told asked = sent(line, "R1", "A");
            int number = asked.number(34);
            line.ems.send("2", "7=" + number + "|16=" + number + "|");

            line.ems.expect("4", "34=" + number + "|43=Y|123=Y|");
            line.ems.settle();
            assertEquals(1, line.ems.heard("G").size());
        }
    }

    @Test
    void anAnswerToldTwiceIsToldOnce() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.report("11=R1|41=A|150=5|39=0|14=0|");
            line.report("11=R1|41=A|150=5|39=0|14=0|43=Y|97=Y|");
            line.report("11=R1|41=A|150=E|39=E|14=0|");

            line.expect("R1", SwitchState.REPLACED);
            line.expectNoMore();
        }
    }

    @Test
    void twoAnswersThatContradictEachOtherAreNone() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            sent(line, "R1", "A");
            line.report("11=R1|41=A|150=5|39=0|14=0|");
            line.expect("R1", SwitchState.REPLACED);
            line.ems.send("9", "37=O|11=R1|41=A|39=0|434=2|102=99|58=no|");

            SwitchNews unknown = line.expect("R1", SwitchState.UNKNOWN);
            assertEquals("said REPLACED before, and now REFUSED: 35=9 102=99 39=0 58=no", unknown.reason());
            assertTrue(unknown.escalate());
        }
    }

    @ParameterizedTest(name = "35={0} {1}")
    @CsvSource({"3, 45=NUMBER|371=847|373=5|58=bad value|, 35=3 373=5 39= 58=bad value",
        "j, 45=NUMBER|372=G|380=3|58=unsupported|, 35=j 380=3 39= 58=unsupported",
        "j, 372=G|379=R1|380=3|58=unsupported|, 35=j 380=3 39= 58=unsupported",
        "8, 37=NONE|17=E|11=R1|150=8|39=8|103=99|58=no|54=5|55=X|14=0|, 35=8 103=99 39=8 58=no"})
    void everyKindOfRejectIsARefusal(String type, String fields, String reason) throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            Told asked = sent(line, "R1", "A");
            line.ems.send(type, fields.replace("NUMBER", asked.get(34)));

            assertEquals(reason, line.expect("R1", SwitchState.REFUSED).reason());
        }
    }

    @Test
    void moreMessagesThanAllowedAreRefusedAndNotKept() throws IOException {
        try (HookLine line = HookLine.joined(new HookLimits(2, 60_000_000_000L, false))) {
            sent(line, "R1", "A");
            sent(line, "R2", "B");
            assertEquals("over 2 messages in a second", refused(line, Brokers.request("R3", "C")));
            line.pass(1000);
            sent(line, "R3", "C");
            line.ems.settle();
            assertEquals(3, line.ems.heard("G").size());
        }
    }

    @Test
    void whatCannotBeSaidIsRefused() throws IOException {
        try (HookLine line = HookLine.joined(HookLimits.DEFAULT)) {
            SwitchRequest plain = Brokers.request("R1", "A");
            SwitchRequest nameless = new SwitchRequest("R1", plain.parent(), new OrderRef(Map.of("OrderID", "O")), plain.terms(), "EMBR",
                    "VWAP", "LIQUIDITY_SEEKER", plain.parameters(), "rule", "");
            SwitchRequest elsewhere = new SwitchRequest("R1", plain.parent(), plain.order(), plain.terms(), "OTHR", "VWAP",
                    "LIQUIDITY_SEEKER", plain.parameters(), "rule", "");

            assertEquals("the order has no ClOrdID", refused(line, nameless));
            assertEquals("there is no FIXatdl file of broker \"OTHR\"", refused(line, elsewhere));
            assertEquals("maxPart: at most 0.3, got \"0.9\"",
                    refused(line, Brokers.request("R1", "A", "LIQUIDITY_SEEKER", Map.of("maxPart", "0.9"), Map.of())));
            line.expectNone("G");
        }
    }

    @Test
    void whereAReplaceMayNotChangeTheStrategyNothingIsSent() throws IOException {
        try (HookLine line = new HookLine(FixVersion.FIX_4_4, false, Brokers.withoutReplace(), HookLimits.DEFAULT).logon()) {
            assertEquals("embr.xml does not say changeStrategyOnCxlRpl", refused(line, Brokers.request("R1", "A")));
            line.expectNone("G");
            line.expectNone("F");
        }
    }

    @Test
    void fix42HasNoTargetStrategy() {
        assertThrows(IllegalArgumentException.class,
                () -> new HookLine(FixVersion.FIX_4_2, false, Brokers.embr(), HookLimits.DEFAULT).close());
    }

    private static Told sent(HookLine line, String id, String order) {
        SwitchSend send = line.hook.send(Brokers.request(id, order));
        assertEquals(SwitchSend.Result.SENT, send.result(), send.reason());
        return line.ems.expect("G", "11=" + id + "|41=" + order + "|");
    }

    private static String refused(HookLine line, SwitchRequest request) {
        SwitchSend send = line.hook.send(request);
        assertEquals(SwitchSend.Result.REFUSED, send.result());
        return send.reason();
    }
}
