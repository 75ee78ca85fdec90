package io.leakage.ilp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.Horizon;
import io.leakage.core.engine.EngineComponent;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.tail.TailsComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class QuestSinkTest {
    @TempDir
    private static Path folder;
    private static QuestServer server;

    @BeforeAll
    static void begin() throws IOException {
        server = new QuestServer(Files.createDirectory(folder.resolve("questdb")));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void whatIsKeptReadsBackAsItWasTold() throws IOException {
        QuestSink sink = sink("plain");
        assertEquals(0, sink.open("j"));

        Quotes.tell(sink, 0, 7);

        assertEquals("7", count("plain"));
        assertEquals("106.25,106.5,300,\"SYM0\",\"itch \\\"a\\\",=\\\\\",1700000000000006000,\"j\"", server.answer("plain_quotes",
                "SELECT bid, offer, bid_shares, symbol, feed, ts_ns, journal FROM plain_quotes WHERE sequence = 6"));
        assertEquals("\"2023-11-14T22:13:20.000005000Z\",null",
                server.answer("plain_quotes", "SELECT ts, offer FROM plain_quotes WHERE sequence = 5"), "absent is null");
    }

    @Test
    void hostileTextStaysText() throws IOException {
        QuestSink sink = sink("hostile");
        sink.open("j ,=\\'");
        String symbol = "A B,=\\\"é€😀\n'";

        sink.take(Quotes.quote(new HistoryRecord(), 1, symbol));
        sink.flush(200);

        String sql = "SELECT count() FROM hostile_quotes WHERE symbol = '" + symbol.replace("'", "''") + "'";
        assertEquals("1", server.answer("hostile_quotes", sql));
        sink.open("j ,=\\'");
        server.answer("hostile_positions", "SELECT 1");
        assertEquals(200, sink.open("j ,=\\'"));
    }

    @Test
    void whatIsSentAgainIsThereOnce() throws IOException {
        QuestSink sink = sink("again");
        sink.open("j");
        Quotes.tell(sink, 0, 50);
        Quotes.tell(sink, 20, 80);

        assertEquals("80", count("again"));
        sink.open("another");
        Quotes.tell(sink, 0, 50);
        assertEquals("130", count("again"), "positions of another journal are others");
    }

    @Test
    void itGoesOnWhereItStopped() throws IOException {
        QuestSink sink = sink("resumed");
        sink.open("j");
        Quotes.tell(sink, 0, 50);
        server.answer("resumed_positions", "SELECT 1");

        assertEquals(5_000, sink.open("j"));
        assertEquals(0, sink.open("another"));
    }

    @Test
    void aServerKilledAndStartedAgainLosesAndDoublesNothing() throws IOException {
        QuestSink sink = sink("killed");
        sink.open("j");
        Quotes.tell(sink, 0, 1_000);
        server.kill();
        HistoryRecord item = new HistoryRecord();
        for (int i = 1_000; i < 1_500; i++) {
            sink.take(Quotes.quote(item, i, "SYM"));
        }
        IOException told = assertThrows(IOException.class, () -> sink.flush(150_000));
        server.start();
        sink.flush(150_000);

        assertTrue(told.getMessage().startsWith("QuestDB at http://127.0.0.1:"), told.getMessage());
        assertTrue(told.getMessage().contains(": cannot keep what came up to position 150000: "), told.getMessage());
        assertEquals("1500", count("killed"));
        assertEquals("1500", server.answer("killed_quotes", "SELECT count_distinct(position) FROM killed_quotes"));
        assertEquals(150_000, sink.open("j"));
    }

    @Test
    void anAsOfJoinOfFillsAndQuotesGivesOurMids() throws IOException, InterruptedException {
        Path journal = folder.resolve("journal");
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            new RandomDay(73, false).play(engine.inlets());
        }
        TailsComponent tails = new TailsComponent(Map.of(EngineComponent.JOURNAL, journal.toString()));
        HistorySink sink = new QuestSink("day", server.http(), new QuestTables("day"), EnumSet.allOf(HistoryTable.class));
        tails.addSink(sink);
        while (tails.stores().get(0).lag() > 0 || tails.stores().get(0).kept() == 0) {
            Thread.onSpinWait();
        }
        tails.stop();

        int compared = 0;
        server.answer("day_quotes", "SELECT 1");
        for (int i = 0; i < Horizon.count(); i++) {
            String[] agree = server.answer("day_fills", markouts(Horizon.at(i))).split(",");
            assertEquals(agree[0], agree[1], Horizon.at(i).id() + ": mids that agree");
            compared += Integer.parseInt(agree[0]);
        }
        assertTrue(compared > 50, compared + " mids");
        String documented = "SELECT count(), sum(CASE WHEN abs(ours - theirs) < 1e-9 THEN 1 ELSE 0 END) FROM (" + documented()
                + ") WHERE ours IS NOT NULL";
        String[] agree = server.answer("day_fills", documented).split(",");
        assertEquals(agree[0], agree[1], "mids that agree");
        assertTrue(Integer.parseInt(agree[0]) > 10, agree[0] + " mids");
    }

    /** The query of the page for people. */
    private static String documented() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("leakage.root"), "features/history-ilp/docs/stores.md"));
        return page.replaceFirst("(?s).*?```sql\n(.*?)```.*", "$1").replace("leakage_", "day_");
    }

    /** How many mids of the newest records of fills there are at a horizon, and how many of them the quote that stood then gives too. */
    private static String markouts(Horizon horizon) {
        String mid = "mid_" + horizon.id();
        long offset = horizon == Horizon.TOUCH ? -1 : horizon.nanos();
        return "WITH newest AS (SELECT * FROM day_fills LATEST ON ts PARTITION BY exec_id), "
                + "asked AS (SELECT ts + " + offset + "L AS at, symbol, " + mid + " AS ours FROM newest WHERE " + mid
                + " IS NOT NULL ORDER BY 1) "
                + "SELECT count(), coalesce(sum(CASE WHEN abs(ours - (bid + offer) / 2) < 1e-9 THEN 1 ELSE 0 END), 0) "
                + "FROM (asked TIMESTAMP(at)) ASOF JOIN day_quotes ON (symbol)";
    }

    private static String count(String prefix) throws IOException {
        return server.answer(prefix + "_quotes", "SELECT count() FROM " + prefix + "_quotes");
    }

    private static QuestSink sink(String prefix) {
        return new QuestSink("desk-1", server.http(), new QuestTables(prefix), EnumSet.of(HistoryTable.QUOTES));
    }
}
