package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.Alpha;
import io.leakage.marketdata.wire.Itch50Decoder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are undated here: nanoseconds since midnight come out as they went in. */
class ItchToInletTest {
    private final Recording heard = new Recording();
    private final ItchToInlet itch = new ItchToInlet(heard.inlet(), VenueDay.undated());
    private long sequence;

    @Test
    void aPriceOfFourDecimalsBecomesOneOfEight() {
        take(Wire.add(1, 5, 42, 'B', 500, "INST", 999_800));

        assertEquals(List.of("listed(0, 1, 5)", "added(0, 1, 5, 42, BUY, 500, 9998000000)"), heard.lines());
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({"B, BUY", "S, SELL"})
    void theSideIsThatOfTheOrder(char letter, String side) {
        take(Wire.add(1, 5, 42, letter, 500, "INST", 10_000));

        assertEquals("added(0, 1, 5, 42, " + side + ", 500, 100000000)", heard.lines().get(1));
    }

    @Test
    void everyMessageAboutAnOrderFindsItsInstrumentByLocate() {
        take(Wire.add(7, 1, 42, 'S', 500, "INST", 10_000));
        take(Wire.head(31, 'E', 7, 2).putLong(42).putInt(100).putLong(9).array());
        take(Wire.head(36, 'C', 7, 3).putLong(42).putInt(100).putLong(10).put((byte) 'N').putInt(20_000).array());
        take(Wire.head(36, 'C', 7, 4).putLong(42).putInt(100).putLong(11).put((byte) 'Y').putInt(20_000).array());
        take(Wire.head(23, 'X', 7, 5).putLong(42).putInt(50).array());
        take(Wire.head(35, 'U', 7, 6).putLong(42).putLong(43).putInt(60).putInt(10_100).array());
        take(Wire.delete(7, 7, 43));
        take(Wire.head(19, 'B', 7, 8).putLong(9).array());

        assertEquals(List.of(
                "listed(0, 1, 1)", "added(0, 1, 1, 42, SELL, 500, 100000000)",
                "executed(0, 2, 2, 42, 100, 9)",
                "executedAt(0, 3, 3, 42, 100, 200000000, false, 10)",
                "executedAt(0, 4, 4, 42, 100, 200000000, true, 11)",
                "cancelled(0, 5, 5, 42, 50)",
                "replaced(0, 6, 6, 42, 43, 60, 101000000)",
                "deleted(0, 7, 7, 43)",
                "broken(0, 8, 8, 9)"), heard.lines());
    }

    @Test
    void tradesAndCrossesCarryTheirSymbol() {
        take(Wire.head(44, 'P', 1, 1).putLong(0).put((byte) 'B').putInt(100).putLong(Alpha.pack("ONE")).putInt(10_000).putLong(5).array());
        take(Wire.head(40, 'Q', 2, 2).putLong(1_000).putLong(Alpha.pack("TWO")).putInt(10_000).putLong(6).put((byte) 'O').array());
        take(Wire.head(40, 'Q', 2, 3).putLong(0).putLong(Alpha.pack("TWO")).putInt(0).putLong(7).put((byte) 'C').array());

        assertEquals(List.of("listed(0, 1, 1)", "traded(0, 1, 1, null, 100, 100000000, 5)",
                "listed(1, 2, 2)", "crossed(1, 2, 2, 1000, 100000000, O, 6)",
                "passed(1, 3, 3)"), heard.lines());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"T, TRADING", "H, HALTED", "P, PAUSED", "Q, QUOTATION"})
    void aTradingActionIsAState(char letter, String state) {
        take(Wire.tradingAction(1, 1, "INST", letter));

        assertEquals("tradingState(0, 1, 1, " + state + ")", heard.lines().get(1));
    }

    @Test
    void oneHaltDoesNotLiftTheOther() {
        take(Wire.tradingAction(1, 1, "INST", 'P'));
        take(Wire.operationalHalt(1, 2, "INST", 'H'));
        take(Wire.tradingAction(1, 3, "INST", 'T'));
        take(Wire.operationalHalt(1, 4, "INST", 'T'));

        assertEquals(List.of("listed(0, 1, 1)", "tradingState(0, 1, 1, PAUSED)", "tradingState(0, 2, 2, HALTED)",
                "tradingState(0, 3, 3, HALTED)", "tradingState(0, 4, 4, TRADING)"), heard.lines());
    }

