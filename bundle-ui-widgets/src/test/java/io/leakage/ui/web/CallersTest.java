package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.Side;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.ColumnsComponent;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.DirtyOrdersComponent;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.column.ResolversComponent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two desks, us and eu, an order on each and one on none; who holds which token sees and changes what. */
@Timeout(60)
class CallersTest {
    private static final Set<DeskFeature> ALL = EnumSet.allOf(DeskFeature.class);

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
    private final RecordedDesks desks = new RecordedDesks();
    private final Callers callers = new Callers(desks);
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer pages;
    private WebServer administration;

    @BeforeEach
    void open() throws Exception {
        Door door = new Door(false);
        pages = new WebServer(new LeakageServlet(scorecard, columns, List::of, List::of, () -> null, callers, door, 2));
        administration = new WebServer(new DesksServlet(desks, desks, callers, door), "/leakage/v1/desks/*", 0);
        desks.add("us", ALL, Map.of());
        desks.add("eu", ALL, Map.of());
        scorecard.begin("P-US", "us", "A", Side.BUY, 1);
        scorecard.begin("P-EU", "eu", "B", Side.BUY, 1);
        scorecard.begin("P-NONE", null, "C", Side.BUY, 1);
    }

    @AfterEach
    void close() {
        pages.close();
        administration.close();
        columns.close();
    }

    @ParameterizedTest(name = "a token with the role {0} for us: {1} desk {2} is answered {3}")
    @CsvSource({
        "viewer, GET,    us, 200", "viewer, GET,    eu, 404", "viewer, GET,    nobody, 404",
        "viewer, PUT,    us, 404", "viewer, PUT,    eu, 404", "viewer, PUT,    nobody, 404",
        "viewer, DELETE, us, 404", "viewer, DELETE, eu, 404", "viewer, DELETE, nobody, 404",
        "trader, GET,    us, 200", "trader, GET,    eu, 404", "trader, GET,    nobody, 404",
        "trader, PUT,    us, 404", "trader, PUT,    eu, 404", "trader, PUT,    nobody, 404",
        "trader, DELETE, us, 404", "trader, DELETE, eu, 404", "trader, DELETE, nobody, 404",
        "admin,  GET,    us, 200", "admin,  GET,    eu, 404", "admin,  GET,    nobody, 404",
        "admin,  PUT,    us, 200", "admin,  PUT,    eu, 404", "admin,  PUT,    nobody, 404",
        "admin,  DELETE, us, 204", "admin,  DELETE, eu, 404", "admin,  DELETE, nobody, 404"})
    void aDeskIsChangedByItsAdministratorAndNobodyElseLearnsOfIt(String role, String verb, String desk, int status) throws Exception {
        String token = token("jane", Role.of(role), "us");
        String before = desks.texts.toString();

        HttpResponse<String> answer = send(administration, verb, "v1/desks/" + desk, token);

        assertEquals(status, answer.statusCode(), answer.body());
        if (status == 404) {
            assertEquals("{\"type\":\"about:blank\",\"title\":\"Not found\",\"status\":404,\"detail\":\"no desk has the id " + desk + "\"}",
                    answer.body());
            assertEquals(before, desks.texts.toString());
        }
    }

    @ParameterizedTest(name = "{0} for {1} on us: approve {2}, stop {3}, restart {4}, administer {5}")
    @CsvSource({
        "viewer, us, false, false, false, false",
        "trader, us, true,  true,  true,  false",
        "admin,  us, false, true,  true,  true",
        "trader, eu, false, false, false, false",
        "admin,  eu, false, false, false, false",
        "trader, *,  true,  true,  true,  false"})
    void whereADeskNamesNobodyTheTokenDecides(String role, String scope, boolean approve, boolean stop, boolean restart,
            boolean administer) {
        Token token = new Token("jane", Role.of(role), Set.of(scope), Token.hash("t"));
        callers.add(token);
        Caller caller = new Caller(token, desks, one -> true);

        assertEquals(List.of(approve, stop, restart, administer), List.of(caller.mayApprove("us"), caller.mayStop("us"),
                caller.mayRestart("us"), caller.mayAdminister("us")));
    }

