package io.leakage.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Messages of the first schema stay readable: {@code v1-messages.txt} holds what the first version of this program wrote, a line each with
 * topic, headers and value, and is never written again.
 */
class RecordedV1Test {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void eachIsARecordOfTodayThatSaysTheSame() throws IOException {
        Set<HistoryTable> tables = new HashSet<>();
        for (String[] message : recorded()) {
            HistoryTable table = HistoryTable.of(message[0].split("\\.")[2]).iterator().next();
            tables.add(table);
            JsonNode then = JSON.readTree(message[2]);

            JsonNode now = JSON.readTree(new RecordJson().of(record(table, then)));

            assertEquals(then, now, message[0]);
        }
        assertEquals(Set.of(HistoryTable.values()), tables);
    }

    @Test
    void theyLieWhereTheirVersionSays() throws IOException {
        for (String[] message : recorded()) {
            assertTrue(message[0].matches("leakage\\.prod\\.[a-z]+\\.v1") && message[1].startsWith("schema=1 engine="), message[0]);
        }
    }

    /** Puts a message into a record; a field that is no column any more, or another type of it, is an error. */
    private static HistoryRecord record(HistoryTable table, JsonNode message) {
        HistoryRecord item = new HistoryRecord();
        item.begin(table);
        for (HistoryColumn column : table.columns()) {
            JsonNode value = message.path(column.name());
            if (value.isMissingNode()) {
                item.putAbsent();
            } else {
                switch (column.type()) {
                    case LONG, NANOS -> item.put(value.asLong());
                    case DOUBLE -> item.put(value.asDouble());
                    case FLAG -> item.put(value.asBoolean());
                    case TEXT -> item.put(value.textValue());
                }
            }
        }
        item.end();
        return item;
    }

    private static List<String[]> recorded() throws IOException {
        List<String[]> messages = new ArrayList<>();
        try (InputStream file = RecordedV1Test.class.getResourceAsStream("v1-messages.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> messages.add(line.split("\t")));
        }
        assertEquals(3 * HistoryTable.count(), messages.size());
        return messages;
    }
}
