package io.leakage.ui.column;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.OrderRef;
import io.leakage.ui.text.CellText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scorecard as one line of at most {@value #WIDTH} characters an order, for hosts that have no columns to add but a note or a custom
 * field: {@code RED slip 6.7310 bps, leak 1.5000 bps, 1 in 65, cost 91,322.18 $}. A line goes out only when it differs from the order's
 * last one, at most so many a second over all orders; what changes meanwhile is told as it then is, so the last state always gets there.
 */
public final class NoteLines implements AutoCloseable {
    /** How long a line may be. */
    public static final int WIDTH = 79;
    private static final int REMEMBERED = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(NoteLines.class);

    private final BiConsumer<String, String> note;
    private final CellText grade;
    private final List<CellText> parts;
    private final CellText evidence;
    private final AutoCloseable subscription;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "leakage-notes");
        made.setDaemon(true);
        return made;
    });
    // under its own monitor
    private final Set<String> waiting = new LinkedHashSet<>();
    // the thread's alone
    private final Map<String, String> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Begins to tell.
     *
     * @param columns    the service
     * @param maxASecond 1 … 1000 lines a second over all orders
     * @param note       takes an order's ClOrdID and its line, on a thread of this object; when it throws, that is logged and the line
     *                   counts as told
     */
    public NoteLines(BlotterColumns columns, int maxASecond, BiConsumer<String, String> note) {
        if (maxASecond < 1 || maxASecond > 1_000) {
            throw new IllegalArgumentException("maxASecond: 1 … 1000, got " + maxASecond);
        }
        this.note = note;
        this.grade = new CellText(columns, "grade");
        this.evidence = new CellText(columns, "evidence");
        this.parts = List.of("arrival_slippage", "leak_1s", "leakage_cost", "drift").stream().map(id -> new CellText(columns, id)).toList();
        long period = TimeUnit.SECONDS.toNanos(1) / maxASecond;
        thread.scheduleAtFixedRate(this::tellOne, period, period, TimeUnit.NANOSECONDS);
        this.subscription = columns.subscribe(this::changed, Math.min(10, maxASecond));
    }

    private void changed(Set<String> clOrdIds) {
        synchronized (waiting) {
            waiting.addAll(clOrdIds);
        }
    }

    /** Tells one order that has something new to say; those that have not cost nothing of the second's lines. */
    private void tellOne() {
        for (String id = next(); id != null; id = next()) {
            String line = line(OrderRef.clOrdId(id));
            if (!line.equals(told.put(id, line))) {
                tell(id, line);
                return;
            }
        }
    }

    private void tell(String id, String line) {
        try {
            note.accept(id, line);
        } catch (RuntimeException e) {
            LOG.warn("the host did not take the line of order {}", id, e);
        }
    }

    private String next() {
        synchronized (waiting) {
            String first = waiting.isEmpty() ? null : waiting.iterator().next();
            waiting.remove(first);
            return first;
        }
    }

    /** {@return an order's line, as it is now} */
    private String line(OrderRef order) {
        StringBuilder line = new StringBuilder(WIDTH);
        line.append(grade(grade.read(order)));
        String stake = evidence.read(order).replace(",", "");
        if (evidence.isValid()) {
            append(line, "1 in " + (long) Math.max(1, Math.floor(Double.parseDouble(stake))));
        }
        for (CellText part : parts) {
            String value = part.read(order);
            if (!value.equals(part.spec().nullText())) {
                append(line, name(part) + " " + value + " " + part.spec().unit() + (part.isValid() ? "" : "?"));
            }
        }
        return line.toString();
    }

    /** A part that does not fit is left out whole: half a number is a wrong one. */
    private static void append(StringBuilder line, String part) {
        if (line.length() + 2 + part.length() <= WIDTH) {
            line.append(", ").append(part);
        }
    }

    private static String name(CellText part) {
        return switch (part.spec().id()) {
            case "arrival_slippage" -> "slip";
            case "leak_1s" -> "leak";
            case "leakage_cost" -> "cost";
            default -> part.spec().id();
        };
    }

    private static String grade(String light) {
        return switch (light.charAt(light.length() - 1)) {
            case 'R' -> "RED";
            case 'A' -> "AMBER";
            case 'G' -> "GREEN";
            default -> "CANNOT SAY";
        };
    }

    /** Stops; what waits is not told any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("the column service could not end a subscription", e);
        }
    }
}
