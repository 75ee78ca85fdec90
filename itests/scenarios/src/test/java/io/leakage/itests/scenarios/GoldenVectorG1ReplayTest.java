package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leakage.api.event.Side;
import io.leakage.desk.Replay;
import io.leakage.simulator.ItchWriter;
import io.leakage.simulator.LengthPrefixedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The INST order of the specification, from an ITCH file and a FIX log to the JSON that the command prints. Each book of the table is in
 * force one nanosecond before the event it is printed with; it is 2 January 2026, 09:30 in New York, 14:30 UTC.
 */
class GoldenVectorG1ReplayTest {
    private static final long ARRIVAL = 34_200_000_000_000L;
    private static final long MILLIS = 1_000_000L;
    private static final long CENT = 1_000_000L;
    private static final long PRICE = 10_000_000_000L;

    @TempDir
    private Path directory;
    private Path market;
    private Path orders;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void name() {
        market = directory.resolve("market.itch50");
        orders = directory.resolve("orders.fix");
    }

    @Test
    void theBuyCosts() throws IOException {
        market(1);
        orders('1', "100.04", "100.035", "100.045");

        Map<String, String> day = json();

        assertEquals("P", day.get("/0/parent"));
        assertEquals("INST", day.get("/0/symbol"));
        assertEquals("BUY", day.get("/0/side"));
        assertEquals("100000", day.get("/0/quantity"));
        assertEquals("10000", day.get("/0/executed"));
        // average 100.04 against 100.01: 3 cents are 2.9997 bps, and 3 cents on 10,000 are 300 $
        assertMeasure(day, "arrival_slippage", 2.9997, "bps");
        assertMeasure(day, "leakage_cost", 300.00, "$");
        assertMeasure(day, "drift", 4.9995, "bps");
        assertMeasure(day, "pre_trade_leakage", 1.9998, "bps");
        assertEquals("FILL_THROUGH_LIMIT", day.get("/0/fills/1/flags/0"), "100.045 is through the child's limit of 100.04");
        assertNull(day.get("/0/measures/post_trade_drift_1s/value"), "the parent is still working");
        assertEquals("SUPPRESSED", day.get("/0/measures/post_trade_drift_1s/status"));
        assertEquals("C", day.get("/0/children/0/order"));
        assertEquals("", err());
    }

    @Test
    void theSellInTheSameRisingMarketGains() throws IOException {
        market(1);
        orders('2', "100.00", "100.035", "100.045");

        Map<String, String> day = json();

        assertEquals("SELL", day.get("/0/side"));
        assertMeasure(day, "arrival_slippage", -2.9997, "bps");
        assertMeasure(day, "leakage_cost", -300.00, "$");
        assertMeasure(day, "drift", -4.9995, "bps");
        assertMeasure(day, "pre_trade_leakage", -1.9998, "bps");
    }

    @Test
    void theSellInTheMirroredMarketCostsAsMuchAsTheBuy() throws IOException {
        market(-1);
        orders('2', "99.98", "99.985", "99.975");

        Map<String, String> day = json();

        assertMeasure(day, "arrival_slippage", 2.9997, "bps");
        assertMeasure(day, "leakage_cost", 300.00, "$");
        assertMeasure(day, "drift", 4.9995, "bps");
        assertMeasure(day, "pre_trade_leakage", 1.9998, "bps");
    }

    @Test
    void theOtherFormatsSayTheSame() throws IOException {
        market(1);
        orders('1', "100.04", "100.035", "100.045");
        assertEquals(0, replay("--format", "text"), err());
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertEquals(1, lines.length);
        assertTrue(lines[0].startsWith("P "), lines[0]);
        assertTrue(lines[0].contains("arrival_slippage 2.9997 bps VALID") && lines[0].contains("leakage_cost 300.00 $"), lines[0]);

        assertEquals(0, replay("--format", "csv"), err());
        String[] records = out.toString(StandardCharsets.UTF_8).split("\r\n");
        assertEquals(2, records.length);
        assertTrue(records[0].startsWith("parent,desk,symbol,side,quantity,executed,"), records[0]);
        assertTrue(records[1].startsWith("P,") && records[1].contains(",2.9997"), records[1]);
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestIsScored() throws IOException {
        market(1);
        orders('1', "100.04", "100.035", "100.045");
        log.add(1, "this is not FIX");
        Files.write(orders, log);
        Files.write(market, new byte[] {0, 1, 'z'}, StandardOpenOption.APPEND);

        assertMeasure(json(), "arrival_slippage", 2.9997, "bps");
        assertTrue(err().contains(orders + ", line 2: \"this is not FIX\", expected a FIX message"), err());
        assertTrue(err().contains(market + ", byte "), err());
    }

    @Test
    void whatCannotBeDoneEndsWithACodeAndASentence() throws IOException {
        market(1);
        orders('1', "100.04", "100.035", "100.045");
        Path missing = directory.resolve("missing.itch50");
        assertEquals(2, run("--market", missing.toString(), "--orders", orders.toString()));
        assertTrue(err().startsWith("replay: --market: a file that can be read, got " + missing), err());
        assertEquals(2, run("--orders", orders.toString()));
        assertEquals(2, replay("--format", "xml"));
        assertTrue(err().contains("--format: text, json or csv, got \"xml\""), err());

        Files.writeString(orders, "nothing\n");
        assertEquals(1, replay("--format", "json"));
        assertEquals("[]", out.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""));
        Files.write(market, new byte[0]);
        orders('1', "100.04", "100.035", "100.045");
        assertEquals(1, replay("--format", "json"));
    }

