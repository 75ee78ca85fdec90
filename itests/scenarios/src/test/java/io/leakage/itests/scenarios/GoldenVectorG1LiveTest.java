package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Side;
import io.leakage.simulator.DeskMessage;
import io.leakage.simulator.ItchWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Golden vector G1, the INST order, as an EMS would see it: real ITCH over UDP and real FIX over a socket into the bundles in Felix,
 * numbers
 * out of the blotter column service. Each book change stands just before the event that the specification prints it with.
 */
class GoldenVectorG1LiveTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 2);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long SINCE_MIDNIGHT = LocalTime.of(10, 0).toNanoOfDay();
    private static final long START = DATE.atTime(10, 0).atZone(ZONE).toEpochSecond() * 1_000_000_000L;

    private ItchWriter itch;
    private long ref;
    private int quoted;

    @Test
    void theInstOrderAndItsMirroredSell() throws Exception {
        try (LiveDesk live = new LiveDesk(DATE)) {
            itch = new ItchWriter(live.venue);
            itch.system(SINCE_MIDNIGHT - 1_000_000_000, 'O').directory(1, SINCE_MIDNIGHT - 1_000_000, "INST")
                    .directory(2, SINCE_MIDNIGHT - 1_000_000, "MIRR");
            run(live, 1, "INST", Side.BUY, 0);
            run(live, 2, "MIRR", Side.SELL, 1_000_000_000L);
        }
    }

    private void run(LiveDesk live, int locate, String symbol, Side side, long later) throws Exception {
        boolean buy = side == Side.BUY;
        String parent = "P-" + symbol;
        String child = "C-" + symbol;
        quote(locate, symbol, later - 1_000_000, "100.00", "100.02");
        live.send(order(parent, symbol, side, 100_000, later));
        quote(locate, symbol, later + 49_900_000, mirrored(buy, "100.01"), mirrored(buy, "100.03"));
        live.send(order(child, symbol, side, 10_000, later + 50_000_000).text(526, parent).text(44, mirrored(buy, "100.04")));
        live.awaitMeasured();
        Map<String, Double> at50 = live.cells(parent);
        assertEquals(0.9999, at50.get("drift"), 5e-5);

        quote(locate, symbol, later + 74_900_000, mirrored(buy, "100.02"), mirrored(buy, "100.04"));
        live.send(fill(child, symbol, side, later + 75_000_000, mirrored(buy, "100.035"), 5_000));
        live.awaitMeasured();
        Map<String, Double> at75 = live.cells(parent);
        assertEquals(1.9998, at75.get("drift"), 5e-5);
        assertEquals(2.4998, at75.get("arrival_slippage"), 5e-5);
        assertEquals(125.00, at75.get("leakage_cost"), 1e-9);

        quote(locate, symbol, later + 119_900_000, mirrored(buy, "100.03"), mirrored(buy, "100.05"));
        live.send(fill(child, symbol, side, later + 120_000_000, mirrored(buy, "100.045"), 10_000));
        quote(locate, symbol, later + 200_000_000, mirrored(buy, "100.05"), mirrored(buy, "100.07"));
        live.awaitMeasured();
        Map<String, Double> at200 = live.cells(parent);
        assertEquals(4.9995, at200.get("drift"), 5e-5);
        assertEquals(2.9997, at200.get("arrival_slippage"), 5e-5);
        assertEquals(300.00, at200.get("leakage_cost"), 1e-9);
        assertEquals(1.9998, at200.get("pre_trade_leakage"), 5e-5);
    }

    /** For the sell every price is mirrored at the arrival mid of 100.01: what rose now falls, and hurts as much. */
    private static String mirrored(boolean buy, String price) {
        return buy ? price : new BigDecimal("200.02").subtract(new BigDecimal(price)).toPlainString();
    }

    private void quote(int locate, String symbol, long nanos, String one, String other) {
        BigDecimal a = new BigDecimal(one);
        BigDecimal b = new BigDecimal(other);
        if (locate == quoted) {
            itch.deleted(locate, SINCE_MIDNIGHT + nanos - 1_000, ref - 1).deleted(locate, SINCE_MIDNIGHT + nanos - 1_000, ref);
        }
        quoted = locate;
        itch.add(locate, SINCE_MIDNIGHT + nanos, ++ref, Side.BUY, 500, symbol, price(a.min(b)))
                .add(locate, SINCE_MIDNIGHT + nanos, ++ref, Side.SELL, 500, symbol, price(a.max(b)));
    }

    private static long price(BigDecimal price) {
        return price.movePointRight(8).longValueExact();
    }

    private static DeskMessage order(String id, String symbol, Side side, long quantity, long later) {
        return new DeskMessage("D", START + later).text(11, id).text(55, symbol).text(54, side == Side.BUY ? "1" : "2").number(38, quantity)
                .text(40, "2").time(60, START + later);
    }

    private static DeskMessage fill(String id, String symbol, Side side, long later, String price, long cumulated) {
        return new DeskMessage("8", START + later).text(37, "O-" + id).text(17, "E-" + id + cumulated).text(150, "F").text(39, "1")
                .text(11, id).text(55, symbol).text(54, side == Side.BUY ? "1" : "2").number(32, 5_000).text(31, price)
                .number(14, cumulated).number(151, 10_000 - cumulated).text(6, price).time(60, START + later);
    }
}
