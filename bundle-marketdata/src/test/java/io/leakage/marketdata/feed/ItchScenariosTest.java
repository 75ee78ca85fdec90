package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.Alpha;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the specification's market-data scenarios ask of the mapping from ITCH to the inlet. */
class ItchScenariosTest {
    private final Recording heard = new Recording();
    private final ItchToInlet itch = new ItchToInlet(heard.inlet(), VenueDay.undated());
    private long sequence;

    @Test
    void scenario22_anImbalanceIsNotATrade() {
        take(Wire.head(50, 'I', 1, 7).putLong(1_000).putLong(200).put((byte) 'B').putLong(Alpha.pack("INST")).putInt(1).putInt(1).putInt(1)
                .put((byte) 'C').put((byte) 'L').array());

        assertEquals(List.of("listed(0, 1, 7)", "passed(0, 1, 7)"), heard.lines());
    }

    @Test
    void scenario24_anExecutionThatIsPartOfAPrintToldElsewhereSaysSo() {
        take(Wire.add(1, 1, 42, 'B', 500, "INST", 10_000));
        take(Wire.head(36, 'C', 1, 2).putLong(42).putInt(300).putLong(7).put((byte) 'N').putInt(10_100).array());
        take(Wire.head(40, 'Q', 1, 2).putLong(300).putLong(Alpha.pack("INST")).putInt(10_100).putLong(7).put((byte) 'O').array());

        // 300 shares leave the book without a print, and print once, in the cross
        assertEquals(List.of("listed(0, 1, 1)", "added(0, 1, 1, 42, BUY, 500, 100000000)",
                "executedAt(0, 2, 2, 42, 300, 101000000, false, 7)", "crossed(0, 3, 2, 300, 101000000, O, 7)"), heard.lines());
    }

    @Test
    void scenario25_aHiddenTradePrintsAndTouchesNoOrder() {
        take(Wire.head(44, 'P', 1, 1).putLong(0).put((byte) 'S').putInt(100).putLong(Alpha.pack("INST")).putInt(10_000).putLong(5).array());

        assertEquals(List.of("listed(0, 1, 1)", "traded(0, 1, 1, SELL, 100, 100000000, 5)"), heard.lines());
    }

    @Test
    void scenario26_aDirectoryThatComesLateOrNotAtAllLosesNothingButWhatNamesNoSymbol() {
        take(Wire.delete(5, 1, 41));                                    // of a stock nobody has named: counted
        take(Wire.add(5, 2, 42, 'B', 500, "LATE", 10_000));             // names it
        take(Wire.head(39, 'R', 5, 3).putLong(Alpha.pack("LATE")).array());
        take(Wire.delete(5, 4, 42));

        assertEquals(List.of("passed(-1, 1, 1)", "listed(0, 2, 2)", "added(0, 2, 2, 42, BUY, 500, 100000000)", "listed(0, 3, 3)",
                "deleted(0, 4, 4, 42)"), heard.lines());
        assertEquals(1, itch.unknownLocates());
    }

    @Test
    void scenario26_locatesAreGivenOutAnewTheNextDay() {
        take(Wire.add(1, 1, 42, 'B', 500, "ONE", 10_000));
        take(Wire.add(2, 2, 43, 'B', 500, "TWO", 10_000));
        take(Wire.system(3, 'O'));
        take(Wire.add(1, 4, 44, 'B', 500, "TWO", 10_000));
        take(Wire.add(2, 5, 45, 'B', 500, "ONE", 10_000));

        assertEquals(List.of("added(0, 1, 1, 42, BUY, 500, 100000000)", "added(1, 2, 2, 43, BUY, 500, 100000000)",
                "added(1, 4, 4, 44, BUY, 500, 100000000)", "added(0, 5, 5, 45, BUY, 500, 100000000)"),
                heard.lines().stream().filter(line -> line.startsWith("added")).toList());
    }

    @Test
    void scenario28_shortSaleRestrictionOddLotsAndAnIposQuotingPeriodPassThrough() {
        take(Wire.head(20, 'Y', 1, 1).putLong(Alpha.pack("INST")).put((byte) '1').array());
        take(Wire.add(1, 2, 42, 'B', 7, "INST", 10_000));               // 7 shares are an odd lot
        take(Wire.head(28, 'K', 1, 3).putLong(Alpha.pack("INST")).putInt(34_200).put((byte) 'A').putInt(200_000).array());
        take(Wire.tradingAction(1, 4, "INST", 'Q'));

        assertEquals(List.of("listed(0, 1, 1)", "passed(0, 1, 1)", "added(0, 2, 2, 42, BUY, 7, 100000000)", "passed(0, 3, 3)",
                "tradingState(0, 4, 4, QUOTATION)"), heard.lines());
    }

    private void take(byte[] message) {
        assertTrue(itch.message(++sequence, message, 0, message.length));
    }
}
