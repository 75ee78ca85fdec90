package io.leakage.ui.web;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskDoubt;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that listen. Changes are counted; each stream remembers how far it has told, so a slow one skips what was overwritten and a
 * broken one that returns with its last event id hears of everything that changed since, once, as it is now.
 */
final class Streams implements AutoCloseable {
    /** What a stream that has told nothing remembers. */
    static final long NOTHING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    /** How soon a change is told of; {@link Changes} sees to it that no order is told of that often. */
    private static final int LOOKS_A_SECOND = 250;
    private static final long JOIN_MILLIS = 1_000;

    private final Scorecard scorecard;
    private final Happenings happenings = new Happenings();
    private final Doubts doubts;
    private final Lines lines;
    private final int maxStreams;
    private final AutoCloseable subscription;
    private final AutoCloseable rights;
    private final String epoch = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

    // under this object's monitor
    private final Changes changes = new Changes();
    private boolean closed;

    Streams(Scorecard scorecard, BlotterColumns columns, Callers callers, int maxStreams) {
        this.scorecard = scorecard;
        this.doubts = new Doubts(scorecard);
        this.lines = new Lines(scorecard);
        this.maxStreams = maxStreams;
        this.subscription = columns.subscribe(this::changed, LOOKS_A_SECOND);
        this.rights = callers.listen(this::wake);
    }

    /**
     * Answers with a stream that goes on after this returns.
     *
     * @param scorecard as the caller may see it
     */
    void open(Scorecard scorecard, Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        long told = caller.seesAll() ? told(request.getHeader("Last-Event-ID")) : NOTHING;   // else it would hear of what it never saw
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        if ("HEAD".equals(request.getMethod())) {
            return;
        }
        Stream stream;
        synchronized (this) {
            if (closed || streams.size() >= maxStreams) {
                response.setHeader("Retry-After", "5");
                throw Problem.unavailable(closed ? "the service is stopping" : maxStreams + " pages listen already");
            }
            AsyncContext async = request.startAsync();
            stream = new Stream(this, scorecard, caller, async, told);
            streams.add(stream);
        }
        stream.start();
    }

    /** {@return what the event id of this state is} */
    String id(long change) {
        return epoch + "-" + change;
    }

    /** {@return the state behind an event id; {@link #NOTHING} for one of another life of this service} */
    private long told(String lastEventId) {
        if (lastEventId == null || !lastEventId.matches(epoch + "-\\d{1,18}")) {
            return NOTHING;
        }
        return Long.parseLong(lastEventId.substring(epoch.length() + 1));
    }

    void ended(Stream stream) {
        streams.remove(stream);
    }

    /** {@return how many pages listen} */
    int size() {
        return streams.size();
    }

    private synchronized void changed(Set<String> clOrdIds) {
        changes.changed(clOrdIds, System.nanoTime());
        notifyAll();   // one that is held back shortens the wait, too
    }

    /**
     * Waits for news.
     *
     * @param told      the state that the stream has told
     * @param untilNano {@link System#nanoTime} when waiting ends without news
     * @param goesOn    asked again when somebody's rights change; false ends the waiting
     * @return the state now, {@link #NOTHING} when the service stops
     */
    synchronized long await(long told, long untilNano, BooleanSupplier goesOn) throws InterruptedException {
        long now = System.nanoTime();
        while (!closed && count(now) <= told && untilNano - now > 0 && goesOn.getAsBoolean()) {
            long left = untilNano - now;
            TimeUnit.NANOSECONDS.timedWait(this, changes.isHolding() ? Math.min(left, Math.max(1, changes.heldUntil() - now)) : left);
            now = System.nanoTime();
        }
        return closed ? NOTHING : changes.count();
    }

    private long count(long now) {
        if (changes.isHolding() && changes.heldUntil() - now <= 0 && changes.release(now)) {
            notifyAll();
        }
        return changes.count();
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** {@return the desks that a caller may see, as they were a moment ago} */
    List<DeskDoubt> doubts(Caller caller) {
        return doubts.all().stream().filter(desk -> caller.maySee(desk.desk())).toList();
    }

    /** {@return the ClOrdIDs that changed after this state} */
    synchronized List<String> changedAfter(long told) {
        return changes.after(told);
    }

    /** An order has a new row; one thread calls. */
    void onScore(ParentRow row) {
        if (streams.isEmpty() || !happenings.happened(row)) {
            return;
        }
        String id = scorecard.text(NameKind.ORDER, row.order());
        synchronized (this) {
            if (id != null) {
                changes.happened(id, System.nanoTime());
                notifyAll();
            }
        }
    }

    /** {@return an order's row as JSON in UTF-8, no older than its last change, or as it is now; null when there is no such order} */
    byte[] line(int parent, String id, boolean anew) {
        long change;
        synchronized (this) {
            change = changes.last(id);
        }
        return anew ? lines.anew(parent, change) : lines.of(parent, change);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            rights.close();
            subscription.close();
            for (Stream stream : streams) {
                stream.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("the column service could not end a subscription", e);
        }
    }
}
