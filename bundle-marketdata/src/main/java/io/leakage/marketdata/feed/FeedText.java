package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.util.List;
import java.util.Locale;

/** Feeds for a person at a console. */
final class FeedText {
    private static final double MILLI = 1e6;

    private FeedText() {
    }

    /** {@return one paragraph a feed, one line a line} */
    static String of(List<FeedState> feeds) {
        if (feeds.isEmpty()) {
            return "no feed is configured";
        }
        StringBuilder text = new StringBuilder();
        for (FeedState feed : feeds) {
            feed(text, feed);
            for (LineState line : feed.lines()) {
                line(text, line);
            }
        }
        return text.toString().stripTrailing();
    }

    private static void feed(StringBuilder text, FeedState feed) {
        add(text, "%s  %s  %s%s%s%n", feed.name(), feed.transport(), feed.condition(),
                feed.session().isEmpty() ? "" : "  session " + feed.session(), feed.trouble().isEmpty() ? "" : ": " + feed.trouble());
        add(text, "  messages %,d (%,d not readable)  gaps %,d  recovered %,d  lost %,d  requests %,d, answered %,d%n", feed.messages(),
                feed.unread(), feed.gaps(), feed.recovered(), feed.lost(), feed.requests(), feed.answered());
        add(text, "  snapshots %,d, in vain %,d  given up for want of room %,d  silences %,d  sessions %,d, incomplete %,d%n",
                feed.snapshots(), feed.snapshotsFailed(), feed.overflows(), feed.silences(), feed.sessions(), feed.incompleteSessions());
        add(text, "  lag %.3f ms, most %.3f ms%n", feed.lagNanos() / MILLI, feed.maxLagNanos() / MILLI);
    }

    private static void line(StringBuilder text, LineState line) {
        add(text, "  %s  %s  packets %,d, first %,d (ahead by %.3f ms median, %.3f ms p99, %.3f ms most)%n", line.name(),
                line.heard() ? "heard" : "NOT HEARD", line.packets(), line.wins(), line.leadMedianNanos() / MILLI,
                line.leadP99Nanos() / MILLI, line.leadMaxNanos() / MILLI);
        add(text, "    duplicates %,d  damaged %,d  heartbeats %,d  strays %,d%n", line.duplicates(), line.damaged(), line.heartbeats(),
                line.strays());
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
