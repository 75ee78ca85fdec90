package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.dropcopy.fix.FixScan.Outcome;
import io.leakage.testing.Garbage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixScanTest {
    private static final String NEW_ORDER = "35=D|49=EMS|56=LEAK|34=7|52=20260102-14:30:00.000000001|11=C1|526=P1|1=ACC|55=INST|"
            + "54=1|38=10000|40=2|44=100.04|60=20260102-14:30:00.050000000|100=XNAS|847=1001|";
    private static final String FILL = "35=8|49=EMS|56=LEAK|34=9|52=20260102-14:30:00.076|37=O1|11=C1|17=E1|150=F|39=1|55=INST|"
            + "54=1|38=10000|44=100.04|32=5000|31=100.035|14=5000|151=5000|6=100.035|30=XNAS|851=2|60=20260102-14:30:00.075|";

    private final OrderMessage message = new OrderMessage();
    private final FixScan scan = new FixScan(FixScan.DEFAULT_PARENT_TAG, true);

    @Test
    void aNewOrderIsReadWhole() {
        assertEquals(Outcome.ORDER, read(Fix.whole("FIX.4.4", NEW_ORDER)));
        assertEquals('D', message.msgType);
        assertEquals(7, message.msgSeqNum);
        assertEquals("C1", Fix.text(message, message.clOrdId));
        assertEquals("P1", Fix.text(message, message.parentId));
        assertEquals("ACC", Fix.text(message, message.account));
        assertEquals("INST", Fix.text(message, message.symbol));
        assertEquals("XNAS", Fix.text(message, message.venue));
        assertEquals("1001", Fix.text(message, message.strategy));
        assertEquals(Side.BUY, message.side);
        assertEquals(10_000, message.orderQty);
        assertEquals('2', message.ordType);
        assertEquals(100_04000000L, message.price);
        assertEquals(nanos("2026-01-02T14:30:00.05Z"), message.transactNanos);
        assertEquals(nanos("2026-01-02T14:30:00.000000001Z"), message.sendingNanos);
        assertNull(Fix.text(message, message.origClOrdId));
        assertEquals(Absent.LONG, message.lastPx);
    }

    @Test
    void aFillIsReadWhole() {
        assertEquals(Outcome.ORDER, read(Fix.whole("FIXT.1.1", FILL)));
        assertEquals('8', message.msgType);
        assertEquals("O1", Fix.text(message, message.orderId));
        assertEquals("E1", Fix.text(message, message.execId));
        assertEquals('F', message.execType);
        assertEquals('1', message.ordStatus);
        assertEquals(100_03500000L, message.lastPx);
        assertEquals(5000, message.lastQty);
        assertEquals(5000, message.cumQty);
        assertEquals(5000, message.leavesQty);
        assertEquals(100_03500000L, message.avgPx);
        assertEquals("XNAS", Fix.text(message, message.venue));
        assertEquals(2, message.lastLiquidityInd);
    }

    @Test
    void aFillOfFix42KeepsItsTransactionType() {
        read(Fix.whole("FIX.4.2", "35=8|34=1|37=O1|17=E2|20=1|19=E1|150=1|39=1|55=X|54=2|32=100|31=9.5|151=0|14=100|6=9.5|"));
        assertEquals('1', message.execTransType);
        assertEquals('1', message.execType);
        assertEquals("E1", Fix.text(message, message.execRefId));
        assertEquals(Side.SELL, message.side);
        assertEquals(100, message.lastQty);
    }

    @Test
    void replacesCancelsAndTheirRejectsAreRead() {
        assertEquals(Outcome.ORDER, read(Fix.whole("FIX.4.4", "35=G|34=1|11=C2|41=C1|54=1|55=X|38=5|44=1|40=2|")));
        assertEquals("C1", Fix.text(message, message.origClOrdId));
        assertEquals(Outcome.ORDER, read(Fix.whole("FIX.4.4", "35=F|34=1|11=C3|41=C2|54=1|55=X|")));
        assertEquals(Outcome.ORDER, read(Fix.whole("FIX.4.4", "35=9|34=1|11=C3|41=C2|39=2|434=1|37=O|")));
        assertEquals('2', message.ordStatus);
    }

    @Test
    void whatTheOrderModelNeedsBesideIsRead() {
        read(Fix.whole("FIX.4.4", "35=8|34=1|11=C|150=D|39=0|378=5|442=3|15=GBX|828=3|829=40|880=M1|55=X|54=1|38=100|"));
        assertEquals(5, message.restatement);
        assertEquals('3', message.multiLeg);
        assertEquals('G' << 16 | 'B' << 8 | 'X', message.currency);
        assertEquals(3, message.trdType);
        assertEquals(40, message.trdSubType);
        assertEquals("M1", Fix.text(message, message.matchId));

        read(Fix.whole("FIX.4.4", "35=9|34=1|11=C3|41=C2|39=2|434=2|37=O|"));
        assertEquals('2', message.refusedRequest);
        assertEquals(Absent.NAME, message.restatement);
        assertEquals(Absent.NAME, message.trdSubType);
        assertEquals(0, message.currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"828=x", "829=-1", "378=123456", "15=POUND"})
    void aKindNobodyKnowsDoesNotHideTheFillBesideIt(String odd) {
        assertEquals(Outcome.ORDER, read("8=FIX.4.4|35=8|11=C|150=F|32=100|31=10|" + odd + "|", false), scan.problem());
        assertEquals(100, message.lastQty);
        assertEquals(Absent.NAME, message.trdType);
        assertEquals(Absent.NAME, message.trdSubType);
        assertEquals(Absent.NAME, message.restatement);
        assertEquals(0, message.currency);
    }

    @Test
    void otherTypesAreIgnoredAndNotReadOn() {
        assertEquals(Outcome.IGNORED, read(Fix.whole("FIX.4.4", "35=0|34=nonsense|")));
        assertEquals(Outcome.IGNORED, read(Fix.whole("FIX.4.4", "35=J|34=1|54=x|")));
    }

    @ParameterizedTest(name = "54={0} is a {1}")
    @CsvSource({"1, BUY", "3, BUY", "2, SELL", "5, SELL", "6, SELL"})
    void sidesFoldToBuyAndSell(String code, Side side) {
        read("8=FIX.4.4|35=D|54=" + code + "|", false);
        assertEquals(side, message.side);
    }

    @Test
    void anUnknownSideIsAnErrorWithTagValueByteAndWhatWasExpected() {
        assertEquals(Outcome.UNREADABLE, read("8=FIX.4.4|35=D|54=7|", false));
        assertEquals("tag 54: value \"7\" at byte 18, expected 1 or 3 (buy), 2, 5 or 6 (sell)", problemAfter("8=FIX.4.4|35=D|54=7|"));
    }

    @ParameterizedTest(name = "price {0} is {1} units of 1e-8")
    @CsvSource({"100.035, 10003500000", "100, 10000000000", "-0.5, -50000000", ".25, 25000000", "7., 700000000", "0.00000001, 1",
        "0.123456785, 12345679", "-0.123456785, -12345679", "0.1234567849, 12345678", "92233720367, 9223372036700000000",
        "00012.50, 1250000000"})
    void pricesAreExact(String text, long units) {
        assertEquals(Outcome.ORDER, read("8=FIX.4.4|35=D|44=" + text + "|", false), scan.problem());
        assertEquals(units, message.price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "+1", "1.2.3", "-", ".", "1,5", "NaN", "92233720369", "99999999999999999999", "1.000000001x",
        "- 1", "0x1"})
    void whatIsNoPriceIsAnError(String text) {
        assertEquals(Outcome.UNREADABLE, read("8=FIX.4.4|35=D|44=" + text + "|", false));
        assertTrue(problemAfter("8=FIX.4.4|35=D|44=" + text + "|").contains("tag 44: value \"" + text + "\""));
    }

    @Test
    void aQuantityMayBeWrittenWithADecimalPointWhenItIsWhole() {
        read("8=FIX.4.4|35=D|38=100.0|", false);
        assertEquals(100, message.orderQty);
        assertTrue(problemAfter("8=FIX.4.4|35=D|38=100.5|").contains(
                "tag 38: value \"100.5\" at byte 18, expected a whole number of units"));
        assertTrue(problemAfter("8=FIX.4.4|35=D|38=-5|").startsWith("tag 38: value \"-5\""));
        assertTrue(problemAfter("8=FIX.4.4|35=D|38=.|").startsWith("tag 38"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"20260102-14:30:00, 2026-01-02T14:30:00Z", "20260102-14:30:00.123, 2026-01-02T14:30:00.123Z",
        "20260102-14:30:00.123456, 2026-01-02T14:30:00.123456Z", "20260102-14:30:00.123456789, 2026-01-02T14:30:00.123456789Z",
        "20260102-14:30:00.123456789999, 2026-01-02T14:30:00.123456789Z", "20161231-23:59:60, 2017-01-01T00:00:00Z",
        "20161231-23:59:60.5, 2017-01-01T00:00:00.5Z", "20240229-00:00:00, 2024-02-29T00:00:00Z"})
    void timesAreReadToTheNanosecond(String text, String instant) {
        read("8=FIX.4.4|35=D|60=" + text + "|", false);
        assertEquals(nanos(instant), message.transactNanos);
    }

    @ParameterizedTest(name = "{0} may be {1} ns later")
    @CsvSource({"20260102-14:30:00, 1000000000", "20260102-14:30:00.1, 100000000", "20260102-14:30:00.123, 1000000",
        "20260102-14:30:00.123456, 1000", "20260102-14:30:00.12345678, 10", "20260102-14:30:00.123456789, 0",
        "20260102-14:30:00.123456789999, 0", "nonsense, 0"})
    void aTimeIsKnownAsFarAsItsDigitsGo(String text, long nanos) {
        read("8=FIX.4.4|35=D|60=" + text + "|", false);
        assertEquals(nanos, message.transactTruncation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260102", "20260230-00:00:00", "20260102-24:00:00", "20260102-14:60:00", "20260102-14:30:61",
        "20260102-14:30:00.", "20260102-14:30:00.1234567890123", "20260102 14:30:00", "99990101-00:00:00", "20260102-14:30:0x"})
    void anUnreadableTimeIsAbsentAndTheRestStands(String text) {
        assertEquals(Outcome.ORDER, read("8=FIX.4.4|35=8|60=" + text + "|32=5|52=20260102-14:30:00|", false));
        assertEquals(Absent.LONG, message.transactNanos);
        assertEquals(5, message.lastQty);
        assertEquals(nanos("2026-01-02T14:30:00Z"), message.sendingNanos);
    }

    @Test
    void theParentTagIsConfigurable() {
        byte[] raw = Fix.bytes("8=FIX.4.4|35=D|11=C|526=A|9001=B|66=D|");
        new FixScan(9001, false).scan(raw, 0, raw.length, message);
        assertEquals("B", Fix.text(message, message.parentId));
        new FixScan(66, false).scan(raw, 0, raw.length, message);
        assertEquals("D", Fix.text(message, message.parentId));
    }

    @Test
    void theLastMarketStandsBeforeTheDestination() {
        read("8=FIX.4.4|35=8|100=DEST|30=LAST|", false);
        assertEquals("LAST", Fix.text(message, message.venue));
        read("8=FIX.4.4|35=8|30=LAST|100=DEST|", false);
        assertEquals("LAST", Fix.text(message, message.venue));
    }

    @Test
    void inARepeatingGroupTheFirstCounts() {
        read("8=FIX.4.4|35=8|31=5|32=10|453=2|448=A|448=B|31=6|32=20|", false);
        assertEquals(5_00000000L, message.lastPx);
        assertEquals(10, message.lastQty);
    }

    @Test
    void aDataFieldMayHoldTheSeparator() {
        assertEquals(Outcome.ORDER, read("8=FIX.4.4|35=8|95=7|96=a|b|32=|32=5|", false), scan.problem());
        assertEquals(5, message.lastQty);
        assertEquals(Outcome.ORDER, read("8=FIX.4.4|35=8|95=999|96=ab|32=5|", false), "a wrong length falls back to the separator");
        assertEquals(5, message.lastQty);
    }

    @Test
    void bodyLengthAndCheckSumAreVerifiedWhenAskedFor() {
        String right = Fix.whole("FIX.4.4", "35=D|34=1|11=A|");
        assertEquals(Outcome.ORDER, read(right));
        assertEquals(Outcome.UNREADABLE, read(right.replace("11=A", "11=B")));
        assertTrue(scan.problem().startsWith("tag 10: value"), scan.problem());
        assertEquals(Outcome.UNREADABLE, read(right.replace("11=A", "11=AA")));
        assertEquals("tag 9: value \"15\" at byte 12, expected 16", scan.problem());
        assertEquals(Outcome.UNREADABLE, read("8=FIX.4.4|35=D|"));
        assertEquals("tag 9: missing, expected BodyLength as the second field", scan.problem());
    }

    @Test
    void whatIsNotFixIsToldWithItsPlace() {
        assertEquals("\"hello\" at byte 0, expected a FIX message, 8=FIX…", problemAfter("hello"));
        assertEquals("\"x=1|\" at byte 15, expected tag=value", problemAfter("8=FIX.4.4|35=D|x=1|"));
        assertEquals("tag 35: missing, expected a message type", problemAfter("8=FIX.4.4|11=A|"));
    }

    @Test
    void theMessageMayLieAnywhereInTheArray() {
        byte[] raw = Fix.bytes("junk8=FIX.4.4|35=D|11=A|junk");
        assertEquals(Outcome.ORDER, new FixScan(526, false).scan(raw, 4, raw.length - 8, message));
        assertEquals("A", Fix.text(message, message.clOrdId));
        assertFalse(message.possDup);
    }

    @Test
    void readingLeavesNoGarbage() {
        byte[] order = Fix.bytes(Fix.whole("FIX.4.4", NEW_ORDER));
        byte[] fill = Fix.bytes(Fix.whole("FIXT.1.1", FILL));
        int[] others = new int[1];

        assertEquals(0, Garbage.bytesOf(5, () -> {
            for (int i = 0; i < 4_000; i++) {
                others[0] += scan.scan(order, 0, order.length, message).ordinal() + scan.scan(fill, 0, fill.length, message).ordinal();
            }
        }));
        assertEquals(0, others[0], "all were orders");
    }

    private Outcome read(String barred) {
        return read(barred, true);
    }

    private Outcome read(String barred, boolean verify) {
        byte[] raw = Fix.bytes(barred);
        return (verify ? scan : new FixScan(FixScan.DEFAULT_PARENT_TAG, false)).scan(raw, 0, raw.length, message);
    }

    private String problemAfter(String barred) {
        byte[] raw = Fix.bytes(barred);
        FixScan unverified = new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
        unverified.scan(raw, 0, raw.length, message);
        return unverified.problem();
    }

    private static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
