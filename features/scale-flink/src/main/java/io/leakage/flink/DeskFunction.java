package io.leakage.flink;

import io.leakage.core.evidence.DeskFamily;
import io.leakage.core.evidence.DeskFamily.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple6;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Which orders of a desk leak, whatever instruments they are in: those that work, and those of the UTC day of its newest arrival, held
 * against each other by e-BH at the desk's rate. Says so each second of event time in which something changed.
 */
final class DeskFunction extends KeyedProcessFunction<String, Tuple6<String, String, Long, Boolean, Double, Double>, Tuple3<String, String, String>> {
    private static final long serialVersionUID = 1;

    private transient MapState<String, Tuple3<Long, Boolean, Double>> orders;
    private transient ValueState<Double> rate;
    private transient ValueState<String> told;

    @Override
    public void open(OpenContext context) {
        orders = getRuntimeContext().getMapState(new MapStateDescriptor<>("orders", Types.STRING,
                TypeInformation.of(new TypeHint<Tuple3<Long, Boolean, Double>>() { })));
        rate = getRuntimeContext().getState(new ValueStateDescriptor<>("rate", Types.DOUBLE));
        told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", Types.STRING));
    }

    @Override
    public void processElement(Tuple6<String, String, Long, Boolean, Double, Double> one, Context context,
            Collector<Tuple3<String, String, String>> out) throws Exception {
        orders.put(one.f1, Tuple3.of(one.f2, one.f3, one.f4));
        rate.update(one.f5);
        context.timerService().registerEventTimeTimer(Seconds.end(context.timestamp()));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Tuple3<String, String, String>> out) throws Exception {
        String now = look();
        if (!now.equals(told.value())) {
            told.update(now);
            out.collect(Tuple3.of(Outputs.DESK, context.getCurrentKey(), now));
        }
    }

    private String look() throws Exception {
        List<Order> all = new ArrayList<>();
        for (Map.Entry<String, Tuple3<Long, Boolean, Double>> one : orders.entries()) {
            all.add(new Order(-1, one.getKey(), one.getValue().f0, one.getValue().f1, one.getValue().f2));
        }
        DeskFamily family = DeskFamily.of(all, rate.value());
        return "rate " + rate.value() + ", orders " + family.orders() + ", threshold " + family.threshold() + ", named "
                + family.named().stream().map(Order::name).toList();
    }
}
