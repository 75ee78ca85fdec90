package io.leakage.marketdata.wire;

/** What one of several lines of a session brought, since the feed began. One thread counts, another may read and sees it late. */
public final class LineCounts {
    long packets;
    long wins;
    long duplicates;
    long damaged;
    long heartbeats;
    long strays;
    long heardNanos = Long.MIN_VALUE;
    final Percentiles lead = new Percentiles();

    LineCounts() {
    }

    /** {@return packets received, damaged ones too} */
    public long packets() {
        return packets;
    }

    /** {@return packets that brought at least one message first} */
    public long wins() {
        return wins;
    }

    /** {@return messages that had come already, by this line or another} */
    public long duplicates() {
        return duplicates;
    }

    /** {@return packets dropped because they were not whole} */
    public long damaged() {
        return damaged;
    }

    /** {@return packets without messages} */
    public long heartbeats() {
        return heartbeats;
    }

    /** {@return packets dropped because they belong to another session, channel or protocol, or are far from where the session stands} */
    public long strays() {
        return strays;
    }

    /** {@return when the latest whole packet came, on the clock the feed is driven by; {@code Long.MIN_VALUE} before the first} */
    public long heardNanos() {
        return heardNanos;
    }

    /** {@return by how many nanoseconds its winning packets were ahead of the same packet on another line} */
    public Percentiles lead() {
        return lead;
    }
}
