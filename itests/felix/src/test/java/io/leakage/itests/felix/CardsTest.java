package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that says whereto is all it takes, and without it nothing is written. */
class CardsTest {
    private static final long START = 1_767_364_200_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void ordersThatEndedBeforeAndAfterTheConfigurationHaveTheirCards() throws Exception {
        Path cards = folder.resolve("cards");
        try (Desk desk = new Desk(true)) {
            Inlets inlets = desk.launcher().service(Inlets.class);
            MarketInlet market = inlets.market("by-hand", WhenFull.WAIT);
            OrderInlet orders = inlets.orders("by-hand");
            int instrument = market.instrument("INST");
            market.added(instrument, 1, START, 1, Side.BUY, 500, 100_00000000L);
            market.added(instrument, 2, START, 2, Side.SELL, 500, 100_02000000L);
            buy(orders, "P", 1);
            market.passed(instrument, 3, START + 40 * MINUTE);
            assertFalse(Files.exists(cards));

            Files.writeString(desk.local.configurations().resolve("leakage.cards.config"), "directory=\"" + cards + "\"\n");
            awaitFinal(cards.resolve("P.txt"));
            buy(orders, "Q", 41);
            market.passed(instrument, 4, START + 80 * MINUTE);

            awaitFinal(cards.resolve("Q.txt"));
            Await.until(() -> Files.exists(cards.resolve("Q.version")), () -> files(cards).toString());
            assertTrue(files(cards).containsAll(List.of("P.csv", "P.fills.csv", "P.html", "P.json", "P.txt", "P.version", "Q.html")),
                    files(cards).toString());
            assertEquals(List.of(), desk.launcher().missing());
        }
    }

    private static void awaitFinal(Path text) {
        Await.until(() -> read(text).contains("(final)"), () -> text + ": " + read(text));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An order for 100 in a minute, filled at once, three cents above the mid. */
    private static void buy(OrderInlet orders, String id, int minute) {
        OrderMessage order = message('D', id, minute);
        order.orderQty = 100;
        orders.accept(order);
        OrderMessage fill = message('8', id, minute);
        fill.execType = 'F';
        fill.ordStatus = '2';
        fill.lastQty = 100;
        fill.lastPx = 100_04000000L;
        fill.execId = OrderMessage.slice(5, 3);
        orders.accept(fill);
    }

    private static OrderMessage message(char type, String id, int minute) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = type;
        message.side = Side.BUY;
        message.transactNanos = START + minute * MINUTE;
        message.raw = ("INST" + id + "E-" + id).getBytes(StandardCharsets.US_ASCII);
        message.rawLength = message.raw.length;
        message.symbol = OrderMessage.slice(0, 4);
        message.clOrdId = OrderMessage.slice(4, 1);
        return message;
    }
}
