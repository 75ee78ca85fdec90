package io.leakage.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private final RecordJson json = new RecordJson();
    private final HistoryRecord item = new HistoryRecord();

    @Test
    void aRecordIsAnObjectOfItsColumnsInTheirOrder() {
        assertEquals("{\"position\":700,\"ordinal\":0,\"ts_ns\":1700000000000007000,\"symbol\":\"SYM7\",\"bid\":100.0,\"offer\":100.05,"
                + "\"bid_shares\":300,\"offer_shares\":200,\"flags\":0,\"feed\":\"itch-a\",\"sequence\":7}", text(Records.quote(item, 7)));
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        quote(Double.NaN, 100.05, null);

        assertEquals("{\"position\":1,\"ordinal\":0,\"ts_ns\":2,\"offer\":100.05,\"sequence\":9}", text(item));
    }

    @Test
    void anInfiniteNumberIsAString() {
        quote(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null);

        assertEquals("{\"position\":1,\"ordinal\":0,\"ts_ns\":2,\"bid\":\"-Infinity\",\"offer\":\"Infinity\",\"sequence\":9}", text(item));
    }

    @Test
    void textOfAnyKindReadsBackTheSame() throws IOException {
        String hostile = "a\"b\\c\n\t\u0000\u001f</script>é€😀";
        quote(1, 2, hostile);

        assertEquals(hostile, parsed(item).get("feed").textValue());
    }

    @Test
    void everyColumnOfEveryTableReadsBackTheSame() throws IOException {
        Random random = new Random(5);
        for (HistoryTable table : HistoryTable.values()) {
            fill(table, random);

            JsonNode read = parsed(item);

            for (int place = 0; place < table.columns().size(); place++) {
                HistoryColumn column = table.columns().get(place);
                JsonNode value = read.path(column.name());
                assertEquals(item.isAbsent(place), value.isMissingNode(), column.name());
                switch (column.type()) {
                    case LONG, NANOS -> assertEquals(item.longAt(place), value.asLong(), column.name());
                    case DOUBLE -> assertEquals(item.isAbsent(place) ? 0 : item.doubleAt(place), value.asDouble(), 0, column.name());
                    case FLAG -> assertEquals(item.flagAt(place), value.asBoolean(), column.name());
                    case TEXT -> assertEquals(item.textAt(place), value.textValue(), column.name());
                }
            }
        }
    }

    private void fill(HistoryTable table, Random random) {
        item.begin(table);
        for (HistoryColumn column : table.columns()) {
            if (random.nextInt(4) == 0) {
                item.putAbsent();
            } else {
                switch (column.type()) {
                    case LONG, NANOS -> item.put(random.nextLong());
                    case DOUBLE -> item.put(random.nextGaussian() * 1e6);
                    case FLAG -> item.put(random.nextBoolean());
                    case TEXT -> item.put("t" + random.nextInt());
                }
            }
        }
        item.end();
    }

    private void quote(double bid, double offer, String feed) {
        item.begin(HistoryTable.QUOTES);
        item.put(1L);
        item.put(0L);
        item.put(2L);
        item.put((String) null);
        item.put(bid);
        item.put(offer);
        item.putAbsent();
        item.putAbsent();
        item.putAbsent();
        item.put(feed);
        item.put(9L);
        item.end();
    }

    private String text(HistoryRecord of) {
        return new String(json.of(of), StandardCharsets.UTF_8);
    }

    private JsonNode parsed(HistoryRecord of) throws IOException {
        return JsonMapper.builder().build().readTree(json.of(of));
    }
}
