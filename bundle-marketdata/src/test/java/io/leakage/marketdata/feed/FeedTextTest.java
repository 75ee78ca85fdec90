package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTextTest {
    @Test
    void aFeedAndItsLinesAreToldWithAllTheirCounters() {
        LineState line = new LineState("233.54.12.111:26477", true, 1_234, 1_000, 3, 4, 5, 6, 12_000, 80_000, 1_200_000);
        FeedState feed = new FeedState("nasdaq", "mold-udp", FeedCondition.FLOWING, "", "0123456789", 1_234_567, 12, 13, 14, 15, 16, 17,
                18, 19, 20, 21, 22, 23, 2_500_000, 31_000_000, List.of(line));

        assertEquals("""
                nasdaq  mold-udp  FLOWING  session 0123456789
                  messages 1,234,567 (12 not readable)  gaps 13  recovered 14  lost 15  requests 17, answered 18
                  snapshots 19, in vain 20  given up for want of room 16  silences 23  sessions 21, incomplete 22
                  lag 2.500 ms, most 31.000 ms
                  233.54.12.111:26477  heard  packets 1,234, first 1,000 (ahead by 0.012 ms median, 0.080 ms p99, 1.200 ms most)
                    duplicates 3  damaged 4  heartbeats 5  strays 6""", FeedText.of(List.of(feed)));
    }

    @Test
    void aFeedThatIsDownSaysWhy() {
        String text = FeedText.of(List.of(new DownFeed("nasdaq", "mold-udp", "port 1 is taken").state()));

        assertEquals("nasdaq  mold-udp  DOWN: port 1 is taken", text.lines().findFirst().orElseThrow());
        assertEquals("no feed is configured", FeedText.of(List.of()));
    }
}
