package io.leakage.health;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/**
 * Judges the feeds. Flowing, or whole at its end, is OK; nothing coming at all, or no connection, is CRITICAL; everything between, a
 * feed that never had a session included, is a WARN: before the venue opens nobody is to be woken. A line that is not heard while another
 * one is costs the feed its second leg and warns too.
 */
final class FeedsCheck {
    private FeedsCheck() {
    }

    /** {@return a line for each feed and each of its lines; a warning when there is no feed} */
    static Result of(List<FeedState> feeds) {
        Findings findings = new Findings();
        if (feeds.isEmpty()) {
            findings.add(Status.WARN, "no feed is configured: there is no market to measure against");
        }
        for (FeedState feed : feeds) {
            feed(findings, feed);
            feed.lines().forEach(line -> line(findings, feed, line));
        }
        return findings.result();
    }

    private static void feed(Findings findings, FeedState feed) {
        boolean neverBegan = feed.condition() == FeedCondition.SILENT && feed.sessions() == 0;
        String trouble = neverBegan ? "no session yet" : feed.trouble();
        findings.add(neverBegan ? Status.WARN : status(feed.condition()),
                "%s is %s%s: messages %,d (%,d not readable), gaps %,d, recovered %,d, lost %,d", feed.name(), feed.condition(),
                trouble.isEmpty() ? "" : " (" + trouble + ")", feed.messages(), feed.unread(), feed.gaps(), feed.recovered(), feed.lost());
        findings.add(Status.OK, "%s lags its fastest message by %s, at most by %s", feed.name(), Findings.duration(feed.lagNanos()),
                Findings.duration(feed.maxLagNanos()));
    }

    private static void line(Findings findings, FeedState feed, LineState line) {
        boolean missed = !line.heard() && feed.lines().stream().anyMatch(LineState::heard);
        findings.add(missed ? Status.WARN : Status.OK, "%s by %s is %s: packets %,d, first with %,d, damaged %,d, strays %,d",
                feed.name(), line.name(), line.heard() ? "heard" : "NOT HEARD", line.packets(), line.wins(), line.damaged(), line.strays());
    }

    private static Status status(FeedCondition condition) {
        return switch (condition) {
            case FLOWING, ENDED -> Status.OK;
            case WAITING, MISSING, RECOVERING, LAGGED, LOSSY, INCOMPLETE -> Status.WARN;
            case SILENT, DOWN -> Status.CRITICAL;
        };
    }
}
