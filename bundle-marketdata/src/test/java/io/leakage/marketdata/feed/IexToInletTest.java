package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.Recording;
import io.leakage.testing.Garbage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IexToInletTest {
    private final Recording heard = new Recording();
    private final IexToInlet deep = IexToInlet.deep(heard.inlet());
    private final IexToInlet tops = IexToInlet.tops(heard.inlet());
    private long sequence;

    @Test
    void aLevelCarriesWhetherItsEventIsComplete() {
        take(deep, Little.level(true, false, 5, "ONE", 500, 999_800));
        take(deep, Little.level(false, true, 6, "ONE", 0, 1_000_200));

        assertEquals(List.of("listed(0, 1, 5)", "level(0, 1, 5, BUY, 9998000000, 500, 0, false)",
                "level(0, 2, 6, SELL, 10002000000, 0, 0, true)"), heard.lines());
    }

    @Test
    void aQuoteOfZeroIsAnEmptySide() {
        take(tops, Little.quote(5, "ONE", 100, 999_800, 0, 0));

        assertEquals(List.of("listed(0, 1, 5)", "quoted(0, 1, 5, 9998000000, 100, " + Absent.LONG + ", " + Absent.LONG + ")"),
                heard.lines());
    }

    @Test
    void aTradeDoesNotSayWhichSideRestedAndAnAuctionsIsACross() {
        take(deep, Little.trade(0x20, 5, "ONE", 50, 10_000, 9));
        take(deep, Little.trade(0x08, 6, "ONE", 5_000, 10_000, 10));
        take(deep, Little.iex(38, 'B', 0x20, 7, "ONE").putInt(50).putLong(10_000).putLong(9).array());

        assertEquals(List.of("listed(0, 1, 5)", "traded(0, 1, 5, null, 50, 100000000, 9)", "crossed(0, 2, 6, 5000, 100000000, X, 10)",
                "broken(0, 3, 7, 9)"), heard.lines());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"T, TRADING", "H, HALTED", "P, PAUSED", "O, QUOTATION"})
    void aTradingStatusIsAState(char status, String state) {
        take(deep, Little.iex(22, 'H', status, 1, "ONE").putInt(0).array());

        assertEquals("tradingState(0, 1, 1, " + state + ")", heard.lines().get(1));
    }

    @Test
    void oneHaltDoesNotLiftTheOther() {
        take(deep, Little.iex(22, 'H', 'P', 1, "ONE").putInt(0).array());
        take(deep, Little.iex(18, 'O', 'O', 2, "ONE").array());
        take(deep, Little.iex(22, 'H', 'T', 3, "ONE").putInt(0).array());
        take(deep, Little.iex(18, 'O', 'N', 4, "ONE").array());

        assertEquals(List.of("listed(0, 1, 1)", "tradingState(0, 1, 1, PAUSED)", "tradingState(0, 2, 2, HALTED)",
                "tradingState(0, 3, 3, HALTED)", "tradingState(0, 4, 4, TRADING)"), heard.lines());
    }

    @Test
    void theRegularHoursBeginWithItchsLetter() {
        take(deep, Little.bytes(10).put((byte) 'S').put((byte) 'R').putLong(7).array());
        take(deep, Little.bytes(10).put((byte) 'S').put((byte) 'M').putLong(8).array());

        assertEquals(List.of("session(1, 7, Q)", "session(2, 8, M)"), heard.lines());
    }

    @Test
    void fieldsThatMeanNothingAreRefusedAndMoveTime() {
        take(deep, Little.level(true, true, 1, "", 500, 10_000));
        take(deep, Little.level(true, true, 2, "ONE", 500, Long.MAX_VALUE));
        take(deep, Little.iex(22, 'H', 'Z', 3, "ONE").putInt(0).array());

        assertEquals(List.of("passed(-1, 1, 1)", "listed(0, 2, 2)", "passed(0, 2, 2)", "passed(0, 3, 3)"), heard.lines());
        assertEquals(3, deep.refused());
    }

    @Test
    void scenario22_auctionInformationIsNotATrade() {
        take(deep, Little.iex(80, 'A', 'C', 1, "ONE").putInt(100).array());

        assertEquals(List.of("listed(0, 1, 1)", "passed(0, 1, 1)"), heard.lines());
    }

    @Test
    void scenario26_aSymbolIsLearnedFromItsFirstMessageWhateverItIs() {
        take(deep, Little.trade(0, 1, "LATE", 50, 10_000, 9));
        take(deep, Little.iex(31, 'D', 0, 2, "LATE").putInt(100).putLong(0).put((byte) 1).array());
        take(deep, Little.bytes(10).put((byte) 'S').put((byte) 'O').putLong(3).array());
        take(deep, Little.iex(31, 'D', 0, 4, "NEXT").putInt(100).putLong(0).put((byte) 1).array());

        assertEquals(List.of("listed(0, 1, 1)", "traded(0, 1, 1, null, 50, 100000000, 9)", "listed(0, 2, 2)", "session(3, 3, O)",
                "listed(1, 4, 4)"), heard.lines());
    }

    @Test
    void scenario28_shortSaleTestsAndOtherNoticesPassThrough() {
        take(deep, Little.iex(19, 'P', 1, 1, "ONE").put((byte) 'A').array());
        take(deep, Little.iex(18, 'I', 'A', 2, "ONE").array());
        take(deep, Little.iex(18, 'E', 'O', 3, "ONE").array());
        take(deep, Little.iex(26, 'X', 'Q', 4, "ONE").putLong(10_000).array());
        take(deep, Little.trade(0x20, 5, "ONE", 5, 10_000, 1));   // an odd lot prints as any other

        assertEquals(List.of("listed(0, 1, 1)", "passed(0, 1, 1)", "passed(0, 2, 2)", "passed(0, 3, 3)", "passed(0, 4, 4)",
                "traded(0, 5, 5, null, 5, 100000000, 1)"), heard.lines());
    }

    @Test
    void scenario07_anotherSessionClearsBooksAndLiftsHalts() {
        deep.sessionChanged();
        take(deep, Little.iex(18, 'O', 'O', 1, "ONE").array());
        deep.sessionChanged();
        take(deep, Little.iex(22, 'H', 'T', 2, "ONE").putInt(0).array());

        assertEquals(List.of("listed(0, 1, 1)", "tradingState(0, 1, 1, HALTED)", "cleared(-1, 1, 1)", "listed(0, 2, 2)",
                "tradingState(0, 2, 2, TRADING)"), heard.lines());
    }

    @Test
    void whatTheLinesSayOfThemselvesIsPassedOn() {
        deep.gap(2, 4);
        deep.filled();
        deep.recovering();
        deep.recovered(5);
        deep.silent(true);

        assertEquals(List.of("gap(2, 4)", "filled()", "recovering()", "recovered(5)", "silent(true)"), heard.lines());
    }

    @Test
    void mappingLeavesNoGarbage() {
        CountingInlet inlet = new CountingInlet();
        IexToInlet quiet = IexToInlet.deep(inlet);
        byte[] level = Little.level(true, true, 5, "ONE", 500, 999_800);
        byte[] trade = Little.trade(0, 5, "TWO", 50, 10_000, 9);
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                quiet.message(i, level, 0, level.length);
                quiet.message(i, trade, 0, trade.length);
            }
        }));
        assertTrue(inlet.calls() > 20_000);
    }

    private void take(IexToInlet iex, byte[] message) {
        assertTrue(iex.message(++sequence, message, 0, message.length));
    }
}
