package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.ui.RecordedDecisions;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten requests a second and four at once for everybody, on a clock that the test turns. */
@Timeout(60)
class LimitsTest {
    private static final int A_SECOND = 10;
    private static final int AT_ONCE = 4;

    private final AtomicLong nanos = new AtomicLong();
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Socket> sockets = new ArrayList<>();
    private DeskServer server;

    @BeforeEach
    void open() throws Exception {
        server = new DeskServer(scorecard, columns, new RecordedDecisions(scorecard), null, new Allowances(A_SECOND, AT_ONCE, nanos::get));
        server.desk("us");
        scorecard.begin("P-1", "us", "A", Side.BUY, 1);
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
        columns.close();
    }

    @Test
    void whoAsksMoreThanASecondsWorthWaitsForTheNext() throws Exception {
        String jane = server.token("jane", "viewer", "us");
        for (int i = 0; i < A_SECOND; i++) {
            assertEquals(200, get("/v1/orders/P-1", jane).statusCode());
        }

        HttpResponse<String> refused = get("/v1/orders/P-1", jane);
        assertEquals(429, refused.statusCode());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Too many requests\",\"status\":429,"
                + "\"detail\":\"at most 10 requests a second and 4 at once\"}", refused.body());
        assertEquals(429, get("/v1/orders/P-9", jane).statusCode(), "whether there is such an order makes no difference");

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));   // 10 a second are 2 in 200 ms
        assertEquals(List.of(200, 200, 429), List.of(get("/v1/orders", jane).statusCode(), get("/metrics", jane).statusCode(),
                get("/v1/desks", jane).statusCode()));
    }

    @Test
    void aPersonsTokensShareWhatThePersonMayAskAndAnotherPersonHasTheirOwn() throws Exception {
        String one = server.token("jane", "viewer", "us");
        String two = server.token("jane", "trader", "us");
        String joes = server.token("joe", "viewer", "us");
        for (int i = 0; i < A_SECOND; i++) {
            get("/v1/orders", i % 2 == 0 ? one : two);
        }

        assertEquals(List.of(429, 429, 200), List.of(get("/v1/orders", one).statusCode(), get("/v1/orders", two).statusCode(),
                get("/v1/orders", joes).statusCode()));
    }

    @Test
    void whoGuessesTokensIsHeldUpByAddressAndNobodyElseIs() throws Exception {
        String jane = server.token("jane", "viewer", "us");
        for (int i = 0; i < A_SECOND; i++) {
            assertEquals(401, get("/v1/orders", "guess-" + i).statusCode());
        }

        assertEquals(429, get("/v1/orders", "guess").statusCode());
        assertEquals(429, get("/", null).statusCode());
        assertEquals(200, get("/v1/orders", jane).statusCode());
    }

    @Test
    void whoSendsBodiesThatNeverEndKeepsNoMoreThanTheirShareOfTheThreads() throws Exception {
        String ada = server.token("ada", "admin", "us");
        String jane = server.token("jane", "viewer", "us");
        for (int i = 0; i < AT_ONCE; i++) {
            send("PUT /leakage/v1/desks/us HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ada
                    + "\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n");
        }
        for (Socket socket : sockets) {   // "100 Continue": its thread waits for the body
            assertTrue(line(socket).startsWith("HTTP/1.1 100"));
        }

        assertEquals(429, get("/v1/desks", ada).statusCode());
        assertEquals(200, get("/v1/orders/P-1", jane).statusCode());

        for (Socket socket : sockets) {
            socket.getOutputStream().write(" ".repeat(100).getBytes(StandardCharsets.US_ASCII));
            line(socket);
            assertTrue(line(socket).startsWith("HTTP/1.1 200"));
        }
        assertEquals(200, get("/v1/desks", ada).statusCode(), "they are answered, so there is room again");
    }

    @Test
    void hundredsOfRequestsThatNeverEndHoldUpNobody() throws Exception {
        String jane = server.token("jane", "viewer", "us");
        for (int i = 0; i < 600; i++) {
            send("GET /leakage/v1/orders HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "z".repeat(i % 50));
        }

        for (int i = 0; i < 3; i++) {
            for (Socket socket : sockets) {
                socket.getOutputStream().write('z');   // a letter now and then, as the attack goes
            }
            assertEquals(200, get("/v1/orders/P-1", jane).statusCode());
        }
        assertTrue(sockets.stream().noneMatch(Socket::isClosed));
    }

    private void send(String text) throws IOException {
        Socket socket = server.connect();
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        String base = path.startsWith("/metrics") ? server.base().replace("/leakage", "") : server.base();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
