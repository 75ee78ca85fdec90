package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.LeakageEvent;

/** When it is, and whether what is at hand is news. */
final class Moment {
    /** Venue time, nanoseconds since the epoch; {@code Absent.LONG} before the first market event. */
    private long now = Absent.LONG;
    /** Nothing up to here is acted on: it was known before the start. */
    private long liveFrom = Absent.LONG;
    private boolean live;

    /** {@return whether time went on} */
    boolean begin(LeakageEvent event) {
        live = isLive(event);
        boolean later = event.kind().isMarket() && event.venueNanos > now;
        now = later ? event.venueNanos : now;
        return later;
    }

    private static boolean isLive(LeakageEvent event) {
        return switch (event.kind()) {
            case ORDER, QUOTING -> !event.order().history;
            case COPY_GAP, COPY_FILLED, COPY_EPOCH, COPY_HOLE, COPY_STALE, COPY_PARTIAL, RESTARTED -> false;
            default -> true;
        };
    }

    /** What is known by now is not news any more. */
    void restart() {
        liveFrom = now;
    }

    long now() {
        return now;
    }

    boolean isLive() {
        return live;
    }

    /** {@return the time of a row} */
    long of(ParentRow row) {
        return Math.max(now, row.asOfNanos());
    }

    /** {@return whether a row is live news, and newer than what was acted on at another time} */
    boolean isNews(ParentRow row, long acted) {
        return live && of(row) > liveFrom && of(row) > acted;
    }
}
