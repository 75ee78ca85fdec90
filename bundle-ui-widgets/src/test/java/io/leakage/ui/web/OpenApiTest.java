package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.health.ClockReport;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.api.score.Verdict;
import io.leakage.ui.RecordedDecisions;
import io.leakage.ui.RecordedPastDays;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The description that is served, against what the running service answers to everything it describes. */
@Timeout(60)
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> EXAMPLES = Map.of("id", "P-1", "column", "drift", "desk", "equities-us", "number", "1",
            "date", RecordedPastDays.YESTERDAY.toString());
    private static final Set<String> FOR_ADMINISTRATORS = Set.of("putDesk", "removeDesk");

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
    private final RecordedPastDays past = new RecordedPastDays(scorecard);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong nanos = new AtomicLong();
    private DeskServer server;
    private JsonNode description;
    private String trader;
    private String admin;

    @BeforeEach
    void open() throws Exception {
        server = new DeskServer(scorecard, columns, new RecordedDecisions(scorecard), () -> new ClockReport(RecordedScorecard.ARRIVAL,
                ClockState.LOCKED, 3_201, true, "follows", -300, 500, "001122fffe334455", 6, 37, RecordedScorecard.ARRIVAL, List.of(),
                List.of(), List.of(), List.of()), new Allowances(1_000, 8, nanos::get));
        server.past(past);
        server.desk("equities-us");
        int parent = scorecard.golden("P-1");
        scorecard.begin("P-2", null, "TSLA", Side.SELL, 8_000);
        int desk = scorecard.name(NameKind.DESK, "equities-us");
        for (long number = 1; number <= 2; number++) {
            scorecard.switches().put(new AlgoSwitch(number, "LS.1." + number, parent, desk, "rules", 3, "leaks", "ADVISE",
                    SwitchState.PROPOSED, new AlgoSwitch.Replaced(0, Absent.NAME, Absent.NAME, Absent.NAME, 1_000, Absent.LONG, 0, 0),
                    "POV", Map.of("maxPart", "0.05"), RecordedScorecard.ARRIVAL, RecordedScorecard.ARRIVAL, RecordedScorecard.ARRIVAL, 1,
                    Capable.YES, List.of("evidence 80 (at least 50)"), "", ""));
        }
        scorecard.switches().put(new SwitchDesk(desk, "ADVISE", "", 0, "", "", List.of(), ""));
        scorecard.switches().object(new Objection(parent, RecordedScorecard.ARRIVAL, "rules", 3, "leaks", "NO_VETO", "vetoed"));
        scorecard.judge(new Verdict(parent, RecordedScorecard.ARRIVAL, "rules", 3, "leaks", Grade.RED, true, List.of("evidence 80"), "POV",
                "ADVISE", List.of()));
        scorecard.show(new EvidenceCard(parent, "1", 42, 7, 1, 0, List.of(new EvidenceCard.Look(RecordedScorecard.ARRIVAL, -1, "LEFT",
                Horizon.AFTER_1S, "CROWDED", Double.NaN, 1, .5, 2, -1, List.of(new EvidenceCard.Placebo(1, -.5))))));
        scorecard.discover(new Discoveries("equities-us", .2, 2, 20, List.of(parent)));
        description = JSON.readTree(send("GET", "/v1/openapi.json", null).body());
        trader = server.token("jane", "trader", "*");
        admin = server.token("ada", "admin", "*");
    }

    @AfterEach
    void close() {
        server.close();
        columns.close();
    }

    @Test
    void everyAddressAnswersAsDescribed() throws Exception {
        for (Operation one : operations()) {
            Told answer = one.ask(EXAMPLES, FOR_ADMINISTRATORS.contains(one.id) ? admin : trader);

            assertEquals(2, answer.status() / 100, one + ": " + answer.body());
            one.holds(answer);
        }
    }

    @Test
    void withoutATokenEverythingButThisDescriptionIsRefusedAsDescribed() throws Exception {
        for (Operation one : operations()) {
            Told answer = one.ask(EXAMPLES, null);

            assertEquals(one.id.equals("describe") ? 200 : 401, answer.status(), one + ": " + answer.body());
            one.holds(answer);
        }
    }

    @Test
    void whatIsNotThereIsRefusedAsDescribed() throws Exception {
        Map<String, String> nothing = Map.of("id", "nobody", "column", "drift", "desk", "nowhere", "number", "99",
                "date", "1999-01-01");
        String viewer = server.token("vera", "viewer", "equities-us");
        int refused = 0;
        for (Operation one : operations()) {
            if (one.node.path("responses").has("404")) {
                Told answer = one.ask(nothing, viewer);
                assertEquals(404, answer.status(), one + ": " + answer.body());
                one.holds(answer);
                refused++;
            }
        }
        assertTrue(refused > 15, refused + " refused");
    }

    @Test
    void aMissingParameterIsRefusedAsDescribed() throws Exception {
        int refused = 0;
        for (Operation one : operations()) {
            if (one.verb.equals("GET") && one.node.path("responses").has("400") && one.needs()) {
                Told answer = send("GET", one.path, trader);
                assertEquals(400, answer.status(), one + ": " + answer.body());
                one.holds(answer);
                refused++;
            }
        }
        assertEquals(6, refused);
    }

    @Test
    void daysThatAreReadGivenUpBadlyToldOrNotToBeReadAreAnsweredAsDescribed() throws Exception {
        List<Operation> dated = operations().stream().filter(Operation::isDated).toList();
        assertEquals(13, dated.size());
        Map<String, String> gone = new HashMap<>(EXAMPLES);
        gone.put("date", "2025-12-31");
        Map<String, String> bad = new HashMap<>(EXAMPLES);
        bad.put("date", "yesterday");
        past.giveUp();
        answers(dated, bad, 400);
        answers(dated, gone, 410);
        past.progress(.4);
        answers(dated, EXAMPLES, 202);
        past.fail("the disk is gone");
        answers(dated, EXAMPLES, 503);
    }

    private void answers(List<Operation> all, Map<String, String> examples, int status) throws Exception {
        for (Operation one : all) {
            Told answer = one.ask(examples, trader);
            assertEquals(status, answer.status(), one + ": " + answer.body());
            one.holds(answer);
        }
    }

    @Test
    void whatIsDecidedTwiceIsAConflictAsDescribed() throws Exception {
        Operation approve = operations().stream().filter(one -> one.id.equals("approve")).findFirst().orElseThrow();
        approve.ask(EXAMPLES, trader);

        Told answer = approve.ask(EXAMPLES, trader);

        assertEquals(409, answer.status(), answer.body());
        approve.holds(answer);
    }

    @Test
    void whoAsksTooMuchIsRefusedAsDescribed() throws Exception {
        Told last = new Told(200, "", "");
        for (int i = 0; i < 1_001 && last.status() != 429; i++) {   // time stands still
            last = send("GET", "/v1/columns", trader);
        }
        assertEquals(429, last.status());
        for (Operation one : operations()) {
            Told answer = one.ask(EXAMPLES, trader);

            assertEquals(429, answer.status(), one + ": " + answer.body());
            one.holds(answer);
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAsDescribed() throws Exception {
        int refused = 0;
        for (Operation one : operations()) {
            if (one.node.path("responses").has("413")) {
                String path = one.path.replace("{id}", "equities-us").replace("{number}", "1");
                String answer = announced(one.verb, path, FOR_ADMINISTRATORS.contains(one.id) ? admin : trader);
                assertTrue(answer.startsWith("HTTP/1.1 413"), one + ": " + answer);
                one.holds(new Told(413, "application/problem+json", answer.substring(answer.indexOf("\r\n\r\n") + 4)));
                refused++;
            }
        }
        assertEquals(10, refused);
    }

    /** {@return the whole answer to a body that is announced and never sent} */
    private String announced(String verb, String path, String token) throws Exception {
        try (Socket socket = server.connect()) {
            socket.getOutputStream().write((verb + " /leakage" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: 65537\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingThatIsServedIsLeftOut() {
        Set<String> described = new TreeSet<>();
        description.path("paths").properties().forEach(path -> described.add(path.getKey()));

        for (String pattern : DeskServer.SWITCHES) {
            assertTrue(described.contains("/v1/" + pattern.replace("/*", "/{number}/approve")), pattern);
        }
        for (String path : List.of("columns", "orders", "orders/{id}", "orders/{id}/explain/{column}", "orders/{id}/evidence", "order",
                "evidence", "series", "explain", "leagues", "discoveries", "verdicts", "days", "fills", "stream", "health", "dropcopy",
                "clock", "desks", "desks/{id}", "switches/{number}/reject", "openapi.json")) {
            assertTrue(described.contains("/v1/" + path), path);
        }
        assertTrue(described.containsAll(Set.of("/scorecard", "/orders/{id}/scorecard", "/metrics")), described.toString());
        assertEquals("3.1.0", description.path("openapi").asText());
    }

    @Test
    void anAnswerThatLacksAFieldOrTellsItAsSomethingElseIsNoticed() throws Exception {
        Operation order = operations().stream().filter(one -> one.id.equals("order")).findFirst().orElseThrow();
        ObjectNode told = (ObjectNode) JSON.readTree(order.ask(EXAMPLES, trader).body());
        JsonNode schema = JSON.readTree("{\"$ref\":\"#/components/schemas/OrderInDetail\"}");
        assertEquals(Set.of(), messages(schema, told.toString()));

        assertFalse(messages(schema, told.deepCopy().put("executed", "many").toString()).isEmpty());
        told.remove("fills");
        assertFalse(messages(schema, told.toString()).isEmpty());
    }

    /** Everything described, with what takes away at the end. */
    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            if (Set.of("get", "post", "put", "delete").contains(verb.getKey())) {
                all.add(new Operation(path.getKey(), verb.getKey().toUpperCase(Locale.ROOT), verb.getValue()));
            }
        }));
        all.sort((a, b) -> Boolean.compare(a.verb.equals("DELETE"), b.verb.equals("DELETE")));
        return all;
    }

    private final class Operation {
        final String path;
        final String verb;
        final JsonNode node;
        final String id;

        Operation(String path, String verb, JsonNode node) {
            this.path = path;
            this.verb = verb;
            this.node = node;
            this.id = node.path("operationId").asText();
        }

        Told ask(Map<String, String> examples, String token) throws Exception {
            String asked = path;
            String query = "";
            for (JsonNode parameter : parameters()) {
                String name = parameter.path("name").asText();
                String value = name.equals("id") && path.startsWith("/v1/desks") && examples == EXAMPLES ? "equities-us"
                        : name.equals("number") && id.equals("reject") && examples == EXAMPLES ? "2" : examples.get(name);
                if (parameter.path("in").asText().equals("path")) {
                    asked = asked.replace("{" + name + "}", value);
                } else if (value != null && !(id.equals("unlatch") && name.equals("id"))) {
                    query += (query.isEmpty() ? "?" : "&") + name + "=" + value;
                }
            }
            return send(verb, asked + query, token);
        }

        /** {@return whether a parameter behind the path cannot be left out} */
        boolean needs() {
            return parameters().stream().anyMatch(one -> one.path("in").asText().equals("query") && one.path("required").asBoolean());
        }

        boolean isDated() {
            return parameters().stream().anyMatch(one -> one.path("name").asText().equals("date"));
        }

        private List<JsonNode> parameters() {
            List<JsonNode> all = new ArrayList<>();
            node.path("parameters").forEach(one -> all.add(one.has("$ref") ? description.at(one.path("$ref").asText().substring(1)) : one));
            return all;
        }

        /** The answer's status is described, and so are its type and its fields. */
        void holds(Told answer) throws Exception {
            JsonNode told = node.path("responses").path(String.valueOf(answer.status()));
            if (told.has("$ref")) {
                told = description.at(told.path("$ref").asText().substring(1));
            }
            assertFalse(told.isMissingNode(), this + " answers " + answer.status() + ", which is not described");
            if (!told.has("content")) {
                assertEquals("", answer.body(), toString());
                return;
            }
            JsonNode content = told.path("content").path(answer.type());
            assertFalse(content.isMissingNode(), this + " answers " + answer.type() + ", which is not described");
            if (answer.type().endsWith("json")) {
                assertEquals(Set.of(), messages(content.path("schema"), answer.body()), this + ": " + answer.body());
            }
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private Set<ValidationMessage> messages(JsonNode schema, String document) throws Exception {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(JSON.readTree(document));
    }

    private Told send(String verb, String path, String token) throws Exception {
        String base = path.startsWith("/metrics") ? server.base().replace("/leakage", "") : server.base();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(verb, verb.equals("PUT") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        try (InputStream body = answer.body()) {
            byte[] bytes = type.equals("text/event-stream") ? body.readNBytes(5) : body.readAllBytes();   // a stream does not end
            return new Told(answer.statusCode(), type, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** An answer; of a stream its beginning. */
    private record Told(int status, String type, String body) {
    }
}
