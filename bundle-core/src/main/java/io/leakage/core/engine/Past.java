package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import io.leakage.core.history.FrameReader;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * What an earlier run left in its event journal, once more through the pipeline. Where frames were lost every feed has a gap, so that no
 * book is trusted before it is whole again; which drop-copy messages are lacking is noted, to be read from their raw bytes; and a number
 * that was given out there stays given out.
 */
final class Past {
    private final Names names;
    private final Applied applied;
    private final Consumer<LeakageEvent> into;
    private final LeakageEvent event = new LeakageEvent();
    private final BitSet feeds = new BitSet();
    private boolean leftOut;

    /**
     * @param names   learns the names
     * @param applied learns which drop-copy messages are there
     * @param into    takes every event
     */
    Past(Names names, Applied applied, Consumer<LeakageEvent> into) {
        this.names = names;
        this.applied = applied;
        this.into = into;
    }

    /** Replays a journal; {@return what was read and what was damaged} */
    Replay replay(Path events) {
        FrameReader frames = reader(events);
        while (advance(frames)) {
            continue;
        }
        return Replay.of(frames);
    }

    /** {@return a reader of a journal from its beginning on, to {@link #advance}} */
    FrameReader reader(Path events) {
        return new FrameReader(events, 0, event);
    }

    /** Takes the next event; {@return false when there is none yet} */
    boolean advance(FrameReader frames) {
        FrameReader.Step step = frames.next();
        if (step == FrameReader.Step.EVENT) {
            take(event);
        } else if (step == FrameReader.Step.LEFT_OUT) {
            leaveOut();
        }
        return step != FrameReader.Step.END;
    }

    private void take(LeakageEvent told) {
        names.restore(told);
        applied.take(told);
        if (told.kind().isMarket()) {
            feeds.set(told.source);
        }
        if (leftOut) {
            reserve(told);
        }
        into.accept(told);
    }

    private void leaveOut() {
        leftOut = true;
        applied.leftOut();
        feeds.stream().forEach(this::tellGap);
    }

    private void tellGap(int feed) {
        event.kind(EventKind.GAP);
        event.source = feed;
        event.instrument = Absent.NAME;
        event.sequence = Absent.LONG;
        event.venueNanos = Absent.LONG;
        event.receiveNanos = Absent.LONG;
        event.quantity = 0;
        into.accept(event);
    }

    private void reserve(LeakageEvent told) {
        if (told.kind().isMarket()) {
            names.reserve(NameKind.FEED, told.source);
            names.reserve(NameKind.INSTRUMENT, told.instrument);
        } else if (told.kind() == EventKind.ORDER) {
            names.reserve(NameKind.SOURCE, told.source);
            names.reserve(NameKind.INSTRUMENT, told.instrument);
            reserve(told.order());
        }
    }

    private void reserve(OrderReport report) {
        names.reserve(NameKind.ORDER, Math.max(report.order, Math.max(report.original, report.parent)));
        names.reserve(NameKind.EXECUTION, Math.max(report.execution, Math.max(report.executionRef, report.match)));
        names.reserve(NameKind.TEXT, Math.max(Math.max(report.orderId, report.account), Math.max(report.venue, report.strategy)));
        names.reserve(NameKind.TEXT, Math.max(report.broker, report.counterparty));
        names.reserve(NameKind.TEXT, Math.max(report.client, Math.max(report.senderSub, report.custom)));
    }
}
