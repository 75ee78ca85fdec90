package io.leakage.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeedsCheckTest {
    @ParameterizedTest(name = "a feed that is {0} makes {1}")
    @CsvSource({"FLOWING, OK", "ENDED, OK", "WAITING, WARN", "MISSING, WARN", "RECOVERING, WARN", "LOSSY, WARN", "INCOMPLETE, WARN",
        "SILENT, CRITICAL", "DOWN, CRITICAL"})
    void aFeedIsJudgedByItsCondition(FeedCondition condition, Status verdict) {
        assertEquals(verdict, FeedsCheck.of(List.of(feed("nasdaq", condition, ""))).getStatus());
    }

    @ParameterizedTest
    @EnumSource(FeedCondition.class)
    void aWorseConditionNeverGetsABetterVerdict(FeedCondition condition) {
        FeedCondition better = FeedCondition.values()[Math.max(0, condition.ordinal() - 1)];

        assertEquals(verdict(condition), worse(verdict(better), verdict(condition)));
    }

    @Test
    void theWorstFeedDecides() {
        Result result = FeedsCheck.of(List.of(feed("iex", FeedCondition.FLOWING, ""), feed("nasdaq", FeedCondition.SILENT, "")));

        assertEquals(Status.CRITICAL, result.getStatus());
    }

    @Test
    void aFeedAndItsLinesAreToldWithTheirCounters() {
        FeedState feed = feed("nasdaq", FeedCondition.LOSSY, "", line("a", true), line("b", true));

        assertEquals(List.of("WARN nasdaq is LOSSY: messages 1,234,567 (12 not readable), gaps 13, recovered 14, lost 15",
                "OK nasdaq lags its fastest message by 900 ns, at most by 31.000 ms",
                "OK nasdaq by a is heard: packets 1,234, first with 1,000, damaged 4, strays 6",
                "OK nasdaq by b is heard: packets 1,234, first with 1,000, damaged 4, strays 6"), Lines.of(FeedsCheck.of(List.of(feed))));
    }

    @Test
    void aLineThatIsNotHeardWhileTheOtherIsWarns() {
        Result result = FeedsCheck.of(List.of(feed("nasdaq", FeedCondition.FLOWING, "", line("a", true), line("b", false))));

        assertEquals(Status.WARN, result.getStatus());
        assertEquals("WARN nasdaq by b is NOT HEARD: packets 1,234, first with 1,000, damaged 4, strays 6", Lines.of(result).get(3));
    }

    @Test
    void linesNoneOfWhichIsHeardLeaveTheVerdictToTheFeed() {
        Result ended = FeedsCheck.of(List.of(feed("nasdaq", FeedCondition.ENDED, "", line("a", false), line("b", false))));

        assertEquals(Status.OK, ended.getStatus());
    }

    @Test
    void aFeedThatIsDownSaysWhy() {
        String first = first(feed("nasdaq", FeedCondition.DOWN, "port 1 is taken"));

        assertEquals("CRITICAL nasdaq is DOWN (port 1 is taken): messages 1,234,567 (12 not readable), gaps 13, recovered 14, lost 15",
                first);
    }

    @Test
    void aFeedThatNeverHadASessionWarnsBeforeAndAfterItsPatience() {
        FeedState waiting = new FeedState("nasdaq", "mold-udp", FeedCondition.WAITING, "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                List.of());
        FeedState silent = new FeedState("nasdaq", "mold-udp", FeedCondition.SILENT, "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
                List.of());

        assertEquals("WARN nasdaq is WAITING: messages 0 (0 not readable), gaps 0, recovered 0, lost 0", first(waiting));
        assertEquals("WARN nasdaq is SILENT (no session yet): messages 0 (0 not readable), gaps 0, recovered 0, lost 0", first(silent));
    }

    @Test
    void aDeskWithoutAFeedIsWarned() {
        assertEquals(List.of("WARN no feed is configured: there is no market to measure against"), Lines.of(FeedsCheck.of(List.of())));
    }

    private static String first(FeedState feed) {
        return Lines.of(FeedsCheck.of(List.of(feed))).get(0);
    }

    private static Status verdict(FeedCondition condition) {
        return FeedsCheck.of(List.of(feed("nasdaq", condition, ""))).getStatus();
    }

    private static Status worse(Status one, Status other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static FeedState feed(String name, FeedCondition condition, String trouble, LineState... lines) {
        return new FeedState(name, "mold-udp", condition, trouble, "0123456789", 1_234_567, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                900, 31_000_000, List.of(lines));
    }

    private static LineState line(String name, boolean heard) {
        return new LineState(name, heard, 1_234, 1_000, 3, 4, 5, 6, 12_000, 80_000, 1_200_000);
    }
}
