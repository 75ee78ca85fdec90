package io.leakage.desk;

import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.simulator.PlayProgress;
import io.leakage.simulator.SimulatedDay;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how far a day is: on a terminal one line written over and over, else a line every few seconds. The player's thread only. */
final class ProgressLine implements PlayProgress {
    private static final long BETWEEN_LINES_NANOS = 2_000_000_000L;

    private final int marketMessages;
    private final int orderMessages;
    private final DateTimeFormatter venueTime;
    private final Scorecard scorecard;
    private final PrintStream err;
    private final boolean terminal = System.console() != null;
    private long lastNanos = System.nanoTime() - BETWEEN_LINES_NANOS;
    private long lastEventNanos;
    private String last = "";

    ProgressLine(SimulatedDay day, Scorecard scorecard, PrintStream err) {
        this.marketMessages = day.market().size();
        this.orderMessages = day.orders().size();
        ZoneId zone = day.options().zone();
        this.venueTime = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        this.scorecard = scorecard;
        this.err = err;
    }

    @Override
    public void played(long marketMessagesSent, long orderMessagesSent, long eventNanos) {
        lastEventNanos = eventNanos;
        Progress progress = scorecard.progress();
        last = String.format(Locale.ROOT, "%s at the venue, %3d %%: %d of %d market messages, %d of %d order messages, %d parents",
                venueTime.format(Instant.ofEpochSecond(0, eventNanos)),
                marketMessages == 0 ? 100 : 100 * marketMessagesSent / marketMessages,
                Math.min(progress.marketEvents(), marketMessages), marketMessages,
                progress.orderEvents(), orderMessages, scorecard.parents());
        if (terminal) {
            err.print("\r" + last);
            err.flush();
        } else if (System.nanoTime() - lastNanos > BETWEEN_LINES_NANOS) {
            lastNanos = System.nanoTime();
            err.println(last);
        }
    }

    /** Says how far it came in the end, and ends the line. */
    void end() {
        played(marketMessages, orderMessages, lastEventNanos);
        err.println(terminal ? "" : last);
    }
}
