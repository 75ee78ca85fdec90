package io.leakage.api.health;

import io.leakage.api.event.Absent;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One drop copy at one moment; counters count from when it was configured.
 *
 * @param name              the source's name
 * @param condition         how it is
 * @param trouble           why it is not well, for a person; empty while it is
 * @param lastMessageNanos  when anything came last, a heartbeat included, nanoseconds since the epoch; {@code Absent.LONG} before the first
 * @param ageNanos          how long ago that is; {@code Absent.LONG} before the first message
 * @param expectedSequence  number of the message that comes next
 * @param gapFrom           first message missing now, {@code Absent.LONG} when none is
 * @param gapTo             first message behind the missing ones, {@code Absent.LONG} when none is
 * @param gaps              gaps found
 * @param resends           resend requests sent, repetitions and chunks included
 * @param gapFills          gap fills (35=4, 123=Y) received
 * @param nothingThere      message numbers of which the other side said that nothing is to be sent again
 * @param epochs            times the other side numbered its messages anew
 * @param duplicates        messages with 43=Y dropped by the session because they had been taken
 * @param possDups          messages with 43=Y received
 * @param possResends       messages with 97=Y received
 * @param repeated          executions told again that were known by their key, from this drop copy or another, and dropped
 * @param silences          how often nothing came for two heartbeats
 * @param drops             connections given up because a gap did not close
 * @param delivered         order messages handed to the scorecard
 * @param ignored           messages of types nobody reads
 * @param quarantined       messages kept because they could not be read
 * @param failures          messages neither taken nor quarantined, those to be sent again included
 * @param spilled           messages on disk that wait for the scorecard
 * @param rejected          messages the session refused (35=3)
 * @param late              messages whose SendingTime (52) was further off our clock than the profile finds right
 * @param innerGaps         gaps in the numbers of wrapped messages (35=n)
 * @param innerMissing      numbers of wrapped messages that have not come yet
 * @param byType            messages read, by MsgType (35), wrapped ones by their own; of those beyond the first 64 types one count,
 *                          {@code other}
 */
public record CopyState(String name, CopyCondition condition, String trouble, long lastMessageNanos, long ageNanos, long expectedSequence,
        long gapFrom, long gapTo, long gaps, long resends, long gapFills, long nothingThere, long epochs, long duplicates, long possDups,
        long possResends, long repeated, long silences, long drops, long delivered, long ignored, long quarantined, long failures,
        long spilled, long rejected, long late, long innerGaps, long innerMissing, Map<String, Long> byType) {
    /** Refuses a state without a name or a condition. */
    public CopyState {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
        trouble = trouble == null ? "" : trouble;
    }

    /** {@return whether messages are missing} */
    public boolean hasGap() {
        return gapFrom != Absent.LONG;
    }
}