    @Test
    void whereADeskNamesItsPeopleOnlyTheseDecide() {
        desks.add("us", ALL, Map.of("jane", Set.of(DeskRole.TRADER), "rita", Set.of(DeskRole.RISK)));

        Caller jane = new Caller(new Token("jane", Role.TRADER, Set.of("us"), Token.hash("1")), desks, one -> true);
        Caller rita = new Caller(new Token("rita", Role.TRADER, Set.of("us"), Token.hash("2")), desks, one -> true);
        Caller joe = new Caller(new Token("joe", Role.TRADER, Set.of("us"), Token.hash("3")), desks, one -> true);

        assertEquals(List.of(true, true, false), List.of(jane.mayApprove("us"), jane.mayStop("us"), jane.mayRestart("us")));
        assertEquals(List.of(false, true, true), List.of(rita.mayApprove("us"), rita.mayStop("us"), rita.mayRestart("us")));
        assertEquals(List.of(false, false, false), List.of(joe.mayApprove("us"), joe.mayStop("us"), joe.mayRestart("us")));
    }

    @Test
    void whileThereIsNoTokenWhoSitsHereLooksAtEverythingAndChangesNothing() throws Exception {
        assertTrue(get("v1/orders", null).body().contains("P-EU"));

        HttpResponse<String> put = send(administration, "PUT", "v1/desks/us", null);

        assertEquals(401, put.statusCode());
        assertEquals("Bearer", put.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals("{\"id\":\"us\"}", desks.texts.get("us"));
    }

    @Test
    void onceThereIsATokenNobodyReadsWithout() throws Exception {
        String token = token("jane", Role.VIEWER, "us");

        assertEquals(401, get("v1/orders", null).statusCode());
        assertEquals(401, get("v1/orders", token + "x").statusCode());
        assertEquals(401, get("scorecard?id=P-US", null).statusCode());
        assertEquals(200, get("v1/orders", token).statusCode());
        assertEquals(200, get("", null).statusCode(), "the page itself says nothing of anybody's orders");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"v1/orders/P-EU", "v1/order?id=P-EU", "v1/orders/P-EU/explain/drift", "v1/explain?id=P-EU&column=drift",
            "v1/evidence?id=P-EU",
        "orders/P-EU/scorecard", "scorecard?id=P-EU", "v1/orders/P-NONE"})
    void anotherDesksOrderIsAnsweredAsOneThatNeverWas(String path) throws Exception {
        String token = token("jane", Role.ADMIN, "us");

        HttpResponse<String> other = get(path, token);
        HttpResponse<String> never = get(path.replace("P-EU", "P-XX").replace("P-NONE", "P-XX"), token);

        assertEquals(404, other.statusCode(), other.body());
        assertEquals(never.body().replace("P-XX", "P-"), other.body().replace("P-EU", "P-").replace("P-NONE", "P-"));
        assertEquals(never.statusCode(), other.statusCode());
    }

    @Test
    void whatIsListedIsTheCallersOwn() throws Exception {
        String token = token("jane", Role.VIEWER, "us");

        for (String path : List.of("v1/orders", "v1/orders?detail=true", "v1/verdicts", "v1/health", "v1/dropcopy", "v1/leagues")) {
            String body = get(path, token).body();
            assertFalse(body.contains("P-EU") || body.contains("\"eu\"") || body.contains("P-NONE"), path + ": " + body);
        }
        assertTrue(get("v1/orders", token).body().contains("P-US"));
        String listed = send(administration, "GET", "v1/desks", token).body();
        assertTrue(listed.contains("\"id\":\"us\"") && !listed.contains("\"id\":\"eu\""), listed);
    }

