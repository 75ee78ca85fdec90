package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.VerdictText;
import io.leakage.core.engine.ReplayEngine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {
    /** 2026-01-02 14:30:00 UTC. */
    private static final long START = 1_767_364_200_000_000_000L;

    @Test
    void aVerdictIsToldToAPersonAndAsJson() {
        ReplayEngine engine = new ReplayEngine();
        Inlets inlets = engine.inlets();
        inlets.desk().rules(null, """
                { "version": 2, "id": "us", "rules": [ { "id": "drifts", "when": { "measure": "drift", "atLeast": { "bps": 3 } },
                  "grade": "AMBER", "then": { "switchTo": "POV", "mode": "ADVISE" }, "veto": ["UNSYNCED", "HALT"] } ] }
                """);
        MarketInlet market = inlets.market("feed", WhenFull.WAIT);
        int inst = market.instrument("INST");
        market.quoted(inst, 1, START, 9_999_000_000L, 100, 10_001_000_000L, 100);
        order(inlets.orders("desk"));
        market.quoted(inst, 2, START + 1_000_000_000L, 10_004_000_000L, 100, 10_006_000_000L, 100);

        assertEquals("2026-01-02T14:30:01Z P-1 INST AMBER rule drifts (us version 2) fired: drift 5 bps (at least 3); asks to switch to "
                + "POV (ADVISE), held back by UNSYNCED", VerdictText.of(engine.scorecard(), engine.scorecard().verdicts().get(0)));
        assertEquals("[{\"time\":\"2026-01-02T14:30:01.000000000Z\",\"parent\":\"P-1\",\"symbol\":\"INST\","
                + "\"rules\":\"us\",\"version\":2,\"rule\":\"drifts\",\"grade\":\"AMBER\",\"fired\":true,"
                + "\"why\":[\"drift 5 bps (at least 3)\"],\"switchTo\":\"POV\",\"mode\":\"ADVISE\",\"vetoes\":[\"UNSYNCED\"]}]",
                VerdictJson.of(engine.scorecard()));
    }

    private static void order(OrderInlet orders) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = 'D';
        message.raw = "P-1INST".getBytes(StandardCharsets.ISO_8859_1);
        message.rawLength = message.raw.length;
        message.clOrdId = OrderMessage.slice(0, 3);
        message.symbol = OrderMessage.slice(3, 4);
        message.side = Side.BUY;
        message.orderQty = 100;
        message.transactNanos = START + 1_000_000L;
        orders.accept(message);
    }
}
