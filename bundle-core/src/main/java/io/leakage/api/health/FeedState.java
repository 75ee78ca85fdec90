package io.leakage.api.health;

import java.util.List;
import java.util.Objects;

/**
 * One feed at one moment; counters count from when it was configured.
 *
 * @param name               the feed's name
 * @param transport          how its messages come: {@code mold-udp}, {@code iex-udp}, {@code soup-tcp}, {@code file}
 * @param condition          how it is
 * @param trouble            why it is down, for a person; empty while it is not
 * @param session            the venue's name of the session, empty before the first and for files
 * @param messages           messages handed on
 * @param unread             of these, messages the format could not read
 * @param gaps               gaps told: what neither another line nor patience brought
 * @param recovered          messages of gaps that came after all
 * @param lost               messages that never came
 * @param overflows          holes given up because no more could be held back
 * @param requests           requests sent, repetitions included
 * @param answered           packets that request servers answered with
 * @param snapshots          snapshots taken over
 * @param snapshotsFailed    snapshots that broke off, took too long, were too old or could not be had
 * @param sessions           sessions begun
 * @param incompleteSessions sessions that ended with messages lost
 * @param silences           how often nothing was heard for too long
 * @param lagNanos           how much later than the fastest message of the feed the latest one was handed on, after the venue's stamp
 * @param maxLagNanos        the largest such lag
 * @param lines              the lines it comes by
 */
public record FeedState(String name, String transport, FeedCondition condition, String trouble, String session, long messages,
        long unread, long gaps, long recovered, long lost, long overflows, long requests, long answered, long snapshots,
        long snapshotsFailed, long sessions, long incompleteSessions, long silences, long lagNanos, long maxLagNanos,
        List<LineState> lines) {
    /** Copies the lines. */
    public FeedState {
        Objects.requireNonNull(condition, "condition");
        lines = List.copyOf(lines);
    }
}
