package io.leakage.flink;

import io.leakage.core.tail.Parting;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place at which all events come by in their order: parts each block. What it has to tell of the input is counted as metrics:
 * {@code events}, {@code duplicates} (blocks that had been there), {@code lost} (places at which frames were), {@code unread} (messages
 * that are no blocks), {@code unlisted} (order messages without an instrument), {@code strayed} (of an order in another part than its
 * parent), {@code overlaps} (blocks of which some had been there, left out).
 */
final class PartingFunction extends ProcessFunction<byte[], Tuple3<Integer, Long, byte[]>> implements CheckpointedFunction {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(PartingFunction.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int parts;
    private final int[] keys;
    private transient Parting parting;
    private transient ListState<byte[]> kept;

    PartingFunction(int parts, int[] keys) {
        this.parts = parts;
        this.keys = keys.clone();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        parting = new Parting(parts);
        kept = context.getOperatorStateStore().getListState(
                new ListStateDescriptor<>("parting", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        for (byte[] state : kept.get()) {
            parting.restore(state);
        }
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().getMetricGroup().gauge("events", () -> parting.events());
        getRuntimeContext().getMetricGroup().gauge("duplicates", () -> parting.duplicates());
        getRuntimeContext().getMetricGroup().gauge("lost", () -> parting.lost());
        getRuntimeContext().getMetricGroup().gauge("unread", () -> parting.unread());
        getRuntimeContext().getMetricGroup().gauge("unlisted", () -> parting.unlisted());
        getRuntimeContext().getMetricGroup().gauge("strayed", () -> parting.strayed());
        getRuntimeContext().getMetricGroup().gauge("overlaps", () -> parting.overlaps());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.clear();
        kept.add(parting.state());
    }

    @Override
    public void processElement(byte[] block, Context context, Collector<Tuple3<Integer, Long, byte[]>> out) {
        if (!isParted(block)) {
            return;
        }
        for (int part = 0; part < parts; part++) {
            out.collect(Tuple3.of(keys[part], Math.floorDiv(parting.nanos(), NANOS_PER_MILLI), parting.part(part)));
        }
    }

    private boolean isParted(byte[] block) {
        try {
            return parting.split(block);
        } catch (IllegalArgumentException e) {
            if (block.length > 0) {   // of what is empty the source has told
                LOG.error("{}; frames may be lost there, and every feed has a gap", e.getMessage());
            }
            parting.strange();
            return true;
        } catch (IllegalStateException e) {   // another journal: it will be there next time too
            throw new SuppressRestartsException(e);
        }
    }
}