    @Test
    void aStreamTellsTheCallersOwnOrdersOnly() throws Exception {
        String token = token("jane", Role.VIEWER, "us");
        HttpRequest request = request(pages, "GET", "v1/stream", token);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(client.send(request, BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (!line.startsWith("data: [")) {
                line = lines.readLine();
            }
            assertTrue(line.contains("P-US") && !line.contains("P-EU") && !line.contains("P-NONE"), line);
        }
    }

    @Test
    void aDeskWhoseBoardIsOffIsOnNoPageAndTheOthersStay() throws Exception {
        desks.add("us", EnumSet.of(DeskFeature.COLUMNS, DeskFeature.RULES), Map.of());

        String body = get("v1/orders", null).body();

        assertTrue(body.contains("P-EU") && body.contains("P-NONE") && !body.contains("P-US"), body);
    }

    @Test
    void aDeskWhoseColumnsAreOffIsExplainedOnThePageAllTheSame() throws Exception {
        desks.add("us", EnumSet.of(DeskFeature.BOARD), Map.of());
        DirtyOrdersComponent dirty = new DirtyOrdersComponent();
        ColumnsComponent blotter = new ColumnsComponent(scorecard, dirty, desks, new ResolversComponent());
        try (WebServer board = new WebServer(new LeakageServlet(scorecard, blotter, List::of, List::of, () -> null, callers,
                new Door(false), 2))) {
            HttpRequest request = request(board, "GET", "v1/explain?id=P-US&column=drift", null);

            String body = client.send(request, BodyHandlers.ofString()).body();

            assertTrue(body.contains("\"explanation\":\"Drift: "), body);
        } finally {
            blotter.close();
            dirty.close();
        }
    }

    @Test
    void aTokenThatIsRevokedCountsNoMore() throws Exception {
        String text = Token.random();
        Token token = new Token("jane", Role.ADMIN, Set.of("*"), Token.hash(text));
        callers.add(token);
        token("other", Role.VIEWER, "us");
        assertEquals(200, get("v1/orders", text).statusCode());

        callers.remove(token);

        assertEquals(401, get("v1/orders", text).statusCode());
        assertEquals(401, send(administration, "PUT", "v1/desks/us", text).statusCode());
    }

    @Test
    void aConfigurationThatIsRefusedIsToldByFieldValueAndWhatIsAllowed() throws Exception {
        String token = token("jane", Role.ADMIN, "us");
        HttpRequest put = HttpRequest.newBuilder(URI.create(administration.base() + "/v1/desks/us")).header("Authorization", "Bearer "
                + token)
                .PUT(BodyPublishers.ofString("{\"mode\":\"bad\"}")).build();

        HttpResponse<String> answer = client.send(put, BodyHandlers.ofString());

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().endsWith("\"field\":\"mode\",\"value\":\"bad\",\"allowed\":\"one of OFF, OBSERVE, ADVISE, AUTO\"}"),
                answer.body());
        assertEquals("{\"id\":\"us\"}", desks.texts.get("us"));
    }

    @Test
    void aTokenIs256RandomBitsOfWhichOnlyTheHashIsKept() {
        String token = Token.random();

        assertEquals(43, token.length());
        assertNotEquals(token, Token.random());
        assertEquals(32, Token.hash(token).length);
        assertTrue(new Token("jane", Role.VIEWER, Set.of("us"), Token.hash(token)).is(Token.hash(token)));
        assertFalse(new Token("jane", Role.VIEWER, Set.of("us"), Token.hash(token)).toString().contains(token));
    }

    @ParameterizedTest(name = "from another machine by the name {0}: {1}")
    @CsvSource({"scorecard.example.com, true", "SCORECARD.example.com, true", "10.1.2.3, true", "[fe80::1], true", "localhost, true",
        "evil.example, false", "10.1.2.3.evil.example, false"})
    void withRemoteClientsOnlyListedNamesAndNumbersCount(String host, boolean answered) throws Exception {
        pages.close();
        pages = new WebServer(new LeakageServlet(scorecard, columns, List::of, List::of, () -> null, callers,
                new Door(true, "scorecard.example.com"), 2));

        String answer = pages.raw("GET /leakage/v1/orders HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith(answered ? "HTTP/1.1 200" : "HTTP/1.1 403"), answer);
    }

    private String token(String user, Role role, String... scope) {
        String token = Token.random();
        callers.add(new Token(user, role, Set.of(scope), Token.hash(token)));
        return token;
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(pages, "GET", path, token);
    }

    private HttpResponse<String> send(WebServer server, String verb, String path, String token) throws Exception {
        return client.send(request(server, verb, path, token), BodyHandlers.ofString());
    }

    private static HttpRequest request(WebServer server, String verb, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + "/" + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.method(verb, "PUT".equals(verb) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()).build();
    }
}
