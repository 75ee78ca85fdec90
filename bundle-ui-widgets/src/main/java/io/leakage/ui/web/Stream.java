package io.leakage.ui.web;

import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.ServiceJson;
import io.leakage.ui.text.Words;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listening page and its thread: first every order as it is ({@code all}, continued by {@code orders}), then those that changed
 * ({@code orders}), and a sign of life ({@code progress}) when nothing does. Both carry an array of orders; only the last event of a
 * state carries that state's id, so who breaks off in between asks again for all of it. A page that does not read holds up nobody but its
 * own stream. Who may not see every desk hears nothing, not even that something changed, while only other desks' orders do, and comes back
 * to all of theirs. A token that is revoked ends its streams.
 */
final class Stream implements Runnable, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** While orders change progress is told no more often: it tells nothing of any order. */
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int BUFFER_BYTES = 32_768;
    /** So few that a browser's young generation takes what it makes of an event. */
    private static final int ORDERS_AN_EVENT = 50;

    private final Streams streams;
    private final Scorecard scorecard;
    private final AsyncContext async;
    /** Ids told to this page; an order that it never saw does not leave it either. */
    private final Set<String> shown = new HashSet<>();
    private final Caller caller;
    private final boolean seesAll;
    private final Thread thread = new Thread(this, "leakage-stream");
    private long told;
    private volatile boolean gone;

    Stream(Streams streams, Scorecard scorecard, Caller caller, AsyncContext async, long told) {
        this.caller = caller;
        this.seesAll = caller.seesAll();
        this.streams = streams;
        this.scorecard = scorecard;
        this.async = async;
        this.told = told;
        async.setTimeout(0);
        async.addListener(this);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    @Override
    public void run() {
        try {
            tell(new BufferedOutputStream(async.getResponse().getOutputStream(), BUFFER_BYTES));
            async.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a page went away", e);
        } finally {
            streams.ended(this);
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        print(out, "retry: 1000\n\n");
        long due = System.nanoTime();
        long now = streams.await(told, due, this::goesOn);
        while (now != Streams.NOTHING && goesOn()) {
            boolean any = news(now, out);
            long left = due - System.nanoTime();
            if (left <= 0 || any && HEARTBEAT_NANOS - left >= PROGRESS_NANOS) {
                print(out, "event: progress\ndata: " + ServiceJson.progress(scorecard, streams.doubts(caller)) + "\n\n");
                due = System.nanoTime() + HEARTBEAT_NANOS;
            }
            if (any || left <= 0) {
                out.flush();
            }
            told = now;
            now = streams.await(told, due, this::goesOn);
        }
    }

    private boolean goesOn() {
        return !gone && caller.isValid();
    }

    /** {@return whether there was something to tell} */
    private boolean news(long now, OutputStream out) throws IOException {
        if (told == Streams.NOTHING) {
            orders("all", all(), now, out);
            return true;
        }
        List<String> changed = now > told ? streams.changedAfter(told).stream().filter(this::isTold).toList() : List.of();
        if (!changed.isEmpty()) {
            orders("orders", changed, now, out);
        }
        return !changed.isEmpty();
    }

    /** {@return whether an order that changed is one to tell of: it may be seen, or has been} */
    private boolean isTold(String id) {
        return seesAll || shown.contains(id) || scorecard.find(id) >= 0;
    }

    private List<String> all() {
        List<String> ids = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row)) {
                ids.add(scorecard.text(NameKind.ORDER, row.order()));
            }
        }
        return ids;
    }

    private void orders(String event, List<String> ids, long state, OutputStream out) throws IOException {
        int from = 0;
        do {
            int to = Math.min(from + ORDERS_AN_EVENT, ids.size());
            if (to == ids.size() && seesAll) {   // it counts the changes of every desk
                print(out, "id: " + streams.id(state) + "\n");
            }
            print(out, "event: " + (from == 0 ? event : "orders") + "\ndata: [");
            boolean first = true;
            for (String id : ids.subList(from, to)) {
                byte[] order = order(id, "all".equals(event));
                if (order != null) {
                    if (!first) {
                        out.write(',');
                    }
                    out.write(order);
                    first = false;
                }
            }
            print(out, "]\n\n");
            from = to;
        } while (from < ids.size());
    }

    /** An id that has come to mean a child leads to its parent: the order of that name is gone. {@return null for nothing to tell} */
    private byte[] order(String id, boolean anew) {
        ParentRow row = new ParentRow();
        int parent = scorecard.find(id);
        boolean here = Words.isShown(scorecard, parent, row) && id.equals(scorecard.text(NameKind.ORDER, row.order()));
        if (here && !seesAll) {
            shown.add(id);
        }
        return here ? streams.line(parent, id, anew) : seesAll || shown.remove(id)
                ? ServiceJson.removed(id).getBytes(StandardCharsets.UTF_8) : null;
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // a stream is started once
    }
}
