package io.leakage.flink;

import java.util.Arrays;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * How the fills of one venue, broker or algo did, whatever instruments they are in: how many have a valid markout after a second, their mean
 * and their shares. Says so each second of event time in which something changed.
 */
final class LeagueFunction extends KeyedProcessFunction<String, Tuple5<String, String, Integer, Double, Long>, Tuple3<String, String, String>> {
    private static final long serialVersionUID = 1;

    private transient MapState<String, Tuple2<Double, Long>> fills;
    private transient ValueState<String> told;

    @Override
    public void open(OpenContext context) {
        fills = getRuntimeContext().getMapState(new MapStateDescriptor<>("fills", Types.STRING,
                TypeInformation.of(new TypeHint<Tuple2<Double, Long>>() { })));
        told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", Types.STRING));
    }

    @Override
    public void processElement(Tuple5<String, String, Integer, Double, Long> one, Context context,
            Collector<Tuple3<String, String, String>> out) throws Exception {
        fills.put(one.f1 + " " + one.f2, Tuple2.of(one.f3, one.f4));
        context.timerService().registerEventTimeTimer(Seconds.end(context.timestamp()));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Tuple3<String, String, String>> out) throws Exception {
        String now = look();
        if (!now.equals(told.value())) {
            told.update(now);
            out.collect(Tuple3.of(Outputs.LEAGUE, context.getCurrentKey(), now));
        }
    }

    private String look() throws Exception {
        double[] values = new double[16];
        int count = 0;
        long shares = 0;
        for (Map.Entry<String, Tuple2<Double, Long>> one : fills.entries()) {
            if (one.getValue().f1 > 0 && !Double.isNaN(one.getValue().f0)) {
                values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
                values[count++] = one.getValue().f0;
                shares += one.getValue().f1;
            }
        }
        Arrays.sort(values, 0, count);   // so that the sum is the same in whatever order they came
        double mean = Arrays.stream(values, 0, count).sum() / count;
        return "fills " + count + ", mean " + mean + " bps, shares " + shares;
    }
}
