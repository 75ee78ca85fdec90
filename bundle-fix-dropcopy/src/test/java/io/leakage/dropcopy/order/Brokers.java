package io.leakage.dropcopy.order;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The broker EMBR, its file, and requests about an order A of 1000 X at 10.50. */
final class Brokers {
    private Brokers() {
    }

    /** EMBR's file. */
    static FixatdlCapabilities embr() {
        return new FixatdlReader("embr.xml", new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8))).read();
    }

    /** EMBR's file with a text in it replaced by another. */
    static FixatdlCapabilities embr(String text, String by) {
        if (!text().contains(text)) {
            throw new IllegalArgumentException("not in the file: " + text);
        }
        return new FixatdlReader("embr.xml", new ByteArrayInputStream(text().replace(text, by).getBytes(StandardCharsets.UTF_8))).read();
    }

    /** The same file without {@code changeStrategyOnCxlRpl}. */
    static FixatdlCapabilities withoutReplace() {
        return embr(" changeStrategyOnCxlRpl=\"true\"", "");
    }

    /** A request {@code id} to hand the order {@code clOrdId} to the liquidity seeker. */
    static SwitchRequest request(String id, String clOrdId) {
        return request(id, clOrdId, "LIQUIDITY_SEEKER", Map.of("maxPart", "0.05"), Map.of(15, "USD", 847, "1", 7001, "3"));
    }

    /** The same to any strategy, with other terms of the order. */
    static SwitchRequest request(String id, String clOrdId, String strategy, Map<String, String> parameters, Map<Integer, String> others) {
        OrderTerms terms = new OrderTerms('5', "X", 1000, '2', 1_050_000_000L, '0', "ACC", new TreeMap<>(others));
        OrderRef order = new OrderRef(Map.of("ClOrdID", clOrdId, "OrderID", "O-" + clOrdId));
        return new SwitchRequest(id, OrderRef.clOrdId("P"), order, terms, "EMBR", "VWAP", strategy, parameters, "leak-red 3", "card-1");
    }

    private static String text() {
        try (InputStream in = Brokers.class.getResourceAsStream("embr.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
