package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import io.leakage.core.event.QuoteReport;
import io.leakage.core.history.Damage;
import io.leakage.core.history.FrameReader;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    private final FramesAhead ahead;
    private final BitSet feeds = new BitSet();
    private boolean leftOut;
    private Path directory;
    private Carried carried;
    private boolean isCarried;
    private boolean isEnded;
    private long taken;
    private FrameReader frames;
    /** Of what was carried, once that is read. */
    private FrameReader before;

    /**
     * @param names    learns the names
     * @param applied  learns which drop-copy messages are there
     * @param into     takes every event
     * @param pipeline behind it, told what comes
     */
    Past(Names names, Applied applied, Consumer<LeakageEvent> into, Pipeline pipeline) {
        this.names = names;
        this.applied = applied;
        this.into = into;
        this.ahead = new FramesAhead(pipeline);
    }

    /** Replays a journal; {@return what was read and what was damaged} */
    Replay replay(Path events) {
        return replay(events, (told, position) -> true);
    }

    /** Replays a journal as far as somebody wants it; {@return what was read and what was damaged} */
    Replay replay(Path events, Until until) {
        begin(events);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = advance(until);
        }
        return read();
    }

    /** Stands before a journal's first event, those that are carried in place of given up days included; then {@link #advance}. */
    void begin(Path events) {
        directory = events;
        carried = Carried.beside(events);
        before = null;
        isCarried = carried.directory() != null;
        taken = 0;
        read(isCarried ? new FrameReader(carried.directory(), 0) : behind());
    }

    private FrameReader behind() {
        return new FrameReader(directory, carried.to());
    }

    private void read(FrameReader from) {
        frames = from;
        ahead.from(from);
    }

    /** Takes the next event; {@return false when there is none yet} */
    boolean advance() {
        return advance((told, position) -> true);
    }

    private boolean advance(Until until) {
        FrameReader.Step step = ahead.next();
        if (step == FrameReader.Step.END && isCarried) {
            before = frames;
            isCarried = false;
            read(behind());
            step = ahead.next();
        }
        if (step == FrameReader.Step.LEFT_OUT) {
            leaveOut();
        } else if (step == FrameReader.Step.EVENT) {
            if (!until.goesOn(ahead.event(), position())) {
                isEnded = true;
                return false;
            }
            taken++;
            take(ahead.event());
        }
        return step != FrameReader.Step.END;
    }

    /** {@return where the event read last stands in the journal; of what is carried, before where that goes on} */
    long position() {
        return isCarried ? Math.min(ahead.position(), carried.to() - 1) : ahead.position();
    }

    /** {@return the position behind it} */
    long nextPosition() {
        return isCarried ? carried.to() : ahead.nextPosition();
    }

    /** {@return whether the event read last is carried in place of days that were given up} */
    boolean isCarried() {
        return isCarried;
    }

    /** Returns when everything read by now is on the disk itself. */
    void force() throws IOException {
        frames.force();
    }

    /** {@return what was read, and what was damaged} */
    Replay read() {
        List<Damage> damages = new ArrayList<>(frames.damages());
        if (isEnded) {   // what lies behind was read ahead and not taken
            damages.removeIf(damage -> damage.position() > ahead.position());
        }
        damages.addAll(0, before == null ? List.of() : before.damages());
        return new Replay(taken, isEnded ? ahead.position() : ahead.nextPosition(), damages);
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
        LeakageEvent event = ahead.event();
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
        } else if (told.kind().isOfOrders()) {
            names.reserve(NameKind.SOURCE, told.source);
            names.reserve(NameKind.INSTRUMENT, told.instrument);
            if (told.kind() == EventKind.ORDER) {
                reserve(told.order());
            } else {
                reserve(told.order(), told.quote());
            }
        }
    }

    private void reserve(OrderReport report, QuoteReport quote) {
        names.reserve(NameKind.ORDER, Math.max(Math.max(report.order, report.parent), Math.max(quote.request, quote.quote)));
        names.reserve(NameKind.TEXT, report.account);
        for (int i = 0; i < quote.count(); i++) {
            names.reserve(NameKind.TEXT, quote.asked(i));
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
