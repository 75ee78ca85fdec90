package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.text.ScorecardJson;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LeakageServletTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        server = new WebServer(new LeakageServlet(scorecard, columns, false, 2));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        columns.close();
    }

    @Test
    void theOrdersAreAnArrayOfLinesAndWithDetailTheWholeShape() throws Exception {
        scorecard.golden("P-1");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new ScorecardJson(scorecard).withoutDetail().writeAll(lines);
        new ScorecardJson(scorecard).writeAll(whole);

        HttpResponse<String> answer = get("v1/orders");

        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertArrayEquals(lines.toByteArray(), answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(whole.toString(java.nio.charset.StandardCharsets.UTF_8), get("v1/orders?detail=true").body());
    }

    @Test
    void aDeskIsFilteredByItsId() throws Exception {
        scorecard.begin("P-1", "equities-us", "A", Side.BUY, 1);
        scorecard.begin("P-2", "equities-eu", "B", Side.BUY, 1);
        scorecard.begin("P-3", null, "C", Side.BUY, 1);

        assertTrue(get("v1/orders?desk=equities-eu").body().contains("P-2"));
        assertFalse(get("v1/orders?desk=equities-eu").body().contains("P-1"));
        assertTrue(get("v1/orders?desk=unassigned").body().contains("P-3"));
        assertEquals("[]", get("v1/orders?desk=nobody").body().replace("\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/orders/P-1", "v1/orders/P-1-1", "v1/order?id=P-1", "v1/orders/%50-1"})
    void anOrderIsFoundByAnyOfItsIds(String path) throws Exception {
        int parent = scorecard.golden("P-1");

        assertEquals(new ScorecardJson(scorecard).text(parent), get(path).body());
    }

    @Test
    void anIdMayHoldAnyCharacterInAQueryAndMostInAPath() throws Exception {
        String id = "a/b ?&+%é€\"<script>";
        scorecard.golden(id);
        scorecard.golden("a+b é");

        HttpResponse<String> answer = get("v1/order?id=" + java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{\"parent\":\"a/b ?&+%é€\\\"<script>\""), answer.body());
        assertEquals(200, get("v1/orders/a+b%20%C3%A9").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/P-1/scorecard", "scorecard?id=P-1", "orders/P-1-1/scorecard"})
    void anOrdersCardIsAPageUnderTheSamePolicy(String path) throws Exception {
        scorecard.golden("P-1");

        HttpResponse<String> answer = get(path);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("text/html;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow().contains("style-src 'self'"));
        assertTrue(answer.body().contains("<title>Scorecard of P-1</title>"), answer.body());
        String style = answer.body().replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]*)\".*", "$1");
        assertEquals(200, client.send(HttpRequest.newBuilder(answer.uri().resolve(style)).build(), BodyHandlers.ofString()).statusCode());
        assertEquals(404, get("orders/P-9/scorecard").statusCode());
        assertEquals(400, get("scorecard").statusCode());
    }

    @Test
    void aFillIsExplainedAndOneThatIsNotThereIsNot() throws Exception {
        scorecard.golden("P-1");

        String body = get("v1/explain?id=P-1&column=arrival_slippage&execution=P-1-E1").body();

        assertTrue(body.contains("\"execution\":\"P-1-E1\"") && body.contains("= 1e4 · 1 · (100.035 − 100.01) / 100.01"), body);
        assertTrue(get("v1/orders/P-1/evidence").body().startsWith("{\"parent\":\"P-1\","));
        assertEquals(404, get("v1/orders/nobody/evidence").statusCode());
        assertEquals(404, get("v1/explain?id=P-1&column=arrival_slippage&execution=X").statusCode());
        assertEquals(404, get("v1/explain?id=P-1&column=desk&execution=P-1-E1").statusCode());
    }

    @Test
    void aLeagueIsAskedForByMeasureAndGrouping() throws Exception {
        scorecard.golden("P-1");

        String body = get("v1/leagues?measure=arrival_slippage&by=side").body();

        assertTrue(body.startsWith("{\"measure\":\"arrival_slippage\",\"unit\":\"bps\",\"by\":\"side\",\"fills\":2,"), body);
        assertEquals(200, get("v1/leagues").statusCode());
        assertEquals("{\"desk\":\"eq\",\"rate\":0.2,\"orders\":0,\"threshold\":null,\"discoveries\":[]}",
                get("v1/discoveries?desk=eq").body().strip());
        assertEquals(400, get("v1/discoveries").statusCode());
        assertEquals(400, get("v1/leagues?measure=is_fees").statusCode());
        assertEquals(400, get("v1/leagues?by=moon").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/orders/P-1/explain/arrival_slippage", "v1/explain?id=P-1&column=arrival_slippage"})
    void aCellIsExplained(String path) throws Exception {
        scorecard.golden("P-1");

        String body = get(path).body();

        assertTrue(body.startsWith("{\"id\":\"P-1\",\"column\":\"arrival_slippage\",\"explanation\":\"Slip bps: "), body);
        assertTrue(body.contains("(100.04 − 100.01) / 100.01\\n= 2.9997 bps"), body);
    }

    @ParameterizedTest(name = "{0} is answered {1}")
    @CsvSource({"v1/orders/nobody, 404", "v1/orders/nobody/explain/drift, 404", "v1/orders/P-1/explain/colour, 404", "v1/order, 400",
            "v1/explain?id=P-1, 400", "v1, 404", "v1/, 404", "v1/orders/P-1/fills, 404", "secret.txt, 404", "page/index.html, 404",
            "v1/orders/P-1/explain/drift/more, 404"})
    void whatIsNotThereIsAProblemInWords(String path, int status) throws Exception {
        scorecard.golden("P-1");

        HttpResponse<String> answer = get(path);

        assertEquals(status, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().matches("\\{\"type\":\"about:blank\",\"title\":\".+\",\"status\":" + status + ",\"detail\":\".+\"}"),
                answer.body());
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(server.uri("v1/orders")).POST(HttpRequest.BodyPublishers.noBody()).build();

        HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(server.uri("v1/orders")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();

        HttpResponse<String> answer = client.send(head, BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void theColumnsAndTheReasonsAreListed() throws Exception {
        String body = get("v1/columns").body();

        assertTrue(body.contains("{\"id\":\"arrival_slippage\",\"header\":\"Slip bps\",\"tooltip\":"), body);
        assertTrue(body.contains("\"NO_FILL\":\"no execution yet\""), body);
    }

    @Test
    void healthSaysHowFarTheScorecardHasCome() throws Exception {
        scorecard.golden("P-1");

        assertEquals("{\"parents\":1,\"marketEvents\":1000,\"orderEvents\":12,\"marketSequence\":7,"
                + "\"marketTime\":\"2026-03-02T14:30:00.120000000Z\",\"clock\":\"2026-03-02T14:30:00.121000000Z\",\"dropped\":0,"
                + "\"unapplied\":0,\"quarantined\":0,\"stale\":0,\"scoresKeptIn\":\"recorded rows\","
                + "\"desks\":[{\"desk\":\"equities-us\",\"parents\":1,\"asked\":0,\"undecidable\":0}],\"feeds\":[],\"dropCopies\":[]}",
                get("v1/health").body());
    }

    @ParameterizedTest
    @CsvSource({"'', text/html;charset=utf-8, <!doctype html>", "icon.svg, image/svg+xml, <svg",
            "card.css, text/css;charset=utf-8, :root"})
    void thePageComesFromTheBundleWithAStrictPolicy(String path, String type, String content) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT));
        assertTrue(answer.body().toLowerCase(java.util.Locale.ROOT).contains(content), answer.body());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'; script-src 'self';"));
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }

    @Test
    void theBoardsScriptsAreInTheBundleAndStylesOfItsGridGoByANonceThatIsNeverTheSame() throws Exception {
        Assumptions.assumeTrue(Page.class.getResource("page/board.js") != null, "built with -Dui.skip");
        for (String script : List.of("page.js", "leakage.js", "board.js")) {
            assertTrue(get(script).headers().firstValue("Content-Type").orElseThrow().startsWith("text/javascript;"), script);
        }
        assertTrue(get("licenses.txt").body().startsWith("ag-grid-community 36."), "each library built in brings its licence");
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = get("");
            Matcher nonce = Pattern.compile("nonce=\"([\\w-]{24})\"").matcher(page.body());
            assertTrue(nonce.find(), page.body());
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("; style-src 'self' 'nonce-" + nonce.group(1) + "';"), policy);
            nonces.add(nonce.group(1));
        }
        assertEquals(3, nonces.size());
    }

    @Test
    void theRootWithoutItsSlashLeadsToThePage() throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(server.base())).build(), BodyHandlers.ofString());

        assertEquals(302, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("/leakage/"));
    }

    @Test
    void aPageOfAnotherSiteThatPointsItsNameHereIsRefused() throws Exception {
        String answer = server.raw("GET /leakage/v1/orders HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        assertTrue(answer.contains("must name this machine"), answer);
    }

    @ParameterizedTest(name = "{0} is loopback: {1}")
    @CsvSource({"127.0.0.1, true", "127.8.9.1, true", "::1, true", "[::1], true", "0:0:0:0:0:0:0:1, true", "10.0.0.1, false", "beef, false",
            "::ffff:10.0.0.1, false", "evil.example, false", "'', false", "1, false", "127.0.0.1.evil.example, false"})
    void onlyNumericLoopbackAddressesAreThisMachine(String address, boolean loopback) {
        assertEquals(loopback, Door.isLoopback(address));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString());
    }
}
