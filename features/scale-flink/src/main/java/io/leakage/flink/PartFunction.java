package io.leakage.flink;

import io.leakage.api.history.HistoryRecord;
import io.leakage.core.tail.Part;
import io.leakage.core.tail.RecordDigests;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The pipeline of one part. Its state is what it was given, as bytes: after a failure that is given to a new pipeline once more, which tells
 * nothing until it is where the old one was. With it goes what was counted, so that every record counts once. At the input's end each part
 * says what it told. Counted as metrics: {@code records} told, frames {@code unreadable}, events {@code unapplied} since they did not fit; what
 * concerns more than one part counts in each.
 */
final class PartFunction extends KeyedProcessFunction<Integer, Tuple3<Integer, Long, byte[]>, Tuple3<String, String, String>> {
    private static final long serialVersionUID = 1;

    private final int parts;
    private final boolean tells;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private transient Map<Integer, Running> running;
    private transient ListState<byte[]> given;
    private transient ValueState<byte[]> counted;
    private transient Context now;
    private transient RecordLines lines;
    private transient Counter records;
    private transient Counter unreadable;
    private transient Counter unapplied;

    /** A part at work. */
    private static final class Running {
        private Part part;
        private RecordDigests digests = new RecordDigests();
        private long unreadable;
        private long unapplied;
    }

    /**
     * @param keys  of the parts
     * @param tells whether records are told, and not only counted
     */
    PartFunction(int[] keys, boolean tells) {
        this.parts = keys.length;
        this.tells = tells;
        for (int part = 0; part < parts; part++) {
            numbers.put(keys[part], part);
        }
    }

    @Override
    public void open(OpenContext context) {
        running = new HashMap<>();
        lines = new RecordLines();
        given = getRuntimeContext().getListState(
                new ListStateDescriptor<>("given", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        counted = getRuntimeContext().getState(
                new ValueStateDescriptor<>("counted", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        records = getRuntimeContext().getMetricGroup().counter("records");
        unreadable = getRuntimeContext().getMetricGroup().counter("unreadable");
        unapplied = getRuntimeContext().getMetricGroup().counter("unapplied");
    }

    @Override
    public void processElement(Tuple3<Integer, Long, byte[]> parted, Context context, Collector<Tuple3<String, String, String>> out)
            throws Exception {
        now = context;
        Running one = running(parted.f0);
        one.part.take(parted.f2, false);
        count(one);
        given.add(parted.f2);
        counted.update(one.digests.bytes());
        one.part.standings().drain(standing -> context.output(Outputs.STANDINGS, Outputs.standing(standing)));
        one.part.fills().drain(fill -> Outputs.fills(fill).forEach(league -> context.output(Outputs.FILLS, league)));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    private void count(Running one) {
        unreadable.inc(one.part.unreadable() - one.unreadable);
        unapplied.inc(one.part.unapplied() - one.unapplied);
        one.unreadable = one.part.unreadable();
        one.unapplied = one.part.unapplied();
    }

    private Running running(int key) throws Exception {
        Running one = running.get(key);
        if (one == null) {
            one = begun(key);
            running.put(key, one);
        }
        return one;
    }

    private Running begun(int key) throws Exception {
        Running one = new Running();
        one.part = new Part(numbers.get(key), parts, item -> tell(item, one.digests));
        for (byte[] before : given.get()) {
            one.part.take(before, true);
        }
        one.part.standings().drain(standing -> { });
        one.part.fills().drain(fill -> { });
        byte[] kept = counted.value();
        one.digests = kept == null ? one.digests : RecordDigests.of(kept);
        return one;
    }

    private void tell(HistoryRecord item, RecordDigests digests) {
        digests.add(item);
        records.inc();
        if (tells) {
            now.output(Outputs.RECORDS, lines.of(item));
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Tuple3<String, String, String>> out) throws Exception {
        Running one = running(context.getCurrentKey());
        out.collect(Tuple3.of(Outputs.PART, String.valueOf(numbers.get(context.getCurrentKey())),
                HexFormat.of().formatHex(one.digests.bytes())));
    }
}
