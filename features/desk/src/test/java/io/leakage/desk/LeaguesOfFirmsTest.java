package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.simulator.ItchWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A buy of 400 against a mid of 100.01, in four fills of 100: at 100.02, 100.03, 100.04, 100.05, so 1, 2, 3 and 4 bps to four hundredths. Its
 * strategy is told by the order at the desk, another by one of its two children.
 */
class LeaguesOfFirmsTest {
    private static final long SINCE_MIDNIGHT = 34_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void aFillIsItsOwnBrokersElseItsOrders() throws IOException {
        List<String> table = league("broker");

        // the fills of C2 name none; its NewOrderSingle did
        assertRow(table, "DESKBRK", 2, 3.5);
        assertRow(table, "PTY", 1, 2);
        assertRow(table, "EXB", 1, 1);
    }

    @Test
    void aCounterpartyIsTheContraBrokerOrThePartyInThatRole() throws IOException {
        List<String> table = league("counterparty");

        assertRow(table, "CONTRA", 2, 3);
        assertRow(table, "CTR", 1, 1);
        assertRow(table, "not told", 1, 3);
    }

    @Test
    void anOrderThatNamesNoStrategyIsWorkedByItsParents() throws IOException {
        List<String> table = league("algo");

        assertRow(table, "847=SNIPER", 2, 3.5);
        assertRow(table, "847=VWAP", 2, 1.5);
    }

    @Test
    void theFillsFileNamesThem() throws IOException {
        replay("--cards", folder.resolve("cards").toString());

        List<String> fills = Files.readAllLines(folder.resolve("cards/fills.csv"));
        assertTrue(fills.get(0).contains(",venue,strategy,broker,counterparty,bid,"), fills.get(0));
        assertTrue(fills.get(1).contains(",VWAP,EXB,CTR,"), fills.get(1));
        assertTrue(fills.get(4).contains(",SNIPER,,CONTRA,"), fills.get(4));
    }

    private static void assertRow(List<String> table, String group, int fills, double bps) {
        String row = table.stream().filter(line -> line.startsWith(group + " ")).findFirst().orElseThrow(() -> new AssertionError(table));
        String[] cells = row.substring(group.length()).trim().split(" +");
        assertEquals(fills, Integer.parseInt(cells[0]), row);
        assertEquals(bps, Double.parseDouble(cells[2]), 1e-3, row);
    }

    private List<String> league(String by) throws IOException {
        return replay("--leagues", "arrival_slippage/" + by).lines().toList();
    }

    private String replay(String... asked) throws IOException {
        ByteArrayOutputStream market = new ByteArrayOutputStream();
        new ItchWriter(market).directory(1, 1, "INST").add(1, SINCE_MIDNIGHT, 1, Side.BUY, 500, "INST", 100_00000000L)
                .add(1, SINCE_MIDNIGHT, 2, Side.SELL, 500, "INST", 100_02000000L).system(SINCE_MIDNIGHT + 20 * SECOND, 'M');
        Path itch = Files.write(folder.resolve("market.itch50"), market.toByteArray());
        Path orders = Files.write(folder.resolve("orders.fix"), List.of(
                message("D", "01", "11=P|55=INST|54=1|38=400|40=1|847=VWAP|"),
                message("D", "02", "11=C1|526=P|55=INST|54=1|38=200|40=1|"),
                message("D", "02", "11=C2|526=P|55=INST|54=1|38=200|40=1|847=SNIPER|76=DESKBRK|"),
                fill("C1", 1, "100.02", "14=100|76=EXB|375=CTR|"),
                fill("C1", 2, "100.03", "14=200|453=2|448=CONTRA|447=D|452=17|448=PTY|447=D|452=1|"),
                fill("C2", 3, "100.04", "14=100|"),
                fill("C2", 4, "100.05", "14=200|453=1|448=CONTRA|447=D|452=17|")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("--market", itch.toString(), "--orders", orders.toString()));
        arguments.addAll(List.of(asked));
        assertEquals(0, Replay.run(arguments.toArray(String[]::new), out, new PrintStream(err, true, StandardCharsets.UTF_8)), err.toString());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String fill(String order, int number, String price, String more) {
        return message("8", "0" + (2 + number), "37=O" + order + "|11=" + order + "|17=E" + number + "|150=F|39=1|55=INST|54=1|38=200|32=100|31="
                + price + "|30=XNAS|" + more);
    }

    private static String message(String type, String second, String body) {
        String time = "20260102-14:30:" + second + ".000";
        return "8=FIX.4.4|9=0|35=" + type + "|49=EMS|56=LEAK|34=1|52=" + time + "|60=" + time + "|" + body + "10=000|";
    }
}
