package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import io.leakage.api.score.Progress;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Feeds, their lines, the clock and the scorecard's progress as Prometheus reads them (text format 0.0.4). One document, one use. */
public final class FeedMetrics {
    /** The media type of the document. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double SECOND = 1e9;

    private final PrometheusText text = new PrometheusText();
    private final List<FeedState> feeds;

    private FeedMetrics(List<FeedState> feeds) {
        this.feeds = feeds;
    }

    /**
     * Writes the document.
     *
     * @param progress how far the scorecard has come
     * @param feeds    the feeds there are
     * @param clock    how good the machine's clock is, null while nobody tells
     * @return the text
     */
    public static String of(Progress progress, List<FeedState> feeds, ClockReport clock) {
        FeedMetrics metrics = new FeedMetrics(feeds);
        metrics.progress(progress);
        if (clock != null) {
            metrics.clock(clock);
        }
        metrics.feeds();
        metrics.lines();
        return metrics.text.toString();
    }

    private void progress(Progress progress) {
        single("leakage_market_events_total", "Market events applied.", progress.marketEvents());
        single("leakage_order_events_total", "Order events applied.", progress.orderEvents());
        single("leakage_market_events_dropped_total", "Market events dropped because the ring was full.", progress.dropped());
        single("leakage_events_unapplied_total", "Events that fitted nothing.", progress.unapplied());
        single("leakage_messages_quarantined_total", "Drop-copy messages that could not be read.", progress.quarantined());
        text.head("leakage_instruments_stale", "Instruments whose book cannot be trusted.", "gauge");
        text.sample("leakage_instruments_stale").value(progress.stale());
    }

    private void clock(ClockReport clock) {
        text.head("leakage_clock_state", "How far the machine's clock may be trusted: 1 for the one state that holds.", "gauge");
        for (ClockState state : ClockState.values()) {
            text.sample("leakage_clock_state", "state", state.name().toLowerCase(Locale.ROOT)).value(clock.state() == state ? 1 : 0);
        }
        text.head("leakage_clock_uncertainty_seconds", "What the clock is off by at most; +Inf when nothing bounds it.", "gauge");
        text.sample("leakage_clock_uncertainty_seconds")
                .value(clock.uncertaintyNanos() == Absent.LONG ? Double.POSITIVE_INFINITY : clock.uncertaintyNanos() / SECOND);
    }

    private void feeds() {
        conditions();
        counter("leakage_feed_messages_total", "Messages handed on.", FeedState::messages);
        counter("leakage_feed_unread_total", "Messages that the format could not read.", FeedState::unread);
        counter("leakage_feed_gaps_total", "Gaps told.", FeedState::gaps);
        counter("leakage_feed_recovered_total", "Messages of gaps that came after all.", FeedState::recovered);
        counter("leakage_feed_lost_total", "Messages that never came.", FeedState::lost);
        counter("leakage_feed_overflows_total", "Holes given up because no more could be held back.", FeedState::overflows);
        counter("leakage_feed_requests_total", "Requests for lost messages.", FeedState::requests);
        counter("leakage_feed_answers_total", "Answers to requests.", FeedState::answered);
        counter("leakage_feed_snapshots_total", "Snapshots taken over.", FeedState::snapshots);
        counter("leakage_feed_snapshots_failed_total", "Snapshots in vain.", FeedState::snapshotsFailed);
        counter("leakage_feed_sessions_total", "Sessions begun.", FeedState::sessions);
        counter("leakage_feed_sessions_incomplete_total", "Sessions that ended with messages lost.", FeedState::incompleteSessions);
        counter("leakage_feed_silences_total", "How often nothing was heard for too long.", FeedState::silences);
        seconds("leakage_feed_lag_seconds", "How far the feed is behind.", FeedState::lagNanos);
        seconds("leakage_feed_lag_max_seconds", "How far the feed ever was behind.", FeedState::maxLagNanos);
    }

    private void conditions() {
        text.head("leakage_feed_condition", "How the feed is: 1 for the one condition that holds.", "gauge");
        for (FeedState feed : feeds) {
            for (FeedCondition condition : FeedCondition.values()) {
                text.sample("leakage_feed_condition", "feed", feed.name(), "condition", condition.name().toLowerCase(Locale.ROOT))
                        .value(feed.condition() == condition ? 1 : 0);
            }
        }
    }

    private void lines() {
        text.head("leakage_line_heard", "Whether the line was heard of late.", "gauge");
        perLine("leakage_line_heard", line -> line.heard() ? 1 : 0);
        lineCounter("leakage_line_packets_total", "Packets received.", LineState::packets);
        lineCounter("leakage_line_wins_total", "Packets that came first by this line.", LineState::wins);
        lineCounter("leakage_line_duplicates_total", "Messages that had come already.", LineState::duplicates);
        lineCounter("leakage_line_damaged_total", "Packets that were not whole.", LineState::damaged);
        lineCounter("leakage_line_heartbeats_total", "Packets without messages.", LineState::heartbeats);
        lineCounter("leakage_line_strays_total", "Packets that belong elsewhere.", LineState::strays);
        lead("leakage_line_lead_median_seconds", "Half of its first packets were ahead by no more.", LineState::leadMedianNanos);
        lead("leakage_line_lead_p99_seconds", "99 of 100 of its first packets were ahead by no more.", LineState::leadP99Nanos);
        lead("leakage_line_lead_max_seconds", "None of its first packets was ahead by more.", LineState::leadMaxNanos);
    }

    private void single(String name, String help, long value) {
        text.head(name, help, "counter");
        text.sample(name).value(value);
    }

    private void counter(String name, String help, ToLongFunction<FeedState> value) {
        text.head(name, help, "counter");
        for (FeedState feed : feeds) {
            text.sample(name, "feed", feed.name()).value(value.applyAsLong(feed));
        }
    }

    private void seconds(String name, String help, ToLongFunction<FeedState> nanos) {
        text.head(name, help, "gauge");
        for (FeedState feed : feeds) {
            text.sample(name, "feed", feed.name()).value(nanos.applyAsLong(feed) / SECOND);
        }
    }

    private void lineCounter(String name, String help, ToLongFunction<LineState> value) {
        text.head(name, help, "counter");
        perLine(name, value);
    }

    private void perLine(String name, ToLongFunction<LineState> value) {
        for (FeedState feed : feeds) {
            for (LineState line : feed.lines()) {
                text.sample(name, "feed", feed.name(), "line", line.name()).value(value.applyAsLong(line));
            }
        }
    }

    private void lead(String name, String help, ToLongFunction<LineState> nanos) {
        text.head(name, help, "gauge");
        for (FeedState feed : feeds) {
            for (LineState line : feed.lines()) {
                text.sample(name, "feed", feed.name(), "line", line.name()).value(nanos.applyAsLong(line) / SECOND);
            }
        }
    }
}