    @Test
    void anExecutionOfAStockNeverHeardOfIsCountedAndMovesTime() {
        take(Wire.head(31, 'E', 9, 2).putLong(42).putInt(100).putLong(9).array());

        assertEquals(List.of("passed(-1, 1, 2)"), heard.lines());
        assertEquals(1, itch.unknownLocates());
    }

    @Test
    void fieldsThatMeanNothingAreRefusedAndMoveTime() {
        take(Wire.add(1, 1, 42, 'X', 500, "INST", 10_000));
        take(Wire.tradingAction(1, 2, "INST", 'Z'));
        take(Wire.add(2, 3, 42, 'B', 500, "", 10_000));

        assertEquals(List.of("listed(0, 1, 1)", "passed(0, 1, 1)", "passed(0, 2, 2)", "passed(-1, 3, 3)"), heard.lines());
        assertEquals(3, itch.refused());
    }

    @Test
    void aNewDayGivesLocatesOutAnew() {
        take(Wire.add(1, 1, 42, 'B', 500, "ONE", 10_000));
        take(Wire.system(2, 'O'));
        take(Wire.delete(1, 3, 42));
        take(Wire.add(1, 4, 7, 'B', 500, "TWO", 10_000));

        assertEquals(List.of("listed(0, 1, 1)", "added(0, 1, 1, 42, BUY, 500, 100000000)", "session(2, 2, O)", "passed(-1, 3, 3)",
                "listed(1, 4, 4)", "added(1, 4, 4, 7, BUY, 500, 100000000)"), heard.lines());
    }

    @Test
    void whatTouchesNoBookSaysThatTimeWentOn() {
        take(Wire.head(20, 'Y', 1, 1).putLong(Alpha.pack("INST")).put((byte) '0').array());
        take(Wire.head(26, 'L', 1, 2).putInt(1).putLong(Alpha.pack("INST")).putShort((short) 0).put((byte) 'A').array());
        take(Wire.head(35, 'V', 0, 3).putLong(1).putLong(2).putLong(3).array());
        take(Wire.head(12, 'W', 0, 4).put((byte) '1').array());
        take(Wire.head(28, 'K', 1, 5).putLong(Alpha.pack("INST")).putInt(1).put((byte) 'A').putInt(1).array());
        take(Wire.head(35, 'J', 1, 6).putLong(Alpha.pack("INST")).array());
        take(Wire.head(50, 'I', 1, 7).putLong(1).putLong(1).put((byte) 'B').putLong(Alpha.pack("INST")).array());
        take(Wire.head(20, 'N', 1, 8).putLong(Alpha.pack("INST")).put((byte) 'A').array());
        take(Wire.head(48, 'O', 1, 9).putLong(Alpha.pack("INST")).put((byte) 'Y').array());
        itch.gap(10, 12);
        itch.ended(12);

        assertEquals(List.of("listed(0, 1, 1)", "passed(0, 1, 1)", "passed(0, 2, 2)", "passed(-1, 3, 3)", "passed(-1, 4, 4)",
                "passed(0, 5, 5)", "passed(0, 6, 6)", "passed(0, 7, 7)", "passed(0, 8, 8)", "passed(0, 9, 9)", "gap(10, 12)",
                "ended(12)"), heard.lines());
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(5);
        ItchToInlet tough = new ItchToInlet(new CountingInlet(), VenueDay.undated());
        byte[] message = new byte[Itch50Decoder.MAX_LENGTH];
        long read = 0;
        for (int i = 0; i < 300_000; i++) {
            random.nextBytes(message);
            message[0] = (byte) Itch50Decoder.TYPES.charAt(random.nextInt(Itch50Decoder.TYPES.length()));
            message[1] = 0;
            read += tough.message(i, message, 0, Itch50Decoder.lengthOf(message[0])) ? 1 : 0;
        }
        assertEquals(300_000, read);
        assertTrue(tough.refused() > 0 && tough.unknownLocates() > 0);
    }

    private void take(byte[] message) {
        assertEquals(true, itch.message(++sequence, message, 0, message.length));
    }
}
