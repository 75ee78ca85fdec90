package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.Side;
import io.leakage.api.event.SwitchInlet;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchState;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.ScorecardJson;
import io.leakage.ui.text.ScorecardReport;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Switch 1 is proposed on desk us, switch 2 on desk eu; who holds which token decides what. */
@Timeout(60)
class SwitchesServletTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final RecordedDesks desks = new RecordedDesks();
    private final Callers callers = new Callers(desks);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> decided = new ArrayList<>();
    private final Map<String, WebServer> servers = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        desks.add("us", EnumSet.allOf(DeskFeature.class), Map.of());
        desks.add("eu", EnumSet.allOf(DeskFeature.class), Map.of());
        put(1, scorecard.begin("P-US", "us", "A", Side.BUY, 1_000), "us");
        put(2, scorecard.begin("P-EU", "eu", "B", Side.BUY, 1_000), "eu");
        for (String pattern : List.of("switches/*", "kill", "rearm", "unlatch", "auto-on", "auto-off", "take-over", "release")) {
            servers.put(pattern.replace("/*", ""), new WebServer(new SwitchesServlet(scorecard, inlet(), callers, new Door(false)),
                    "/leakage/v1/" + pattern, 0));
        }
    }

    private void put(long number, int parent, String desk) {
        int name = scorecard.name(NameKind.DESK, desk);
        scorecard.switches().put(new AlgoSwitch(number, "LS.1." + number, parent, name, "rules", 3, "leak-red", "ADVISE", SwitchState.PROPOSED,
                new AlgoSwitch.Replaced(0, Absent.NAME, Absent.NAME, scorecard.name(NameKind.TEXT, "VWAP"), 1_000, Absent.LONG, 0, 0),
                "LIQUIDITY_SEEKER", Map.of("maxPart", "0.05"), RecordedScorecard.ARRIVAL, RecordedScorecard.ARRIVAL + 60_000_000_000L,
                RecordedScorecard.ARRIVAL, 1, Capable.YES, List.of("evidence 80 (at least 50)"), "", ""));
        scorecard.switches().put(new SwitchDesk(name, "ADVISE", "", 0, "", "", List.of(), ""));
        scorecard.switches().object(new Objection(parent, RecordedScorecard.ARRIVAL, "rules", 3, "leak-red", "NO_VETO", "vetoed"));
    }

    @AfterEach
    void close() {
        servers.values().forEach(WebServer::close);
    }

    @Test
    void whoMaySeeADeskSeesItsSwitchesAndNoOthers() throws Exception {
        String body = send("GET", "switches", "", token("jane", Role.VIEWER, "us")).body();
        assertTrue(body.startsWith("{\"switches\":[{\"number\":1,\"id\":\"LS.1.1\",\"desk\":\"us\",\"parent\":\"P-US\",\"symbol\":\"A\",\"rules\":\"rules\","
                + "\"version\":3,\"rule\":\"leak-red\",\"mode\":\"ADVISE\",\"state\":\"PROPOSED\",\"from\":\"847=VWAP\",\"to\":\"LIQUIDITY_SEEKER\","
                + "\"parameters\":{\"maxPart\":\"0.05\"},\"why\":[\"evidence 80 (at least 50)\"],\"capable\":\"YES\",\"propensity\":1.0,"), body);
        assertTrue(body.contains("\"objections\":[{\"parent\":\"P-US\""), body);
        assertTrue(!body.contains("P-EU") && !body.contains("\"eu\""), body);
    }

    @Test
    void whatASwitchSavedIsToldWithWhatItRestsOn() throws Exception {
        scorecard.switches().put(new SwitchOutcome(1, SwitchOutcome.Part.SWITCHED, 900, -22.5, -2.5, true, true));
        scorecard.switches().put(new SwitchSaving(scorecard.name(NameKind.DESK, "us"), "rules", "leak-red", scorecard.name(NameKind.TEXT, "VWAP"),
                "LIQUIDITY_SEEKER", 20, Double.NaN, Double.NaN, SwitchSaving.Basis.MODEL, 1, 0, 0, 2, 0));
        String body = send("GET", "switches", "", token("jane", Role.VIEWER, "us")).body();
        assertTrue(body.contains("\"outcome\":{\"part\":\"SWITCHED\",\"ended\":true,\"left\":900,\"gained\":-2.5,\"expected\":-22.5,"
                + "\"saved\":20.0,\"label\":\"model estimate, not identified\"}"), body);
        String saving = "\"desk\":\"us\",\"rules\":\"rules\",\"rule\":\"leak-red\",\"from\":\"VWAP\",\"to\":\"LIQUIDITY_SEEKER\","
                + "\"bps\":20.0,"
                + "\"lo\":null,\"hi\":null,\"basis\":\"MODEL\",\"label\":\"model estimate, not identified\",\"switched\":1,\"left\":0,"
                + "\"withheld\":0,\"waiting\":2,\"unknown\":0}";
        assertTrue(body.contains("\"savings\":[{" + saving + "]"), body);
        assertTrue(send("GET", "switches", "", token("jane", Role.VIEWER, "eu")).body().contains("\"savings\":[]"));

        int order = scorecard.find("P-US");
        String card = new ScorecardJson(scorecard).text(order);
        assertTrue(card.contains("\"saving\":{" + saving + "}]"), card);
        String report = new ScorecardReport(scorecard).of(order);
        assertTrue(report.contains("\nswitch 1 VWAP → LIQUIDITY_SEEKER, carried out: gained -2.50 bps on the 900 left; saved 20.00 bps "
                + "(model estimate, not identified: had the drift gone on it would have gained -22.50 bps)\n"
                + "saved by rule leak-red (rules) on desk us, "
                + "VWAP → LIQUIDITY_SEEKER: 20.00 bps of what was left on average (model estimate, not identified; 1 carried out, 0 not, "
                + "0 withheld, 2 not over)\n"), report);
    }

    @ParameterizedTest(name = "{0} for {1}: {2} is answered {3}")
    @CsvSource({
        "viewer, us, switches/1/approve, 404", "trader, us, switches/1/approve, 200", "admin, us, switches/1/approve, 404",
        "viewer, us, switches/2/approve, 404", "trader, us, switches/2/approve, 404", "trader, us, switches/9/approve, 404",
        "trader, us, switches/1/reject, 200", "trader, us, switches/LS.1.1/approve, 200", "trader, us, switches/LS.1.2/approve, 404", "trader, eu, switches/1/reject, 404", "trader, us, switches/1/applaud, 404",
        "viewer, us, kill?desk=us, 404", "trader, us, kill?desk=us, 200", "admin, us, kill?desk=us, 200", "trader, us, kill?desk=eu, 404",
        "trader, us, kill, 404", "trader, *, kill, 200", "viewer, *, kill, 404", "trader, *, rearm, 404", "admin, *, rearm, 200",
        "admin, us, rearm?desk=us, 200", "viewer, us, rearm?desk=us, 404", "admin, us, rearm?desk=eu, 404",
        "admin, us, unlatch?desk=us, 200", "admin, us, unlatch?id=P-US, 200", "admin, us, unlatch?id=P-EU, 404", "admin, us, unlatch, 404",
        "admin, us, auto-on?desk=us, 200", "viewer, us, auto-on?desk=us, 404", "admin, us, auto-on, 404",
        "trader, us, auto-off?desk=us, 200", "trader, us, auto-off?desk=eu, 404",
        "trader, us, take-over?id=P-US, 200", "trader, us, take-over?id=P-EU, 404", "viewer, us, take-over?id=P-US, 404",
        "trader, us, take-over, 404", "trader, us, release?id=P-US, 200"})
    void onlyWhoMayDecides(String role, String scope, String what, int status) throws Exception {
        HttpResponse<String> answer = send("POST", what.replaceAll("[/?].*", ""), what.replaceFirst("[a-z-]+", ""),
                token("jane", Role.of(role), scope));
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(status == 200 ? 1 : 0, decided.size(), decided.toString());
        if (status == 200) {
            assertTrue(decided.get(0).endsWith("jane]"), decided.toString());
        }
    }

    @ParameterizedTest(name = "{0} for {1} may about a switch {2}, its order {3}, the desk {4}, the firm {5}")
    @CsvSource({"viewer, us, '', '', '', ''", "trader, us, 'approve,reject,take-over', take-over, kill, ''", "admin, us, '', '', kill, ''",
        "trader, *, 'approve,reject,take-over', take-over, kill, kill", "admin, *, '', '', kill, kill"})
    void aPersonIsToldWhatTheyMayDo(String role, String scope, String one, String order, String desk, String firm) throws Exception {
        JsonNode told = new ObjectMapper().readTree(send("GET", "switches", "", token("jane", Role.of(role), scope)).body());

        assertEquals("jane", told.path("user").asText());
        assertEquals(List.of(one, order, desk, firm), List.of(may(told, "switches", "number", "1"), may(told, "orders", "parent", "P-US"),
                may(told, "desks", "desk", "us"), may(told, "desks", "firm", "true")));
    }

    private static String may(JsonNode told, String all, String field, String value) {
        for (JsonNode one : told.path(all)) {
            if (one.path(field).asText().equals(value)) {
                List<String> deeds = new ArrayList<>();
                one.path("may").forEach(deed -> deeds.add(deed.asText()));
                return String.join(",", deeds);
            }
        }
        return "";
    }

    @Test
    void withoutATokenNobodyDecides() throws Exception {
        assertEquals(401, send("POST", "kill", "", null).statusCode());
        assertEquals(401, send("POST", "switches", "/1/approve", null).statusCode());
        assertEquals(List.of(), decided);
    }

    @Test
    void readingByPostAndDecidingByGetAreRefused() throws Exception {
        String token = token("jane", Role.TRADER, "us");
        HttpResponse<String> read = send("POST", "switches", "", token);
        assertEquals(405, read.statusCode());
        assertEquals("GET, HEAD", read.headers().firstValue("Allow").orElseThrow());
        assertEquals(405, send("GET", "kill", "?desk=us", token).statusCode());
        assertEquals(List.of(), decided);
    }

    @Test
    void whatIsNoLongerProposedIsAConflict() throws Exception {
        AlgoSwitch one = scorecard.switches().find(1);
        scorecard.switches().put(new AlgoSwitch(1, one.id(), one.parent(), one.desk(), one.rules(), one.version(), one.rule(), one.mode(),
                SwitchState.EXPIRED, one.order(), one.to(), one.parameters(), one.proposed(), one.expires(), one.changed(), 1, Capable.YES,
                one.why(), "", "nobody decided in time"));
        HttpResponse<String> answer = send("POST", "switches", "/1/approve", token("jane", Role.TRADER, "us"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("switch 1 is EXPIRED"), answer.body());
        assertEquals(List.of(), decided);
    }

    private String token(String user, Role role, String desk) {
        String token = Token.random();
        callers.add(new Token(user, role, Set.of(desk), Token.hash(token)));
        return token;
    }

    private HttpResponse<String> send(String verb, String servlet, String rest, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(servers.get(servlet).uri("v1/" + servlet + rest)).method(verb,
                BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Keeps what was decided, and shows that something came of it. */
    private SwitchInlet inlet() {
        return (SwitchInlet) Proxy.newProxyInstance(SwitchInlet.class.getClassLoader(), new Class<?>[] {SwitchInlet.class},
                (proxy, method, arguments) -> {
                    decided.add(method.getName() + Arrays.toString(arguments));
                    AlgoSwitch one = scorecard.switches().find(1);
                    scorecard.switches().put(new AlgoSwitch(1, one.id(), one.parent(), one.desk(), one.rules(), one.version(), one.rule(),
                            one.mode(), SwitchState.APPROVED, one.order(), one.to(), one.parameters(), one.proposed(), one.expires(),
                            one.changed(), 1, Capable.YES, one.why(), "jane", ""));
                    scorecard.switches().put(new SwitchDesk(one.desk(), "ADVISE", "", 0, "", "", List.of(), "decided"));
                    if (method.getName().equals("takeOver")) {
                        scorecard.switches().takeOver(one.parent(), "jane");
                    }
                    return null;
                });
    }
}
