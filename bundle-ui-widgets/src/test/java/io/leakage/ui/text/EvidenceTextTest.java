package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.event.Side;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTextTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();

    private ParentRow leaking() {
        int parent = scorecard.begin("P-1", null, "INST", Side.SELL, 300);
        return scorecard.change(parent, row -> {
            row.grade(Grade.RED);
            row.score(Measure.EVIDENCE, 65.82, 65.82, 65.82, Status.VALID, 0);
            row.score(Measure.LEAK_1S, 1.5, .5, 2.5, Status.VALID, 0);
            row.score(Measure.LEAK_COST, 70.619, 20, 121.5, Status.VALID, 0);
            for (Input input : Input.all()) {
                if (input.when() == Input.When.FOOTPRINTS) {
                    row.input(input, 0);
                }
            }
            row.input(Input.named("footprints_1s"), 24);
            row.input(Input.named("response_1s"), 1.75);
            row.input(Input.named("placebo_1s"), .25);
            row.input(Input.named("bet_1s"), 521.25);
            row.input(Input.named("crowded_10s"), 7);
        });
    }

    @Test
    void itSaysOneInNRoundedDownAndWhatItIsMadeOf() {
        String text = EvidenceText.of(scorecard, leaking());

        assertTrue(text.startsWith("Evidence of P-1, SELL INST: 1 in 65 (E = 65.82), grade RED\n"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("1s +all +24 +1\\.7500 +0\\.2500 +1\\.5000 +\\[0\\.5000, 2\\.5000] +521\\.25")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("10s +7 +0 +0")), text);
        assertTrue(text.contains("70.62 [20.00, 121.50] $ VALID  Leak $"), text);
    }

    @Test
    void withoutEvidenceItSaysWhy() {
        int parent = scorecard.begin("P-1", null, "INST", Side.BUY, 300);
        ParentRow row = scorecard.change(parent, of -> of.suppress(Measure.EVIDENCE, Flag.NOT_IDENTIFIED.bit() | Flag.TOO_FEW_PLACEBOS.bit()));

        assertEquals("cannot say (what was observed singles out no number; too few placebos: instants alike at which nothing was shown)",
                EvidenceText.oneIn(row));
    }

    @Test
    void asJsonEachFootprintStandsWithItsPlacebosAndFromWhatItCanBeComputedAgain() throws IOException {
        EvidenceCard.Look counted = new EvidenceCard.Look(1_000_000_000L, 2, "ACCEPTED", Horizon.AFTER_1S, "COUNTED", 1.5, .25, .9, 1.25, 0,
                List.of(new EvidenceCard.Placebo(500_000_000L, .25)));
        EvidenceCard.Look crowded = new EvidenceCard.Look(2_000_000_000L, 2, "LEFT", Horizon.AFTER_1S, "CROWDED", Double.NaN, Double.NaN,
                Double.NaN, 1.25, -1, List.of());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            FootprintsJson.write(scorecard, leaking(), new EvidenceCard(0, "1.1", 255, 42, 34, 32, List.of(counted, crowded)), json);
            json.writeEndObject();
        }

        assertEquals("{\"verdict\":null,\"footprints\":{\"shown\":34,\"dropped\":32,\"version\":\"1.1\",\"seed\":\"ff\",\"journalPosition\":42,"
                + "\"looks\":[{\"time\":\"1970-01-01T00:00:01.000000000Z\",\"child\":2,\"kinds\":\"ACCEPTED\",\"horizon\":\"1s\","
                + "\"fate\":\"COUNTED\",\"response\":1.5,\"placebo\":0.25,\"rank\":0.9,\"evidence\":1.25,\"widened\":0.0,\"placebos\":"
                + "[{\"time\":\"1970-01-01T00:00:00.500000000Z\",\"move\":0.25}]},{\"time\":\"1970-01-01T00:00:02.000000000Z\",\"child\":2,"
                + "\"kinds\":\"LEFT\",\"horizon\":\"1s\",\"fate\":\"CROWDED\",\"response\":null,\"placebo\":null,\"rank\":null,"
                + "\"evidence\":1.25,\"widened\":null,\"placebos\":[]}]}}", text.toString());
    }

    @Test
    void asJsonItHasNoNumberThatIsNone() {
        String json = EvidenceJson.of(scorecard, leaking());

        assertTrue(json.startsWith("{\"parent\":\"P-1\",\"symbol\":\"INST\",\"side\":\"SELL\",\"grade\":\"RED\",\"evidence\":65.82,\"oneIn\":65.0,"
                + "\"status\":\"VALID\",\"flags\":[],\"horizons\":[{\"horizon\":\"10ms\""), json);
        assertTrue(json.contains("\"all\":{\"footprints\":24.0,\"response\":1.75,\"placebo\":0.25,\"excess\":1.5,\"lo\":0.5,\"hi\":2.5,\"bet\":521.25}"),
                json);
        assertTrue(json.contains("\"contrast\":{\"value\":null,\"unit\":\"bps\",\"lo\":null,\"hi\":null,\"status\":\"SUPPRESSED\""), json);
    }
}
