package io.leakage.flink;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: blocks of frames → parted by instrument (one place, since names and orders have one order) → the pipeline of each part → desks
 * and leagues. What concerns every instrument (names, rules, terms, reference data, gaps) goes to every part, in the place in which it stood
 * among the events; Flink's broadcast state would promise no place.
 *
 * @param parts   how many parts there are; no more slots than that are used
 * @param slots   how many work at once
 * @param archive a folder or bucket in which every record is kept as a line of JSON, null for none
 */
record ScaleJob(int parts, int slots, String archive) {
    /** Bytes of frames read at a time. */
    static final int BLOCK_BYTES = 1 << 18;

    /** Checks the numbers. */
    ScaleJob {
        if (slots < 1 || parts < slots || parts > PartKeys.MOST) {
            throw new IllegalArgumentException("slots: 1 or more, parts: from slots to " + PartKeys.MOST + ", got " + slots + " and " + parts);
        }
    }

    /** {@return the results: kind, whose, what; what concerns one of these again stands for what was said before} */
    DataStream<Tuple3<String, String, String>> results(StreamExecutionEnvironment environment, Source<byte[], ?, ?> source) {
        int[] keys = PartKeys.of(parts);
        environment.setMaxParallelism(PartKeys.MOST);
        environment.getConfig().enableObjectReuse();   // nobody changes what was handed on
        SingleOutputStreamOperator<Tuple3<String, String, String>> told = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "blocks", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .uid("blocks").setParallelism(1)
                .process(new PartingFunction(parts, keys), TypeInformation.of(new TypeHint<Tuple3<Integer, Long, byte[]>>() { }))
                .name("parting").uid("parting").setParallelism(1)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Tuple3<Integer, Long, byte[]>>forMonotonousTimestamps()
                        .withTimestampAssigner((parted, before) -> parted.f1)).name("event time").uid("event-time").setParallelism(1)
                .keyBy(parted -> parted.f0, Types.INT)
                .process(new PartFunction(keys, archive != null), Outputs.RESULT).name("scores").uid("scores").setParallelism(slots);
        DataStream<Tuple3<String, String, String>> desks = told.getSideOutput(Outputs.STANDINGS).keyBy(one -> one.f0, Types.STRING)
                .process(new DeskFunction(), Outputs.RESULT).name("desks").uid("desks").setParallelism(1);
        DataStream<Tuple3<String, String, String>> leagues = told.getSideOutput(Outputs.FILLS).keyBy(one -> one.f0, Types.STRING)
                .process(new LeagueFunction(), Outputs.RESULT).name("leagues").uid("leagues").setParallelism(1);
        if (archive != null) {
            RecordFiles.keep(told.getSideOutput(Outputs.RECORDS), archive, slots);
        }
        return told.union(desks, leagues);
    }
}
