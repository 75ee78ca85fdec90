package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.ui.PlayedDay;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillCsvTest {
    @Test
    void aFillIsARecordWithItsMidsAndMeasures() throws IOException {
        StringBuilder csv = new StringBuilder();
        new FillCsv(new PlayedDay().quote(0, "100.00", "100.01").parent(500, "P", Side.BUY, 100)
                .fill(1_000, "P", "E,1", 100, "100.01", true).quote(1_500, "100.02", "100.04").passed(3_000).scorecard()).writeAll(csv);

        List<String> lines = csv.toString().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith("P,\"E,1\",,2026-01-02T14:30:01.000000000Z,100.01,100,REMOVED,XNAS,,,,100,100.01,,"),
                lines.get(1));
        // a quoted comma in the execution's id
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        String[] fields = lines.get(1).replace("\"E,1\"", "E1").split(",", -1);
        assertEquals(names.size(), fields.length);
        assertEquals("100.005", fields[names.indexOf("mid_touch")]);
        assertEquals("100.03", fields[names.indexOf("mid_1s")]);
        // two cents on 100.01
        assertEquals(200 / 100.01, Double.parseDouble(fields[names.indexOf("markout_1s")]), 1e-6);
        assertEquals("VALID", fields[names.indexOf("markout_1s_status")]);
        assertEquals("", fields[names.indexOf("markout_1m")]);
        assertEquals("AWAITING_MARKET_DATA", fields[names.indexOf("markout_1m_flags")]);
    }

    @Test
    void anIdIsNoFormula() throws IOException {
        StringBuilder csv = new StringBuilder();
        new FillCsv(new PlayedDay().quote(0, "100.00", "100.01").parent(500, "=HYPERLINK(\"http://evil\")", Side.BUY, 100)
                .fill(1_000, "=HYPERLINK(\"http://evil\")", "@SUM(1)", 100, "100.01", true).passed(3_000).scorecard()).writeAll(csv);

        assertTrue(csv.toString().lines().toList().get(1).startsWith("\"'=HYPERLINK(\"\"http://evil\"\")\",\"'@SUM(1)\",,2026"), csv::toString);
    }
}
