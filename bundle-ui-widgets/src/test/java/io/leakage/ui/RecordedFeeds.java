package io.leakage.ui;

import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.util.List;
import java.util.Map;

/** A feed whose every number is another, so that none can stand in another's place unseen. */
public final class RecordedFeeds {
    private RecordedFeeds() {
    }

    /** {@return a feed that is so many nanoseconds behind} */
    public static List<FeedState> lagged(long lagNanos) {
        return List.of(new FeedState("iex", "iex-udp", FeedCondition.LAGGED, "", "1", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, lagNanos,
                lagNanos, List.of()));
    }

    /** {@return a drop copy that misses messages 5 to 8} */
    public static List<CopyState> copies() {
        return List.of(new CopyState("street", CopyCondition.MISSING, "", 1_767_364_200_000_000_000L, 2_000_000_000L, 5, 5, 9, 31, 32, 33,
                34, 35, 36, 37, 38, 52, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
                Map.of("8", 50L, "n\"", 51L)));
    }

    /** {@return one feed by two lines} */
    public static List<FeedState> feeds() {
        LineState a = new LineState("233.54.12.111:26477", true, 101, 102, 103, 104, 105, 106, 107, 108, 109);
        LineState b = new LineState("233.49.196.111:26477", false, 201, 202, 203, 204, 205, 206, 207, 208, 209);
        return List.of(new FeedState("nasdaq \"itch\"", "mold-udp", FeedCondition.MISSING, "", "0123456789", 11, 12, 13, 14, 15, 16, 17, 18,
                19, 20, 21, 22, 23, 2_500_000, 31_000_000, List.of(a, b)));
    }
}
