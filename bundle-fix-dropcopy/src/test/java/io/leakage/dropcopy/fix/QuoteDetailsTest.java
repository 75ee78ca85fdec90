package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.testing.Garbage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages of a request for quotes say. */
class QuoteDetailsTest {
    private static final String REQUEST = "35=R|49=EMS|56=LEAK|34=7|52=20260102-15:00:00.500|131=RFQ1|11=O1|146=1|55=X|54=1|38=5000|"
            + "126=20260102-15:00:30|60=20260102-15:00:00.250|";
    private static final String PARTIES = "453=4|448=DESK|447=D|452=11|448=D1|447=D|452=35|448=D2|447=D|452=35|448=OTHER|447=D|452=17|";
    private final FixScan scan = new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
    private final OrderMessage message = new OrderMessage();

    private FixScan.Outcome scan(String fields) {
        byte[] raw = Fix.bytes("8=FIX.4.4|9=0|" + fields + "10=000|");
        return scan.scan(raw, 0, raw.length, message);
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < message.askedCount; i++) {
            asked.add(Fix.text(message, message.asked[i]));
        }
        return asked;
    }

    @Test
    void aRequestNamesWhoWasAskedForWhat() {
        assertEquals(FixScan.Outcome.ORDER, scan(REQUEST + PARTIES), scan.problem());

        assertEquals('R', message.msgType);
        assertEquals("RFQ1", Fix.text(message, message.quoteReqId));
        assertEquals("O1", Fix.text(message, message.clOrdId));
        assertEquals("X", Fix.text(message, message.symbol));
        assertEquals(Side.BUY, message.side);
        assertEquals(5000, message.orderQty);
        assertEquals(Instant.parse("2026-01-02T15:00:00.250Z").toEpochMilli() * 1_000_000L, message.transactNanos);
        assertEquals(Instant.parse("2026-01-02T15:00:30Z").toEpochMilli() * 1_000_000L, message.validUntilNanos);
        assertEquals(List.of("D1", "D2"), asked());
    }

    @ParameterizedTest(name = "{0} asks {1}")
    @CsvSource(delimiter = ';', value = {
        "453=2|448=C|447=D|452=17|448=E|447=D|452=1|;C",
        "453=1|448=E|447=D|452=1|;E",
        "453=1|448=DESK|447=D|452=11|;''",
        "'';''"})
    void whereNoLiquidityProviderIsNamedTheContraFirmIsElseTheExecutingFirm(String parties, String firm) {
        assertEquals(FixScan.Outcome.ORDER, scan(REQUEST + parties));
        assertEquals(firm, String.join(",", asked()));
    }

    @Test
    void aQuoteHasItsPricesAndWhoseItIs() {
        scan("35=S|34=8|52=20260102-15:00:02|131=RFQ1|117=Q1|55=X|132=99.5|133=99.75|62=20260102-15:00:20|453=1|448=D1|447=D|452=35|");

        assertEquals("Q1", Fix.text(message, message.quoteId));
        assertEquals(9_950_000_000L, message.bidPx);
        assertEquals(9_975_000_000L, message.offerPx);
        assertEquals(Instant.parse("2026-01-02T15:00:20Z").toEpochMilli() * 1_000_000L, message.validUntilNanos);
        assertEquals(List.of("D1"), asked());
    }

    @Test
    void aResponseTellsWhetherItHitsAndForWhichOrder() {
        scan("35=AJ|34=9|52=20260102-15:00:03|693=A1|117=Q1|694=1|11=O2|54=1|55=X|");

        assertEquals('J', message.msgType);
        assertEquals("Q1", Fix.text(message, message.quoteId));
        assertEquals("O2", Fix.text(message, message.clOrdId));
        assertEquals(1, message.quoteRespType);
    }

    @Test
    void aCancelNamesItsQuoteOrItsRequest() {
        scan("35=Z|34=9|52=20260102-15:00:03|131=RFQ1|298=4|");

        assertEquals('Z', message.msgType);
        assertEquals("RFQ1", Fix.text(message, message.quoteReqId));
        assertEquals(OrderMessage.NO_TEXT, message.quoteId);
    }

    @Test
    void aRequestForBothSidesHasNone() {
        scan(REQUEST.replace("54=1", "54=7"));
        assertEquals(null, message.side);
        assertEquals(Absent.LONG, message.bidPx);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
        "35=R|55=X|;tag 131: missing",
        "35=R|131=Q|;tag 55: missing",
        "35=R|131=Q|146=2|55=X|55=Y|;tag 146: value \"2\"",
        "35=R|131=Q|146=x|55=X|;tag 146: value \"x\"",
        "35=R|131=Q|55=X|38=1.5|;tag 38: value \"1.5\"",
        "35=R|131=Q|55=X|54=9|;tag 54: value \"9\"",
        "35=S|131=Q|132=a|;tag 132: value \"a\"",
        "35=S|131=Q|133=1-|;tag 133: value \"1-\"",
        "35=S|132=1|;tag 117: missing",
        "35=AJ|117=Q|;tag 694: missing",
        "35=AJ|117=Q|694=hit|;tag 694: value \"hit\"",
        "35=Z|298=4|;tag 117: missing"})
    void whatCannotBeReadIsNamedByFieldAndValue(String fields, String problem) {
        assertEquals(FixScan.Outcome.UNREADABLE, scan(fields));
        assertTrue(scan.problem().startsWith(problem), scan.problem());
    }

    @Test
    void moreThanFitAreNotHalfTaken() {
        StringBuilder parties = new StringBuilder("453=25|");
        for (int i = 0; i < OrderMessage.MOST_ASKED + 1; i++) {
            parties.append("448=D").append(i).append("|447=D|452=35|");
        }
        assertEquals(FixScan.Outcome.UNREADABLE, scan(REQUEST + parties));
        assertTrue(scan.problem().contains("at most 24 counterparties"), scan.problem());
    }

    @Test
    void anAllocationIsNoResponse() {
        assertEquals(FixScan.Outcome.IGNORED, scan("35=J|117=Q|694=1|"));
    }

    @Test
    void nothingIsAllocatedForOne() {
        byte[] raw = Fix.bytes("8=FIX.4.4|9=0|" + REQUEST + PARTIES + "10=000|");
        assertEquals(0, Garbage.bytesOf(() -> {
            for (int i = 0; i < 10_000; i++) {
                scan.scan(raw, 0, raw.length, message);
            }
        }));
    }
}
