package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.Side;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two desks with an order each: what an open stream tells of them, and for how long. */
@Timeout(60)
class StreamRightsTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final RecordedDesks desks = new RecordedDesks();
    private final Callers callers = new Callers(desks);
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;
    private int us;
    private int eu;

    @BeforeEach
    void open() throws Exception {
        server = new WebServer(new LeakageServlet(scorecard, columns, List::of, List::of, () -> null, callers, new Door(false), 2));
        desks.add("us", EnumSet.allOf(DeskFeature.class), Map.of());
        desks.add("eu", EnumSet.allOf(DeskFeature.class), Map.of());
        us = scorecard.begin("P-US", "us", "A", Side.BUY, 1);
        eu = scorecard.begin("P-EU", "eu", "B", Side.BUY, 1);
    }

    @AfterEach
    void close() {
        server.close();
        columns.close();
    }

    @Test
    void aTokenThatIsRevokedEndsItsOpenStreamAndNoOther() throws Exception {
        Token revoked = new Token("jane", Role.TRADER, Set.of("*"), Token.hash("jane's"));
        callers.add(revoked);
        callers.add(new Token("joe", Role.TRADER, Set.of("*"), Token.hash("joe's")));
        try (BufferedReader janes = stream("jane's"); BufferedReader joes = stream("joe's")) {
            until(janes, "event: progress");
            until(joes, "event: progress");

            callers.remove(revoked);

            List<String> rest = janes.lines().toList();
            assertFalse(String.join("", rest).contains("event:"), "after the end: " + rest);
            dirty.onScore(scorecard.change(us, row -> { }));
            until(joes, "event: orders");
        }
    }

    @Test
    void theFirstTokenEndsTheStreamsOfWhoHasNone() throws Exception {
        try (BufferedReader lines = stream(null)) {
            until(lines, "event: progress");

            callers.add(new Token("jane", Role.TRADER, Set.of("us"), Token.hash("jane's")));

            List<String> rest = lines.lines().toList();
            assertFalse(String.join("", rest).contains("event:"), "after the end: " + rest);
        }
    }

    @Test
    void whatAnotherDeskDoesCannotBeToldFromSilence() throws Exception {
        callers.add(new Token("jane", Role.VIEWER, Set.of("us"), Token.hash("jane's")));
        callers.add(new Token("all", Role.VIEWER, Set.of("*"), Token.hash("all's")));
        try (BufferedReader janes = stream("jane's"); BufferedReader alls = stream("all's")) {
            List<String> first = until(janes, "event: progress");
            until(alls, "event: progress");
            dirty.onScore(scorecard.change(eu, row -> { }));
            until(alls, "event: orders");
            dirty.onScore(scorecard.change(us, row -> { }));

            List<String> told = until(janes, "event: orders");
            told.add(janes.readLine());

            assertTrue(told.stream().anyMatch(line -> line.contains("\"parent\":\"P-US\"")), told::toString);
            assertFalse((first + "" + told).contains("P-EU") || told.contains("data: []"), told::toString);
            assertTrue((first + "" + told).indexOf("id: ") < 0, "an id counts every desk's changes: " + told);
        }
    }

    @Test
    void howManyOrdersOtherDesksHaveIsNotTold() throws Exception {
        callers.add(new Token("jane", Role.VIEWER, Set.of("us"), Token.hash("jane's")));
        try (BufferedReader lines = stream("jane's")) {
            until(lines, "event: progress");
            String progress = lines.readLine();

            assertTrue(progress.startsWith("data: {\"parents\":1,\"marketEvents\":1000,\"orderEvents\":null,"), progress);
        }
        HttpRequest health = HttpRequest.newBuilder(URI.create(server.base() + "/v1/health"))
                .header("Authorization", "Bearer jane's").build();
        String told = client.send(health, BodyHandlers.ofString()).body();
        assertTrue(told.startsWith("{\"parents\":1,\"marketEvents\":1000,\"orderEvents\":null,"), told);
    }

    @Test
    void whoSeesEveryDeskIsToldAll() throws Exception {
        callers.add(new Token("all", Role.VIEWER, Set.of("*"), Token.hash("all's")));
        try (BufferedReader lines = stream("all's")) {
            until(lines, "event: progress");

            String progress = lines.readLine();
            assertTrue(progress.startsWith("data: {\"parents\":2,\"marketEvents\":1000,\"orderEvents\":12,"), progress);
        }
    }

    private BufferedReader stream(String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + "/v1/stream"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return new BufferedReader(new InputStreamReader(client.send(request.build(), BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8));
    }

    private static List<String> until(BufferedReader lines, String wanted) throws IOException {
        List<String> read = new ArrayList<>();
        do {
            read.add(lines.readLine());
        } while (!wanted.equals(read.get(read.size() - 1)));
        return read;
    }
}
