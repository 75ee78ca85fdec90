package io.leakage.kdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class KdbSinkTest {
    @TempDir
    private Path folder;

    @Test
    void recordsArePublishedByUpdInTheProtocolsBytes() throws IOException {
        try (Exchange exchange = new Exchange("publish.txt")) {
            KdbSink sink = sink(exchange);

            assertEquals(0, sink.open("j1"));
            sink.take(quote(100, 1_700_000_000_000_000_005L, "IBM", 100.25));
            sink.take(quote(200, 1_700_000_000_000_000_006L, "AAPL", Double.NaN));
            sink.flush(300);
            sink.close();

            assertEquals("as written", exchange.outcome());
            assertEquals("300\n", Files.readString(folder.resolve("desk-1-j1.position")));
        }
    }

    @Test
    void whenTheAnswerIsLostThePositionIsFoundThere() throws IOException {
        try (Exchange exchange = new Exchange("lost-answer.txt")) {
            KdbSink sink = sink(exchange);
            sink.open("j1");
            sink.take(quote(100, 1_700_000_000_000_000_005L, "IBM", 100.25));

            IOException lost = assertThrows(IOException.class, () -> sink.flush(300));
            sink.flush(300);   // asks how far it is, and need not publish again
            sink.close();

            String told = "kdb+ at 127.0.0.1:" + exchange.port() + ": cannot publish what came up to position 300: ";
            assertTrue(lost.getMessage().startsWith(told), lost.getMessage());
            assertEquals("as written", exchange.outcome());
        }
    }

    @Test
    void anErrorOfTheOtherSideIsToldAsItStands() throws IOException {
        try (Exchange exchange = new Exchange("refused.txt")) {
            KdbSink sink = sink(exchange);
            sink.open("j1");

            assertTrue(assertThrows(IOException.class, () -> sink.flush(300)).getMessage().endsWith(": answered '.u.upd"));
        }
    }

    @Test
    void aProcessThatForgotIsNotToldAllAgain() throws IOException {
        new PositionFile(folder, "desk-1", "j1").write(700);
        try (Exchange exchange = new Exchange("forgot.txt")) {
            assertEquals(700, sink(exchange).open("j1"));
        }
    }

    @Test
    void nobodyThereIsToldAsItStands() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));   // nobody listens there, and nobody else can
            KdbSink sink = new KdbSink("desk-1", new KdbAddress("127.0.0.1", taken.getLocalPort(), ""), "lk", EnumSet.of(HistoryTable.QUOTES),
                    folder);

            assertEquals("kdb+ at 127.0.0.1:" + taken.getLocalPort() + ": cannot begin: Connection refused",
                    assertThrows(IOException.class, () -> sink.open("j1")).getMessage());
        }
    }

    private KdbSink sink(Exchange exchange) {
        return new KdbSink("desk-1", new KdbAddress("127.0.0.1", exchange.port(), ""), "lk", EnumSet.of(HistoryTable.QUOTES), folder);
    }

    private static HistoryRecord quote(long position, long nanos, String symbol, double bid) {
        HistoryRecord item = new HistoryRecord();
        item.begin(HistoryTable.QUOTES);
        item.put(position);
        item.put(0L);
        item.put(nanos);
        item.put(symbol);
        item.put(bid);
        item.put(100.5);
        item.put(300L);
        item.putAbsent();
        item.put(0L);
        item.put("itch-a");
        item.put(9L);
        item.end();
        return item;
    }
}
