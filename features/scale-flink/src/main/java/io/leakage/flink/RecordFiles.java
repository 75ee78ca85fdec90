package io.leakage.flink;

import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** Records in files, each there once: a file gets its name when a checkpoint holds what it says. */
final class RecordFiles {
    private RecordFiles() {
    }

    static void keep(DataStream<String> records, String folder, int slots) {
        FileSink<String> files = FileSink.forRowFormat(new Path(folder), new SimpleStringEncoder<String>("UTF-8"))
                .withRollingPolicy(OnCheckpointRollingPolicy.build()).build();
        records.sinkTo(files).name("records").uid("records").setParallelism(slots);
    }
}
