package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.HistoryState;
import io.leakage.ui.RecordedFeeds;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.text.CopyMetrics;
import io.leakage.ui.text.FeedMetrics;
import io.leakage.ui.text.HistoryMetrics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds over HTTP: for Prometheus, and as JSON beside the scorecard's progress. */
@Timeout(60)
class MetricsServletTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();

    @Test
    void prometheusReadsTheFeeds() throws Exception {
        try (WebServer server = new WebServer(
                new MetricsServlet(scorecard, RecordedFeeds::feeds, RecordedFeeds::copies, () -> null, MetricsServletTest::stores, false))) {
            HttpResponse<String> answer = get(server, "");

            assertEquals(200, answer.statusCode());
            assertEquals(FeedMetrics.TYPE, answer.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(FeedMetrics.of(scorecard.progress(), RecordedFeeds.feeds(), null)
                    + CopyMetrics.of(RecordedFeeds.copies()) + HistoryMetrics.of(stores()), answer.body());
        }
    }

    private static List<HistoryState> stores() {
        return List.of(new HistoryState("archive \"s3\"", 700, 800, 1_000, 42, 3, "the bucket refuses"));
    }

    @Test
    void prometheusReadsHowFarStoresAreBehind() {
        String text = HistoryMetrics.of(stores());

        assertTrue(text.contains("# TYPE leakage_history_lag_bytes gauge\nleakage_history_lag_bytes{store=\"archive \\\"s3\\\"\"} 300\n"), text);
        assertTrue(text.contains("leakage_history_in_trouble{store=\"archive \\\"s3\\\"\"} 1\n"), text);
        assertTrue(text.endsWith("leakage_history_retries_total{store=\"archive \\\"s3\\\"\"} 3\n"), text);
    }

    @Test
    void onlyWhoReadsIsAnswered() throws Exception {
        try (WebServer server = new WebServer(
                new MetricsServlet(scorecard, RecordedFeeds::feeds, RecordedFeeds::copies, () -> null, MetricsServletTest::stores, false))) {
            HttpRequest post = HttpRequest.newBuilder(server.uri("")).POST(HttpRequest.BodyPublishers.noBody()).build();

            assertEquals(405, HttpClient.newHttpClient().send(post, BodyHandlers.ofString()).statusCode());
            assertTrue(server.raw("GET /leakage/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 403"));
        }
    }

    @Test
    void healthTellsOfTheFeedsToo() throws Exception {
        try (LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
                WebServer server = new WebServer(new LeakageServlet(scorecard, columns, RecordedFeeds::feeds, false, 2))) {
            String health = get(server, "v1/health").body();

            assertTrue(health.contains("\"feeds\":[{\"name\":\"nasdaq \\\"itch\\\"\",\"transport\":\"mold-udp\","
                    + "\"condition\":\"missing\",\"trouble\":\"\",\"session\":\"0123456789\","
                    + "\"messages\":11,\"unread\":12,\"gaps\":13,\"recovered\":14,\"lost\":15,"
                    + "\"overflows\":16,\"requests\":17,\"answered\":18,\"snapshots\":19,\"snapshotsFailed\":20,\"sessions\":21,"
                    + "\"incompleteSessions\":22,\"silences\":23,\"lagNanos\":2500000,\"maxLagNanos\":31000000,\"lines\":[{"), health);
            assertTrue(health.endsWith("{\"name\":\"233.49.196.111:26477\",\"heard\":false,\"packets\":201,\"wins\":202,\"duplicates\":203,"
                    + "\"damaged\":204,\"heartbeats\":205,\"strays\":206,\"leadMedianNanos\":207,\"leadP99Nanos\":208,"
                    + "\"leadMaxNanos\":209}]}],\"dropCopies\":[]}"),
                    health);
        }
    }

    @Test
    void dropCopiesAreToldWithWhatIsMissingAndWithOrdersThatHaveNoParent() throws Exception {
        try (LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
                WebServer server = new WebServer(
                        new LeakageServlet(scorecard, columns, List::of, RecordedFeeds::copies, false, 2))) {
            String copies = get(server, "v1/dropcopy").body();

            assertTrue(copies.startsWith("{\"dropCopies\":[{\"name\":\"street\",\"condition\":\"missing\",\"trouble\":\"\","), copies);
            assertTrue(copies.contains("\"ageNanos\":2000000000,\"expectedSequence\":5,\"gapFrom\":5,\"gapTo\":9,"
                    + "\"gaps\":31,\"resends\":32,\"gapFills\":33,\"nothingThere\":34,\"epochs\":35,\"duplicates\":36,"
                    + "\"possDups\":37,\"possResends\":38,\"repeated\":52,\"silences\":39,\"drops\":40,\"delivered\":41,\"ignored\":42,"
                    + "\"quarantined\":43,\"failures\":44,\"spilled\":45,\"rejected\":46,\"late\":47,"
                    + "\"innerGaps\":48,\"innerMissing\":49,\"byType\":{\"8\":50,\"n\\\"\":51}}],\"unassigned\":["), copies);
        }
    }

    @Test
    void prometheusReadsWhatADropCopyMisses() {
        String text = CopyMetrics.of(RecordedFeeds.copies());

        assertTrue(text.contains("leakage_dropcopy_condition{source=\"street\",condition=\"missing\"} 1\n"), text);
        assertTrue(text.contains("leakage_dropcopy_condition{source=\"street\",condition=\"flowing\"} 0\n"), text);
        assertTrue(text.contains("leakage_dropcopy_missing{source=\"street\"} 4\n"), "5 to 8: " + text);
        assertTrue(text.contains("leakage_dropcopy_age_seconds{source=\"street\"} 2.0\n"), text);
        assertTrue(text.contains("leakage_dropcopy_spilled{source=\"street\"} 45\n"), text);
        assertTrue(text.contains("leakage_dropcopy_rejected_total{source=\"street\"} 46\n"), text);
        assertTrue(text.contains("leakage_dropcopy_late_total{source=\"street\"} 47\n"), text);
        assertTrue(text.contains("leakage_dropcopy_inner_gaps_total{source=\"street\"} 48\n"), text);
        assertTrue(text.contains("leakage_dropcopy_inner_missing{source=\"street\"} 49\n"), text);
        assertTrue(text.contains("leakage_dropcopy_messages_total{source=\"street\",type=\"8\"} 50\n"), text);
        assertTrue(text.contains("leakage_dropcopy_messages_total{source=\"street\",type=\"n\\\"\"} 51\n"), "escaped: " + text);
    }

    @Test
    void scenario31_healthTellsOfALaggedFeedWithItsLag() throws Exception {
        try (LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
                WebServer server = new WebServer(
                        new LeakageServlet(scorecard, columns, () -> RecordedFeeds.lagged(2_500_000_000L), false, 2))) {
            String health = get(server, "v1/health").body();

            assertTrue(health.contains("\"transport\":\"iex-udp\",\"condition\":\"lagged\""), health);
            assertTrue(health.contains("\"lagNanos\":2500000000"), health);
        }
    }

    private static HttpResponse<String> get(WebServer server, String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString());
    }
}
