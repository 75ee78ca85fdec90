package io.leakage.core.engine;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import io.leakage.core.score.HeapScoreStore;
import io.leakage.core.score.StoredScorecard;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A desk that writes its journal and can be killed between any two messages: what it knows afterwards, it knows from the journal. */
final class JournaledDesk implements AutoCloseable {
    private static final int SEGMENT_BYTES = 1 << 16;

    private final Path directory;
    private final ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private Journal journal;
    private Pipeline pipeline;
    private StoredScorecard scorecard;
    private Outlet outlet;
    private OrderInlet orders;

    JournaledDesk(Path directory) {
        this.directory = directory;
        start();
    }

    OrderInlet orders() {
        return orders;
    }

    Scorecard scorecard() {
        outlet.flush();
        return scorecard;
    }

    /** Forgets everything and learns it again from the journal. */
    void kill() {
        journal.close();
        start();
    }

    private void start() {
        pipeline = new Pipeline();
        scorecard = new StoredScorecard(new HeapScoreStore("memory"));
        outlet = new Outlet(scorecard, pipeline, null);
        Names names = new Names();
        journal = Journal.open(directory, Replay.CONTENT, SEGMENT_BYTES);
        Replay.of(directory, new LeakageEvent(), event -> {
            names.restore(event);
            handle(event);
        });
        DirectSlots slots = new DirectSlots(this::record);
        orders = new Doors(names, () -> slots, source -> (raw, offset, length) -> 0).orders("street");
    }

    private void record(LeakageEvent event) {
        frame.clear();
        Frame.write(event, frame);
        journal.append(frame.flip());
        handle(event);
    }

    private void handle(LeakageEvent event) {
        pipeline.onEvent(event);
        outlet.onEvent(event, true);
    }

    @Override
    public void close() {
        journal.close();
    }
}
