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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A morning of two buys, {@code P/1} and {@code p_1}, each of which trades 100 three cents above the mid at its arrival. */
class CardFolderTest {
    private static final long SINCE_MIDNIGHT = 34_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReplayWritesEveryCardAndNoIdLeavesTheFolder() throws IOException {
        Path cards = folder.resolve("a/b");

        assertEquals(0, replay("--cards", cards.toString()));

        assertEquals("replay: 2 scorecards are in " + cards.toAbsolutePath() + "\n", err.toString(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(cards)) {
            assertEquals(List.of("P_1.html", "P_1.json", "P_1.txt", "fills.csv", "p_1-2.html", "p_1-2.json", "p_1-2.txt", "scorecards.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(cards.resolve("P_1.html")).contains("<title>Scorecard of P/1</title>"));
        assertTrue(Files.readString(cards.resolve("p_1-2.txt")).startsWith("Scorecard of p_1 (final)\n"));
        assertEquals(3, Files.readAllLines(cards.resolve("fills.csv")).size());
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("P/1 unassigned INST BUY"), "the scorecards are printed as ever");
    }

    @ParameterizedTest(name = "--leagues {0}")
    @CsvSource({"'', Markout 1 s in bps by venue: ", "arrival_slippage/side, Slip bps in bps by side: "})
    void aLeagueIsPrintedInsteadOfTheScorecards(String choice, String heading) throws IOException {
        assertEquals(0, choice.isEmpty() ? replay("--leagues") : replay("--leagues", choice));

        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith(heading), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLeagueOfWhatNoFillHasIsRefused() throws IOException {
        assertEquals(2, replay("--leagues", "drift"));

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("single fills or footprints have, such as markout_1s, got \"drift\""));
    }

    private int replay(String... more) throws IOException {
        ByteArrayOutputStream market = new ByteArrayOutputStream();
        new ItchWriter(market).directory(1, 1, "INST").add(1, SINCE_MIDNIGHT, 1, Side.BUY, 500, "INST", 100_00000000L)
                .add(1, SINCE_MIDNIGHT, 2, Side.SELL, 300, "INST", 100_02000000L).system(SINCE_MIDNIGHT + 10 * SECOND, 'M');
        Path itch = Files.write(folder.resolve("market.itch50"), market.toByteArray());
        Path orders = Files.write(folder.resolve("orders.fix"), List.of(
                message("D", "01", "11=P/1|55=INST|54=1|38=100|40=1|"),
                message("D", "01", "11=p_1|55=INST|54=1|38=100|40=1|"),
                message("8", "05", "37=O|11=P/1|17=E1|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.04|14=100|151=0|30=XNAS|"),
                message("8", "06", "37=Q|11=p_1|17=E2|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.04|14=100|151=0|30=XNAS|")));
        String[] arguments = Stream.concat(Stream.of("--market", itch.toString(), "--orders", orders.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Replay.run(arguments, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String message(String type, String second, String body) {
        String time = "20260102-14:30:" + second + ".000";
        return "8=FIX.4.4|9=0|35=" + type + "|49=EMS|56=LEAK|34=1|52=" + time + "|60=" + time + "|" + body + "10=000|";
    }
}
