package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTest {
    private static final int MAX_STREAMS = 3;

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final List<Listener> listeners = new ArrayList<>();
    private LeakageServlet servlet;
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        servlet = new LeakageServlet(scorecard, columns, false, MAX_STREAMS);
        server = new WebServer(servlet);
    }

    @AfterEach
    void close() throws Exception {
        for (Listener listener : listeners) {
            listener.close();
        }
        server.close();
        columns.close();
    }

    @Test
    void aPageFirstHearsOfEveryOrderThenOfTheOnesThatChange() throws Exception {
        scorecard.begin("P-1", null, "A", Side.BUY, 1);
        int two = scorecard.begin("P-2", null, "B", Side.BUY, 1);
        Listener page = listen(null);

        Event first = page.orders();
        change(two);
        Event second = page.orders();

        assertTrue(first.data.contains("\"parent\":\"P-1\"") && first.data.contains("\"parent\":\"P-2\""), first.data);
        assertEquals("all", first.name);
        assertEquals("orders", second.name);
        assertFalse(second.data.contains("\"parent\":\"P-1\""), second.data);
        assertTrue(second.data.contains("\"parent\":\"P-2\"") && second.data.contains("\"version\":1"), second.data);
    }

    @Test
    void aFillIsToldAtOnceThoughTheOrdersMarketMovesAllTheTime() throws Exception {
        int one = scorecard.begin("P-1", null, "A", Side.BUY, 1_000);
        Listener page = listen(null);
        page.orders();
        servlet.onScore(scorecard.change(one, row -> { }));
        page.orders();

        servlet.onScore(scorecard.change(one, row -> row.marketSequence(8)));   // the market only: nothing that a page is told by this way
        servlet.onScore(scorecard.change(one, row -> row.executed(100)));

        assertTrue(page.orders().data.contains("\"executed\":100,"));
    }

    @Test
    void aPageThatComesBackHearsOnlyOfWhatItMissed() throws Exception {
        int one = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        scorecard.begin("P-2", null, "B", Side.BUY, 1);
        Listener page = listen(null);
        String id = page.orders().id;
        page.close();
        Listener other = listen(null);
        other.orders();
        change(one);
        other.orders();

        Event missed = listen(id).orders();

        assertEquals("orders", missed.name);
        assertTrue(missed.data.contains("\"parent\":\"P-1\""), missed.data);
        assertFalse(missed.data.contains("\"parent\":\"P-2\""), missed.data);
    }

    @Test
    void anEventIdOfAnotherLifeOfTheServiceStartsAnew() throws Exception {
        scorecard.begin("P-1", null, "A", Side.BUY, 1);

        assertTrue(listen("another-1").orders().data.contains("\"parent\":\"P-1\""));
    }

    @Test
    void noOrderIsAnEmptyListSoThatThePageKnows() throws Exception {
        assertEquals("[]", listen(null).orders().data);
    }

    @Test
    void onlyTheLastEventOfAStateCarriesItsId() throws Exception {
        for (int i = 0; i < 120; i++) {
            scorecard.begin("P-" + i, null, "A", Side.BUY, 1);
        }
        Listener page = listen(null);

        Event first = page.orders();
        Event second = page.orders();
        Event third = page.orders();

        assertEquals("", first.id);
        assertEquals("", second.id);
        assertFalse(third.id.isEmpty());
        assertTrue(third.data.contains("\"parent\":\"P-119\""));
    }

    @Test
    void aQuietStreamShowsSignsOfLife() throws Exception {
        Listener page = listen(null);

        assertTrue(page.next("progress").data.contains("\"marketEvents\":1000"));
        assertTrue(page.next("progress").data.contains("\"parents\":0"));
    }

    @Test
    void anOrderThatTurnedOutToBeAChildIsRemoved() throws Exception {
        int child = scorecard.begin("C-1", null, "A", Side.BUY, 1);
        int parent = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        Listener page = listen(null);
        page.orders();

        scorecard.alias("C-1", parent);
        dirty.onScore(scorecard.change(child, row -> row.flags(Flag.RELINKED.bit())));

        assertEquals("[{\"parent\":\"C-1\",\"removed\":true}]", page.orders().data);
    }

    @Test
    void onePageTooManyIsAskedToComeBackLater() throws Exception {
        for (int i = 0; i < MAX_STREAMS; i++) {
            listen(null).orders();
        }

        String answer = server.raw("GET /leakage/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
        assertTrue(answer.contains("Retry-After: 5"), answer);
        assertTrue(answer.contains("3 pages listen already"), answer);
    }

    @Test
    void aPageThatWentAwayMakesRoomForAnother() throws Exception {
        int one = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        for (int i = 0; i < MAX_STREAMS; i++) {
            Listener page = listen(null);
            page.orders();
            page.close();
        }

        String status = "HTTP/1.1 503";
        while (status.startsWith("HTTP/1.1 503")) {
            change(one);
            LockSupport.parkNanos(10_000_000);
            Listener page = listen(null);
            status = page.status;
        }

        assertEquals("HTTP/1.1 200 OK", status);
    }

    @Test
    void stoppingTheServiceEndsTheStreamsAndTheirThreads() throws Exception {
        Listener page = listen(null);
        page.orders();

        server.close();

        assertEquals(0, Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("leakage-stream")).count());
    }

    private void change(int parent) {
        dirty.onScore(scorecard.change(parent, row -> { }));
    }

    private Listener listen(String lastEventId) throws IOException {
        Listener listener = new Listener(server.connect(), lastEventId);
        listeners.add(listener);
        return listener;
    }

    private record Event(String id, String name, String data) {
    }

    /** An EventSource made of a socket; HTTP/1.0, so that the answer comes without chunk sizes in between. */
    private static final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final String status;

        Listener(Socket socket, String lastEventId) throws IOException {
            this.socket = socket;
            String id = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
            socket.getOutputStream().write(("GET /leakage/v1/stream HTTP/1.0\r\nHost: localhost\r\n" + id + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            status = in.readLine();
        }

        Event orders() throws IOException {
            return next("all|orders");
        }

        Event next(String wanted) throws IOException {
            String id = "";
            String name = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ") && name.matches(wanted)) {
                    return new Event(id, name, line.substring(6));
                } else if (line.startsWith("data: ")) {
                    id = "";
                }
            }
            throw new IOException("the stream ended before an event " + wanted);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
