package io.leakage.archive.query;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Two days with four orders, small enough to check every answer by hand:
 * <pre>
 *  order  day  time   stock side   quantity strategy broker  fills
 *  P1     27th 14:30  AAPL  BUY    1000     VWAP     ALPHA   100 at 100.02 XNAS removed, 300 at 100.00 XNYS added
 *  P2     27th 15:10  AAPL  SELL   400      POV      BETA    400 at  99.98 XNAS removed
 *  P3     30th 14:31  MSFT  BUY    5000     VWAP     BETA    200 at  50.01 XNYS removed, 100 at 50.02 XNAS busted later
 *  P4     30th 19:45  MSFT  SELL   6000     VWAP     ALPHA   none
 * </pre>
 */
final class SmallArchive {
    private static final long SECOND = 1_000_000_000L;
    /** 2026-11-27 14:30 UTC. */
    private static final long FRIDAY = 1_795_789_800L * SECOND;
    private static final long MONDAY = FRIDAY + 3 * 86_400L * SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long MILLI = 1_000_000L;

    private final HistoryRecord item = new HistoryRecord();
    private final ArchiveSink sink;
    private long position;

    private SmallArchive(ArchiveSink sink) {
        this.sink = sink;
    }

    /** Writes it, a flush for each day. */
    static void write(Path folder) throws IOException {
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), ArchiveOptions.DEFAULT);
        sink.open("journal-1");
        SmallArchive small = new SmallArchive(sink);
        small.friday();
        sink.flush(small.position);
        small.monday();
        sink.flush(small.position);
        sink.close();
    }

    private void friday() {
        quote(FRIDAY - SECOND, "AAPL", 99.98, 500, 100.02, 400);
        order(FRIDAY, "AAPL", "P1", "D", "0", "BUY", 1000);
        score(FRIDAY, "AAPL", "P1", 1, Map.of("executed", 0, "evidence", 1.0, "leak_1s", Double.NaN));
        fill(FRIDAY + 10 * SECOND, "AAPL", "P1", 0, "XNAS", 100.02, 100, 2, mids(99.98, 100.02, 100.00, 100.01, 100.02, 100.04, 100.05));
        trade(FRIDAY + 10 * SECOND, "AAPL", 100.02, 100, "BUY");
        quote(FRIDAY + 10 * SECOND + 50 * MILLI, "AAPL", 99.99, 500, 100.03, 100);
        footprint(FRIDAY + 11 * SECOND, "P1", "FILLED", "1s", "COUNTED", 2.0, 0.5, 0.95, 4.0);
        score(FRIDAY + 11 * SECOND, "AAPL", "P1", 2, Map.of("executed", 100, "evidence", 4.0, "leak_1s", 1.5, "leak_cost", 0.15));
        quote(FRIDAY + 20 * SECOND, "AAPL", 100.00, 200, 100.04, 300);
        fill(FRIDAY + 25 * SECOND, "AAPL", "P1", 1, "XNYS", 100.00, 300, 1, mids(100.00, 100.04, 100.02, 100.02, 100.01, 100.00, 99.99));
        trade(FRIDAY + 25 * SECOND, "AAPL", 100.00, 300, "SELL");
        quote(FRIDAY + 25 * SECOND + 80 * MILLI, "AAPL", 99.98, 600, 100.04, 300);
        footprint(FRIDAY + 26 * SECOND, "P1", "FILLED", "1s", "COUNTED", 1.0, 0.5, 0.80, 30.0);
        footprint(FRIDAY + 26 * SECOND, "P1", "REPLACED", "1s", "OVERLAPPED", 5.0, Double.NaN, Double.NaN, 30.0);
        score(FRIDAY + 26 * SECOND, "AAPL", "P1", 3, Map.of("executed", 400, "evidence", 30.0, "leak_1s", 2.5, "leak_cost", 1.0,
                "arrival_slippage", 0.5, "leakage_cost", 2.0, "drift_leakage", 1.75, "drift_market", -0.25, "drift_impact", 0.5));
        decision(FRIDAY + 26 * SECOND, "P1", "VERDICT", "FIRED", "leak", null, 1.0, "evidence 30.0 >= 20");
        decision(FRIDAY + 27 * SECOND, "P1", "SWITCH", "ACCEPTED", null, "S1", 0.8, "leak fired");
        audit(FRIDAY + 40 * SECOND, "P1", "leak_1s", 2.4, 2.5);
        quote(FRIDAY + 39 * MINUTE, "AAPL", 99.98, 500, 100.02, 500);
        order(FRIDAY + 40 * MINUTE, "AAPL", "P2", "D", "0", "SELL", 400);
        fill(FRIDAY + 41 * MINUTE, "AAPL", "P2", 0, "XNAS", 99.98, 400, 2, mids(99.98, 100.02, 100.00, 99.99, 99.97, 99.94, 99.96));
        score(FRIDAY + 42 * MINUTE, "AAPL", "P2", 2, Map.of("executed", 400, "evidence", 0.5, "leak_1s", 0.5, "leak_cost", 0.2,
                "arrival_slippage", 2.0, "leakage_cost", 8.0, "drift_leakage", 0.25, "drift_market", 1.0, "drift_impact", 0.75));
    }

    private void monday() {
        long open = MONDAY + MINUTE;
        order(open, "MSFT", "P3", "D", "0", "BUY", 5000);
        fill(open + SECOND, "MSFT", "P3", 0, "XNYS", 50.01, 200, 2, mids(49.99, 50.01, 50.00, 50.01, 50.02, 50.03, 50.03));
        fill(open + SECOND, "MSFT", "P3", 1, "XNAS", 50.02, 100, 2, mids(49.99, 50.01, 50.00, 50.01, 50.02, 50.03, 50.03));
        fill(open + 9 * SECOND, "MSFT", "P3", 1, "XNAS", 50.02, 0, 2, mids(49.99, 50.01, 50.00, 50.01, 50.02, 50.03, 50.03));
        score(open + 10 * SECOND, "MSFT", "P3", 2, Map.of("executed", 200, "evidence", 40.0, "leak_1s", 4.0, "leak_cost", 4.0,
                "arrival_slippage", 2.0, "leakage_cost", 2.0, "drift_leakage", 3.0, "drift_market", 0.5, "drift_impact", 0.5));
        decision(open + 10 * SECOND, "P3", "VERDICT", "FIRED", "leak", null, 1.0, "evidence 40.0 >= 20");
        decision(open + 11 * SECOND, "P3", "SWITCH", "WITHHELD", null, "S2", 0.8, "leak fired");
        score(open + 60 * SECOND, "MSFT", "P3", 3, Map.of("executed", 200, "evidence", 25.0, "leak_1s", 3.0, "leak_cost", 3.0,
                "arrival_slippage", 2.0, "leakage_cost", 2.0, "drift_leakage", 3.0, "drift_market", 0.5, "drift_impact", 0.5));
        order(MONDAY + 315 * MINUTE, "MSFT", "P4", "D", "0", "SELL", 6000);
        score(MONDAY + 315 * MINUTE, "MSFT", "P4", 1, Map.of("executed", 0, "evidence", 1.0));
        order(MONDAY + 316 * MINUTE, "MSFT", "P4", "F", null, "SELL", 6000);
    }

    private static Map<String, Object> mids(double bid, double offer, double touch, double ms10, double ms100, double s1, double s10) {
        return Map.of("bid", bid, "offer", offer, "mid_touch", touch, "mid_10ms", ms10, "mid_100ms", ms100, "mid_1s", s1, "mid_10s", s10);
    }

    private void quote(long nanos, String symbol, double bid, int bidShares, double offer, int offerShares) {
        put(HistoryTable.QUOTES, nanos, symbol, Map.of("bid", bid, "offer", offer, "bid_shares", bidShares, "offer_shares", offerShares,
                "flags", 0, "feed", "nasdaq"));
    }

    private void trade(long nanos, String symbol, double price, int quantity, String aggressor) {
        put(HistoryTable.TRADES, nanos, symbol, Map.of("price", price, "quantity", quantity, "aggressor", aggressor, "kind", "EXECUTED",
                "printable", true));
    }

    private void order(long nanos, String symbol, String parent, String type, String execution, String side, int quantity) {
        Map<String, Object> values = new HashMap<>(Map.of("parent", parent, "order_id", parent, "msg_type", type, "side", side, "order_qty",
                quantity, "strategy", strategy(parent), "broker", broker(parent), "possible", false, "late", false));
        values.put("exec_type", execution);
        put(HistoryTable.ORDERS, nanos, symbol, values);
    }

    private void fill(long nanos, String symbol, String parent, int number, String venue, double price, int quantity, int liquidity,
            Map<String, Object> mids) {
        Map<String, Object> values = new HashMap<>(mids);
        values.putAll(Map.of("parent", parent, "desk", "equities", "number", number, "strategy", strategy(parent), "venue", venue,
                "broker", broker(parent), "side", side(parent), "price", price, "quantity", quantity));
        values.putAll(Map.of("liquidity", liquidity, "counterparty", venue.equals("XNAS") ? "MAKER1" : "MAKER2", "child", 0, "exec_id",
                parent + "-" + number));
        put(HistoryTable.FILLS, nanos, symbol, values);
    }

    private void footprint(long nanos, String parent, String kinds, String horizon, String fate, double response, double placebo,
            double rank, double evidence) {
        put(HistoryTable.FOOTPRINTS, nanos, "AAPL", Map.of("parent", parent, "desk", "equities", "child", 0, "kinds", kinds, "horizon",
                horizon, "fate", fate, "response", response, "placebo", placebo, "rank", rank, "evidence", evidence));
    }

    private void score(long nanos, String symbol, String parent, int version, Map<String, Object> measures) {
        Map<String, Object> values = new HashMap<>(measures);
        values.putAll(Map.of("parent", parent, "number", parent.charAt(1) - '1', "version", version, "desk", "equities", "strategy",
                strategy(parent), "broker", broker(parent), "side", side(parent), "quantity", quantity(parent)));
        values.putAll(Map.of("arrival_ns", arrival(parent), "arrival_mid", symbol.equals("AAPL") ? 100.00 : 50.00, "as_of_ns", nanos));
        measures.keySet().stream().filter(name -> !name.equals("executed")).forEach(name -> values.put(name + "_status", "VALID"));
        put(HistoryTable.SCORES, nanos, symbol, values);
    }

    private void decision(long nanos, String parent, String kind, String state, String rule, String switchId, double propensity,
            String why) {
        Map<String, Object> values = new HashMap<>(Map.of("parent", parent, "desk", "equities", "kind", kind, "state", state, "mode",
                "AUTO", "why", why));
        values.put("rule", rule);
        values.put("switch_id", switchId);
        if (switchId != null) {
            values.putAll(Map.of("propensity", propensity, "from_strategy", "VWAP", "to_strategy", "DARK"));
        }
        put(HistoryTable.DECISIONS, nanos, parent.equals("P1") ? "AAPL" : "MSFT", values);
    }

    private void audit(long nanos, String parent, String measure, double before, double now) {
        put(HistoryTable.AUDIT, nanos, "AAPL", Map.of("parent", parent, "desk", "equities", "kind", "AMENDED", "measure", measure,
                "version", 3, "old_value", before, "old_status", "VALID", "new_value", now, "new_status", "VALID"));
    }

    private static long arrival(String parent) {
        return switch (parent) {
            case "P1" -> FRIDAY;
            case "P2" -> FRIDAY + 40 * MINUTE;
            case "P3" -> MONDAY + MINUTE;
            default -> MONDAY + 315 * MINUTE;
        };
    }

    private static int quantity(String parent) {
        return switch (parent) {
            case "P1" -> 1000;
            case "P2" -> 400;
            case "P3" -> 5000;
            default -> 6000;
        };
    }

    private static String strategy(String parent) {
        return parent.equals("P2") ? "POV" : "VWAP";
    }

    private static String broker(String parent) {
        return Set.of("P1", "P4").contains(parent) ? "ALPHA" : "BETA";
    }

    private static String side(String parent) {
        return Set.of("P1", "P3").contains(parent) ? "BUY" : "SELL";
    }

    /** Writes a record of an event of its own; what is not named is absent. */
    private void put(HistoryTable table, long nanos, String symbol, Map<String, Object> values) {
        item.begin(table);
        item.put(position);
        item.put(0L);
        item.put(nanos);
        item.put(symbol);
        for (HistoryColumn column : table.columns().subList(4, table.columns().size())) {
            Object value = values.get(column.name());
            if (value == null) {
                item.putAbsent();
            } else if (value instanceof Boolean flag) {
                item.put(flag.booleanValue());
            } else if (value instanceof Double real) {
                item.put(real.doubleValue());
            } else if (value instanceof Number number) {
                item.put(number.longValue());
            } else {
                item.put(value.toString());
            }
        }
        values.keySet().forEach(table::place);   // refuses a name that is none
        item.end();
        sink.take(item);
        position += 64;
    }
}