    @Test
    void theDateMayBeGiven() throws IOException {
        market(1);
        orders('1', "100.04", "100.035", "100.045");
        assertEquals(0, replay("--format", "json", "--date", "2026-01-03"));
        assertNull(parse().get("/0/measures/arrival_slippage/value"), "the market is a day late: there was no book at arrival");
    }

    /** The five books of the table; {@code direction} −1 turns them about the arrival mid of 100.01. */
    private void market(int direction) throws IOException {
        try (LengthPrefixedFile file = LengthPrefixedFile.create(market)) {
            ItchWriter itch = new ItchWriter(file).system(0, 'O').directory(1, "INST").tradingAction(1, 1, "INST", 'T');
            itch.system(ARRIVAL - 2 * MILLIS, 'Q');
            itch.add(1, ARRIVAL - 1, 1, Side.BUY, 5_000, "INST", PRICE).add(1, ARRIVAL - 1, 2, Side.SELL, 5_000, "INST", PRICE + 2 * CENT);
            long[] millis = {50, 75, 120, 200};
            int[] cents = {1, 2, 3, 5};
            for (int i = 0; i < millis.length; i++) {
                long nanos = ARRIVAL + millis[i] * MILLIS - 1;
                long move = direction * cents[i] * CENT;
                int bid = 2 * i + 1;
                int offer = 2 * i + 2;
                if (direction > 0) {
                    itch.replaced(1, nanos, offer, offer + 2, 5_000, PRICE + 2 * CENT + move);
                    itch.replaced(1, nanos, bid, bid + 2, 5_000, PRICE + move);
                } else {
                    itch.replaced(1, nanos, bid, bid + 2, 5_000, PRICE + move);
                    itch.replaced(1, nanos, offer, offer + 2, 5_000, PRICE + 2 * CENT + move);
                }
            }
            itch.system(ARRIVAL + 300 * MILLIS, 'M');
        }
    }

    private void orders(char side, String limit, String first, String second) throws IOException {
        log.clear();
        log.add(message("D", "000", "11=P|1=ACC|55=INST|54=" + side + "|38=100000|40=1|"));
        log.add("20260102-14:30:00.051: " + message("D", "050",
                "11=C|526=P|1=ACC|55=INST|54=" + side + "|38=10000|40=2|44=" + limit + "|100=XNAS|"));
        log.add("");
        log.add(fill("075", side, "E1", first, 5_000));
        log.add(fill("120", side, "E2", second, 10_000).replace('|', '\u0001'));
        Files.write(orders, log, StandardCharsets.ISO_8859_1);
    }

    private static String fill(String millis, char side, String execution, String price, int cumulative) {
        return message("8", millis, "37=O|11=C|17=" + execution + "|150=F|39=" + (cumulative == 10_000 ? 2 : 1) + "|55=INST|54=" + side
                + "|38=10000|32=5000|31=" + price + "|14=" + cumulative + "|151=" + (10_000 - cumulative) + "|30=XNAS|851=2|");
    }

    private static String message(String type, String millis, String body) {
        String time = "20260102-14:30:00." + millis;
        return "8=FIX.4.4|9=0|35=" + type + "|49=EMS|56=LEAK|34=1|52=" + time + "|60=" + time + "000000|" + body + "10=000|";
    }

    private static void assertMeasure(Map<String, String> day, String id, double value, String unit) {
        assertEquals(value, number(day, "/0/measures/" + id + "/value"), 5e-5, id);
        assertEquals(unit, day.get("/0/measures/" + id + "/unit"));
        assertEquals("VALID", day.get("/0/measures/" + id + "/status"), id);
    }

    private static double number(Map<String, String> day, String pointer) {
        String text = day.get(pointer);
        return text == null ? Double.NaN : Double.parseDouble(text);
    }

    private Map<String, String> json() throws IOException {
        assertEquals(0, replay("--format", "json"), err());
        return parse();
    }

    /** Every scalar by its JSON pointer; null where it is null. */
    private Map<String, String> parse() throws IOException {
        Map<String, String> scalars = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(out.toByteArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    scalars.put(pointer, token == JsonToken.VALUE_NULL ? null : parser.getText());
                }
            }
        }
        return scalars;
    }

    private int replay(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--market", market.toString(), "--orders", orders.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Replay.run(arguments, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
