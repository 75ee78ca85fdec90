package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTextTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();

    @Test
    void aParentIsOneLineWithUnitAndStatusBehindEveryNumber() throws IOException {
        scorecard.golden("P-1");
        StringBuilder out = new StringBuilder();

        new ScorecardText(scorecard).writeAll(out);

        assertEquals("P-1 equities-us INST BUY 100000 executed 10000 @ 100.0400 PARTIALLY_FILLED arrival 100.0100 grade CANNOT_SAY"
                + " | arrival_slippage 2.9997 bps VALID | leakage_cost 300.00 $ VALID | drift 2.9997 bps VALID"
                + " | pre_trade_leakage 0.9999 bps VALID | post_trade_drift_10ms – bps SUPPRESSED (OPEN)"
                + " | post_trade_drift_100ms – bps SUPPRESSED (OPEN) | post_trade_drift_1s – bps SUPPRESSED (OPEN)"
                + " | post_trade_drift_10s – bps SUPPRESSED (OPEN) | post_trade_drift_1m – bps SUPPRESSED (OPEN)"
                + " | implementation_shortfall_bps – bps SUPPRESSED (OPEN) | effective_spread – bps SUPPRESSED (OPEN)"
                + " | evidence – × SUPPRESSED (OPEN) | markout_1s – bps SUPPRESSED (OPEN)\n", out.toString());
    }

    @Test
    void aDoubtfulNumberShowsItsIntervalAndWhy() {
        ParentRow row = new ParentRow();
        row.score(Measure.DRIFT, 2, 1.5, 2.5, Status.DEGRADED, Flag.MD_GAP.bit() | Flag.HALT.bit());

        assertEquals("2.0000 [1.5000, 2.5000] bps DEGRADED (HALT, MD_GAP)", ScorecardText.score(row, Measure.DRIFT));
    }

    @ParameterizedTest(name = "{0} with {1} decimals is {2}")
    @CsvSource({"-0.00004, 4, 0.0000", "-0.00006, 4, -0.0001", "NaN, 2, –", "Infinity, 2, –", "1234.5, 2, 1234.50"})
    void numbersAreWrittenForAPerson(double value, int decimals, String text) {
        assertEquals(text, ScorecardText.fixed(value, decimals));
    }

    @Test
    void everyRecordOfTheCsvHasAsManyFieldsAsTheHeader() {
        scorecard.golden("P-1");

        String record = new ScorecardCsv(scorecard).record(0);

        assertEquals(ScorecardCsv.header().split(",", -1).length, record.split(",", -1).length);
        assertTrue(record.startsWith("P-1,equities-us,INST,BUY,100000,10000,100.04,PARTIALLY_FILLED,2026-03-02T14:30:00.000000000Z,"
                + "NEW_ORDER_SINGLE,100.01,"), record);
        assertTrue(record.contains(",2.9997000299970003,bps,2.9997000299970003,2.9997000299970003,VALID,,300.0,$,"), record);
        assertTrue(record.endsWith(",,bps,,,SUPPRESSED,OPEN"), record);
    }

    @Test
    void aCommaOrQuoteInATextIsQuotedInTheCsv() {
        scorecard.begin("P,\"1\"", null, "INST", Side.BUY, Absent.LONG);

        assertTrue(new ScorecardCsv(scorecard).record(0).startsWith("\"P,\"\"1\"\"\",unassigned,INST,BUY,,0,,NEW,"));
    }

    @Test
    void aParentThatTurnedOutToBeAChildIsLeftOutOfEveryList() throws IOException {
        int child = scorecard.begin("C-1", null, "INST", Side.BUY, 1);
        scorecard.golden("P-1");
        scorecard.change(child, row -> row.flags(Flag.RELINKED.bit()));
        StringBuilder text = new StringBuilder();
        StringBuilder csv = new StringBuilder();
        ByteArrayOutputStream json = new ByteArrayOutputStream();

        new ScorecardText(scorecard).writeAll(text);
        new ScorecardCsv(scorecard).writeAll(csv);
        new ScorecardJson(scorecard).writeAll(json);

        assertEquals(1, text.toString().lines().count());
        assertEquals(2, csv.toString().lines().count());
        assertFalse(json.toString(StandardCharsets.UTF_8).contains("\"parent\":\"C-1\""));
    }

    @Test
    void aParentThatIsNotThereHasNoLine() {
        assertNull(new ScorecardText(scorecard).line(0));
        assertNull(new ScorecardCsv(scorecard).record(0));
    }

    @Test
    void aNumberThatIsNotDueYetDoesNotSpoilTheRow() {
        int parent = scorecard.golden("P-1");
        ParentRow row = scorecard.change(parent, r -> { });
        assertEquals(new Quality(Status.VALID, Flag.OPEN.bit()), Quality.of(row));

        row.suppress(Measure.POST_TRADE_DRIFT_1S, Flag.CENSORED.bit());
        assertEquals(new Quality(Status.DEGRADED, Flag.OPEN.bit() | Flag.CENSORED.bit()), Quality.of(row));
    }

    @Test
    void aRowWithoutAnyNumberIsSuppressed() {
        int parent = scorecard.begin("P-1", null, "INST", Side.BUY, 1);

        Quality quality = Quality.of(scorecard.change(parent, row -> { }));

        assertEquals(new Quality(Status.SUPPRESSED, Flag.OPEN.bit() | Flag.NO_FILL.bit()), quality);
    }
}
