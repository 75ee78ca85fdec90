package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit order to buy 10,000 under VWAP. */
class RawOrderTermsTest {
    private static final String HEAD = "8=FIX.4.4|9=200|35=D|49=EMS|56=DC|34=7|52=20260302-14:30:00|";
    private static final String ORDER = "11=P|1=ACC|55=INST|54=1|38=10000|40=2|44=100.05|59=0|21=1|847=1001|5001=0.1|60=20260302-14:30:00|10=000|";

    @Test
    void aNewOrderIsReadWhole() {
        OrderTerms terms = read(HEAD + ORDER);
        assertEquals('1', terms.side());
        assertEquals("INST", terms.symbol());
        assertEquals(10_000, terms.quantity());
        assertEquals(10_005_000_000L, terms.price());
        assertEquals('0', terms.timeInForce());
        assertEquals("ACC", terms.account());
        assertEquals(Map.of(21, "1", 847, "1001", 5001, "0.1"), terms.others());
    }

    @Test
    void ofAReportOnlyWhatIsTheOrdersIsRead() {
        OrderTerms terms = read(HEAD.replace("35=D", "35=8") + "37=O1|17=E1|150=0|39=0|151=10000|14=0|6=0|100=XNAS|" + ORDER);
        assertEquals(Map.of(21, "1", 847, "1001", 100, "XNAS"), terms.others());
    }

    @Test
    void theTermsOfARequestThatWasGrantedCarryNoOldId() {
        assertEquals(Map.of(21, "1", 847, "1001", 5001, "0.1"), read(HEAD.replace("35=D", "35=G") + "41=P0|" + ORDER).others());
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({"38=10000|, 38=|, 'a number with at most 0 decimals, found \"\"'", "38=10000|, '', the message does not state tag 38",
        "38=10000|, 38=10.5|, 'a number with at most 0 decimals, found \"10.5\"'", "44=100.05|, '', a limit order (40=2) without its price (44)",
        "54=1|, 54=12|, 'tag 54: one character, found \"12\"'", "21=1|, 453=1|448=X|, 'the order has a repeating group, tag 453, that cannot be restated'",
        "21=1|, 21=1|21=2|, 'the order has tag 21 twice, that cannot be restated'", "21=1|, junk|, 'expected tag=value, found \"junk\"'",
        "35=D|, 35=9|, 'expected a message of type D, G or 8, found \"9\"'"})
    void whatCannotBeToldInFullIsRefused(String what, String by, String why) {
        assertEquals(why, assertThrows(IllegalArgumentException.class, () -> read((HEAD + ORDER).replace(what, by))).getMessage());
    }

    private static OrderTerms read(String message) {
        return new RawOrderTerms().read(OrderRef.clOrdId("P"), message.replace('|', '\u0001').getBytes(StandardCharsets.ISO_8859_1));
    }
}
