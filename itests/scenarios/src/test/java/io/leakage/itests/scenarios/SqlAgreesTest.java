package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.book.AsOfPass;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.FixLog;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.SimulatedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mids around every fill, averages of them, and the prices orders are held against, by a database over the day's quotes and trades. */
class SqlAgreesTest {
    private static final List<Measure> MARKOUTS = List.of(Measure.MARKOUT_BEFORE_1M, Measure.MARKOUT_BEFORE_10S, Measure.MARKOUT_BEFORE_1S,
            Measure.MARKOUT_10MS, Measure.MARKOUT_100MS, Measure.MARKOUT_1S, Measure.MARKOUT_10S, Measure.MARKOUT_1M, Measure.MARKOUT_5M,
            Measure.MARKOUT_30M);

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path files;

    @Test
    void onASimulatedDay() throws Exception {
        SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(7).minutes(20));
        Path market = files.resolve("market.itch50");
        day.writeMarket(market);
        day.writeOrders(files.resolve("orders.fix"));
        try (SqlTape sql = new SqlTape()) {
            ReplayEngine engine = new ReplayEngine(sql::witness);
            DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), engine.inlets().orders("desk"));
            VenueDay venueDay = VenueDay.of(day.options().date(), day.options().zone());
            try (RecordedFeed feed = FeedFormat.ITCH50.open(market, venueDay, engine.inlets().market("venue", WhenFull.WAIT), problem -> { });
                    FixLog orders = new FixLog(files.resolve("orders.fix"), reader, problem -> { })) {
                while (orders.next()) {
                    play(feed, orders.eventNanos());
                    orders.deliver();
                }
                play(feed, Long.MAX_VALUE);
            }
            compare(sql, engine.scorecard(), 2_000, 4);
        }
    }

    /** GOOG of 21 June 2012, five levels, and 60 orders that never were: each is filled ten times, every seven seconds. */
    @Test
    void onARealDayWithGhostOrders() throws Exception {
        Path zip = Path.of(System.getProperty("leakage.data", "../../../shared/data"), "lobster", "LOBSTER_SampleFile_GOOG_2012-06-21_5.zip");
        assumeTrue(Files.exists(zip), zip + " is not there");
        try (SqlTape sql = new SqlTape()) {
            ReplayEngine engine = new ReplayEngine(sql::witness);
            OrderInlet orders = engine.inlets().orders("ghosts");
            VenueDay day = VenueDay.live(ZoneId.of("America/New_York"));
            try (RecordedFeed feed = FeedFormat.LOBSTER.open(zip, day, engine.inlets().market("venue", WhenFull.WAIT), problem -> { })) {
                feed.next();
                long open = feed.venueNanos();
                for (int parent = 0; parent < 60; parent++) {
                    long arrival = open + (1 + 6L * parent) * 60 * SECOND;
                    play(feed, arrival);
                    orders.accept(ghost('D', arrival, parent, 0));
                    for (int fill = 1; fill <= 10; fill++) {
                        play(feed, arrival + 7 * fill * SECOND);
                        orders.accept(ghost('8', arrival + 7 * fill * SECOND, parent, fill));
                    }
                }
                play(feed, Long.MAX_VALUE);
            }
            compare(sql, engine.scorecard(), 5_000, 38);
        }
    }

    private static OrderMessage ghost(char type, long nanos, int parent, int fill) {
        byte[] raw = ("P" + parent + " E" + parent + "-" + fill + " GOOG").getBytes(StandardCharsets.US_ASCII);
        int execution = ("P" + parent + " ").length();
        int symbol = raw.length - 4;
        OrderMessage message = new OrderMessage();
        message.clear();
        message.raw = raw;
        message.rawLength = raw.length;
        message.msgType = type;
        message.transactNanos = nanos;
        message.clOrdId = OrderMessage.slice(0, execution - 1);
        message.symbol = OrderMessage.slice(symbol, 4);
        message.side = parent % 2 == 0 ? Side.BUY : Side.SELL;
        message.orderQty = 1_000;
        if (type == '8') {
            message.execId = OrderMessage.slice(execution, symbol - 1 - execution);
            message.execType = 'F';
            message.ordStatus = fill == 10 ? '2' : '1';
            message.lastQty = 100;
            message.lastPx = (57_000 + 7 * parent + fill) * 1_000_000L;
        }
        return message;
    }

    private static void play(RecordedFeed feed, long untilNanos) throws IOException {
        while (feed.venueNanos() <= untilNanos && feed.next()) {
            // the next
        }
    }

    private static void compare(SqlTape sql, Scorecard scores, int atLeast, int orders) throws SQLException {
        sql.end(scores);
        assertTrue(mids(sql, scores) >= atLeast, "too few mids to compare");
        assertTrue(inOnePass(sql, scores) >= atLeast, "too few mids to compare");
        assertTrue(averages(sql, scores) >= atLeast / 100, "too few averages to compare");
        new SqlBenchmarks(sql, scores).compare(orders);
    }

    /** Every mid that we know is the database's; one that we do not know says why. {@return how many were compared} */
    private static int mids(SqlTape sql, Scorecard scores) throws SQLException {
        int compared = 0;
        FillRow fill = new FillRow();
        try (ResultSet rows = sql.ask("SELECT parent, fill, horizon, mid2, bid, offer FROM around")) {
            while (rows.next()) {
                Horizon horizon = Horizon.at(rows.getInt("horizon"));
                assertTrue(scores.readFill(rows.getInt("parent"), rows.getInt("fill"), fill));
                long ours = fill.midTwice(horizon);
                String where = "parent " + rows.getInt("parent") + ", fill " + rows.getInt("fill") + ", " + horizon;
                if (ours == Absent.LONG) {
                    assertTrue(fill.midFlags(horizon) != 0, where);
                    continue;
                }
                assertEquals(rows.getLong("mid2"), ours, where);
                if (horizon == Horizon.TOUCH) {
                    assertEquals(rows.getLong("bid"), fill.bid(), where);
                    assertEquals(rows.getLong("offer"), fill.offer(), where);
                }
                compared++;
            }
        }
        return compared;
    }

    /** Every mid that we know is that of one pass over the day's quotes. {@return how many were compared} */
    private static int inOnePass(SqlTape sql, Scorecard scores) {
        List<FillRow> fills = fills(scores);
        ParentRow parent = new ParentRow();
        int[] instruments = fills.stream().mapToInt(fill -> scores.read(fill.parent(), parent) ? parent.instrument() : -1).toArray();
        long[] distances = new long[Horizon.count()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Horizon.at(i) == Horizon.TOUCH ? -1 : Horizon.at(i).nanos();
        }
        long[][] mids = AsOfPass.midsTwice(sql.columns(), fills.stream().mapToLong(FillRow::nanos).toArray(), instruments, distances);
        int compared = 0;
        for (int i = 0; i < distances.length; i++) {
            for (int fill = 0; fill < mids[i].length; fill++) {
                long ours = fills.get(fill).midTwice(Horizon.at(i));
                if (ours != Absent.LONG) {
                    assertEquals(mids[i][fill], ours, "fill " + fill + ", " + Horizon.at(i));
                    compared++;
                }
            }
        }
        return compared;
    }

    private static List<FillRow> fills(Scorecard scores) {
        List<FillRow> fills = new ArrayList<>();
        ParentRow parent = new ParentRow();
        for (int i = 0; i < scores.parents(); i++) {
            for (int j = 0; scores.read(i, parent) && j < parent.fills(); j++) {
                FillRow fill = new FillRow();
                scores.readFill(i, j, fill);
                fills.add(fill);
            }
        }
        fills.sort(Comparator.comparingLong(FillRow::nanos));
        return fills;
    }

    /** {@return how many averages were compared} */
    private static int averages(SqlTape sql, Scorecard scores) throws SQLException {
        int compared = 0;
        ParentRow row = new ParentRow();
        for (Measure measure : MARKOUTS) {
            try (ResultSet rows = sql.ask("SELECT parent, 1e4 * any_value(side) * sum((mid2 / 2 - price) * qty) / sum(price::DOUBLE * qty) AS bps"
                    + " FROM around WHERE mid2 IS NOT NULL AND horizon = " + measure.horizon().ordinal() + " GROUP BY parent")) {
                while (rows.next()) {
                    assertTrue(scores.read(rows.getInt("parent"), row));
                    if (row.status(measure) == Status.VALID) {   // of every fill: else it is over fewer than the database's
                        assertEquals(rows.getDouble("bps"), row.value(measure), 1e-7, measure + " of parent " + rows.getInt("parent"));
                        compared++;
                    }
                }
            }
        }
        return compared;
    }
}
