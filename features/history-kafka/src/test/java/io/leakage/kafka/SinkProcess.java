package io.leakage.kafka;

import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.util.EnumSet;

/** A plugin of its own process: goes on where the topics say it stands, to the end. */
final class SinkProcess {
    private static final int EVENTS = 50;

    private SinkProcess() {
    }

    static KafkaSink sink(String address) {
        return new KafkaSink("desk-1", new ClientSettings(address, ""), new KafkaTopics(new TopicNames("test"), 2, 1),
                EnumSet.of(HistoryTable.QUOTES, HistoryTable.SCORES), "1.0.0");
    }

    public static void main(String[] arguments) throws IOException {
        KafkaSink sink = sink(arguments[0]);
        int events = Integer.parseInt(arguments[2]);
        int from = (int) (sink.open(arguments[1]) / Records.BYTES);
        System.out.println("from " + from);
        for (int event = from; event < events; event += EVENTS) {
            Records.tell(sink, event, Math.min(events, event + EVENTS), EVENTS);
            System.out.println("kept");
        }
        sink.close();
        System.out.println("done");
    }
}
