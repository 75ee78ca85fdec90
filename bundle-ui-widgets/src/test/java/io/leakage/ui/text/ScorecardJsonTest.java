package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScorecardJsonTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final ScorecardJson json = new ScorecardJson(scorecard);

    @Test
    void theOrderOfGoldenVectorG1IsWrittenToTheLetter() throws IOException {
        scorecard.golden("P-1");

        try (var expected = getClass().getResourceAsStream("golden-g1.json")) {
            assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\n *", ""), json.text(0));
        }
    }

    @Test
    void whatTheOtherSideToldStandsBesideOurOwnSum() {
        int parent = scorecard.begin("P-1", null, "INST", Side.SELL, 300);
        assertFalse(json.text(parent).contains("\"told\""), "nothing was told yet");
        scorecard.change(parent, row -> {
            row.executed(100);
            row.toldExecuted(200);
            row.toldLeaves(100);
            row.toldAverage(10_003_000_000L);
        });

        assertTrue(json.text(parent).contains("\"executed\":100,\"told\":{\"executed\":200,\"leaves\":100,\"averagePrice\":100.03}"),
                json.text(parent));
    }

    @Test
    void aNumberThatIsNotThereIsNullAndItsFlagsSayWhy() {
        int parent = scorecard.begin("P-1", null, "INST", Side.SELL, Absent.LONG);
        scorecard.change(parent, row -> {
            row.suppress(Measure.DRIFT, Flag.NO_ARRIVAL_PRICE.bit());
            row.arrivalMid(Double.NaN);
            row.score(Measure.PRE_TRADE_LEAKAGE, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Status.DEGRADED,
                    Flag.MD_GAP.bit());
        });

        String text = json.text(parent);

        assertTrue(text.contains("\"drift\":{\"value\":null,\"unit\":\"bps\",\"lo\":null,\"hi\":null,\"status\":\"SUPPRESSED\","
                + "\"flags\":[\"NO_ARRIVAL_PRICE\"],"), text);
        assertTrue(text.contains("\"value\":1.0,\"unit\":\"bps\",\"lo\":null,\"hi\":null,\"status\":\"DEGRADED\""), text);
        assertTrue(text.contains("\"desk\":\"unassigned\",\"symbol\":\"INST\",\"side\":\"SELL\",\"quantity\":null"), text);
        assertTrue(text.contains("\"arrivalMid\":null"), text);
        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
    }

    @Test
    void aMinusZeroIsZero() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> RecordedScorecard.point(row, Measure.DRIFT, -0.0));

        assertTrue(json.text(parent).contains("\"drift\":{\"value\":0.0,"));
        assertFalse(new ScorecardCsv(scorecard).record(parent).contains("-0.0,"));
    }

    @Test
    void allParentsComeAsOneArrayInTheOrderTheyWereFirstSeen() throws IOException {
        scorecard.begin("P-2", "d", "A", Side.BUY, 1);
        scorecard.begin("P-1", "d", "B", Side.BUY, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        json.writeAll(out);

        assertEquals(List.of("P-2", "P-1"), parentsOf(out.toByteArray()));
    }

    @Test
    void noParentIsAnEmptyArray() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        json.writeAll(out);

        assertEquals("[]", out.toString(StandardCharsets.UTF_8).strip().replace("\n", ""));
    }

    @Test
    void aParentThatIsNotThereIsNull() {
        assertNull(json.text(0));
    }

    @Test
    void everyMeasureSaysWhatItIsAsOfAndHowGoodTheClockWas() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> {
            row.marketSequence(4711);
            row.orderSequence(12);
            row.clock(ClockState.UNSYNC, Absent.LONG);
        });
        String clock = "\"clock\":{\"state\":\"UNSYNC\",\"uncertainty_nanos\":null,\"flags\":[\"CLOCK_UNSYNC\"]}";

        String whole = json.text(parent);
        String line = json.withoutDetail().text(parent);

        assertEquals(Measure.count(), occurrences(whole, "\"as_of_seq\":4711,\"order_seq\":12,\"version\":2," + clock));
        assertEquals(0, occurrences(line, "as_of_seq"), "a line says it once");
        assertTrue(line.endsWith("\"version\":2,\"marketSequence\":4711,\"orderSequence\":12," + clock + "}"), line);
    }

    @Test
    void whatWasAmendedStandsBesideWhatIs() {
        int parent = scorecard.golden("P-1");
        scorecard.amend(new Amendment(parent, 2, Measure.DRIFT, Double.NaN, Status.SUPPRESSED, Flag.MD_GAP.bit(), 3, Status.VALID, 0));

        assertTrue(json.text(parent).contains("\"amendments\":[{\"measure\":\"drift\",\"version\":2,\"old_value\":null,"
                + "\"old_status\":\"SUPPRESSED\",\"old_flags\":[\"MD_GAP\"],\"new_value\":3.0,\"new_status\":\"VALID\","
                + "\"new_flags\":[]}]"));
    }

    @Test
    void aDeskSaysHowManyOfItsOrderTimesAreTooCoarse() {
        for (String id : List.of("P-1", "P-2")) {
            scorecard.change(scorecard.golden(id), row -> {
                row.questions(8);
                row.undecidable(id.equals("P-1") ? 1 : 2);
            });
        }
        scorecard.begin("P-3", null, "INST", Side.BUY, 1);

        assertEquals(List.of(new DeskDoubt("equities-us", 2, 16, 3), new DeskDoubt("unassigned", 1, 0, 0)),
                List.copyOf(DeskDoubt.of(scorecard)));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aLineOfTheBlotterLeavesChildrenAndFillsOut() {
        int parent = scorecard.golden("P-1");

        String line = json.withoutDetail().text(parent);

        assertFalse(line.contains("\"children\"") || line.contains("\"fills\""), line);
        assertTrue(line.contains("\"measures\""), line);
    }

    @Test
    void aStreamTellsAValidPointWithoutAFlagAsItsNumberAlone() {
        int parent = scorecard.begin("P-1", null, "INST", Side.SELL, 300);
        scorecard.change(parent, row -> {
            RecordedScorecard.point(row, Measure.DRIFT, 1.5);
            row.score(Measure.LEAK_1S, 1.5, 1, 2, Status.VALID, 0);
            row.score(Measure.EVIDENCE, 3, 3, 3, Status.VALID, Flag.MD_GAP.bit());
            row.score(Measure.ARRIVAL_SLIPPAGE, 3, 3, 3, Status.DEGRADED, 0);
        });

        String text = json.streamed().text(parent);

        assertTrue(text.contains("\"drift\":1.5,"), text);
        assertTrue(text.contains("\"leak_1s\":{\"value\":1.5,\"unit\":\"bps\",\"lo\":1.0,\"hi\":2.0,\"status\":\"VALID\",\"flags\":[]}"),
                text);
        assertTrue(text.contains("\"evidence\":{\"value\":3.0,\"unit\":\"×\",\"lo\":3.0,\"hi\":3.0,\"status\":\"VALID\","
                + "\"flags\":[\"MD_GAP\"]}"), text);
        assertTrue(text.contains("\"arrival_slippage\":{\"value\":3.0,\"unit\":\"bps\",\"lo\":3.0,\"hi\":3.0,\"status\":\"DEGRADED\","
                + "\"flags\":[]}"), text);
        assertTrue(text.contains("\"post_trade_drift_1s\":{\"value\":null,"), text);
        assertFalse(text.contains("\"children\""), text);
    }

    @Test
    void textFromTheWireCannotBreakTheJson() throws IOException {
        String hostile = "P\"\\\u0001</script>\u00e9\u20ac";
        scorecard.begin(hostile, "d", "<img src=x>", Side.BUY, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        json.writeAll(out);

        assertEquals(List.of(hostile), parentsOf(out.toByteArray()));
    }

    @Test
    void theGradeIsTheRows() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> row.grade(Grade.RED));

        assertTrue(json.text(parent).contains("\"grade\":\"RED\""));
    }

    private static List<String> parentsOf(byte[] document) throws IOException {
        List<String> parents = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && "parent".equals(parser.currentName())) {
                    parents.add(parser.nextTextValue());
                }
            }
        }
        return parents;
    }
}
