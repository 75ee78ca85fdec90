package io.leakage.ilp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IlpTextTest {
    private final IlpText text = new IlpText();
    private final HistoryRecord item = new HistoryRecord();

    @Test
    void aRecordIsALine() {
        text.begin("j1");

        text.add("leakage_quotes", Quotes.quote(item, 5, "A B,C"));

        assertEquals("leakage_quotes,journal=j1,symbol=A\\ B\\,C position=500i,ordinal=0i,ts_ns=1700000000000005000i,bid=105.25,"
                + "bid_shares=300i,offer_shares=200i,flags=0i,feed=\"itch \\\"a\\\",=\\\\\",sequence=5i 1700000000000005000\n", lines());
    }

    @Test
    void aNumberThatIsNotFiniteIsLeftOut() {
        text.begin("j1");
        item.begin(HistoryTable.QUOTES);
        item.put(1L);
        item.put(2L);
        item.putAbsent();
        item.put((String) null);
        item.put(Double.POSITIVE_INFINITY);
        for (int place = 5; place < HistoryTable.QUOTES.columns().size(); place++) {
            item.putAbsent();
        }
        item.end();

        text.add("leakage_quotes", item);

        assertEquals("leakage_quotes,journal=j1 position=1i,ordinal=2i 0\n", lines());
    }

    @Test
    void theTableIsMadeWithWhatTellsRecordsApart() {
        String sql = new QuestTables("leakage").make(HistoryTable.QUOTES);

        assertEquals("CREATE TABLE IF NOT EXISTS \"leakage_quotes\" (ts TIMESTAMP_NS, journal SYMBOL, \"position\" LONG, \"ordinal\" LONG,"
                + " \"ts_ns\" LONG, \"symbol\" SYMBOL, \"bid\" DOUBLE, \"offer\" DOUBLE, \"bid_shares\" LONG, \"offer_shares\" LONG,"
                + " \"flags\" LONG, \"feed\" VARCHAR, \"sequence\" LONG) TIMESTAMP(ts) PARTITION BY DAY WAL"
                + " DEDUP UPSERT KEYS(ts, journal, position, ordinal)", sql);
    }

    @Test
    void nonsenseIsRefusedWithWhatIsAllowed() {
        assertEquals("url: http://host:port or https://host:port, got \"questdb\"",
                assertThrows(IllegalArgumentException.class, () -> new QuestHttp("questdb", "")).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new QuestTables("a; DROP")).getMessage()
                .startsWith("table.prefix: "));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> HistoryTable.of("x")).getMessage()
                .endsWith("got \"x\""));
    }

    private String lines() {
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }
}
