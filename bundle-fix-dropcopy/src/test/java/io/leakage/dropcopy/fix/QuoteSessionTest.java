package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Ask;
import io.leakage.api.score.NameKind;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.dropcopy.profile.Profiles;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A desk asks two firms for quotes over a FIX session; an engine with its journal on disk hears it. */
@Timeout(120)
class QuoteSessionTest {
    private static final long PENNY = 1_000_000L;
    private static final String DAY = "20260102-";

    @TempDir
    private Path directory;

    private LeakageEngine engine() {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory.resolve("journal"), null, false, 4));
    }

    @Test
    void whoWasAskedAndWhoWonIsKnownOnceHoweverOftenItIsToldAndAfterAStop() throws Exception {
        DropCopySource source = source();
        try (LeakageEngine engine = engine(); ScriptedVenue venue = new ScriptedVenue(source);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()))) {
            quoteAHundred(engine);
            session.start();
            venue.logon();
            venue.send("R", "131=RFQ|146=1|55=INST|54=1|38=300|60=" + DAY + "14:30:00.000|453=2|448=DA|447=D|452=35|448=DB|447=D|452=35|");
            int request = venue.next() - 1;
            venue.send("S", "131=RFQ|117=QA|55=INST|133=100.02|453=1|448=DA|447=D|452=35|60=" + DAY + "14:30:01.000|");
            venue.send("S", "131=RFQ|117=QB|55=INST|133=100.01|453=1|448=DB|447=D|452=35|60=" + DAY + "14:30:01.500|");
            venue.send("AJ", "693=A|117=QB|694=1|11=C|54=1|55=INST|60=" + DAY + "14:30:02.000|");
            venue.send("Z", "131=RFQ|117=QA|298=5|");
            venue.possDup(request);
            venue.send("R", "97=Y|131=RFQ|146=1|55=INST|54=1|38=300|60=" + DAY + "14:30:00.000|453=1|448=DA|447=D|452=35|");
            venue.send("AJ", "693=B|117=QA|55=INST|");
            Await.until(() -> session.health().quarantined() == 1 && outcomes(engine).size() == 2, () -> outcomes(engine).toString());

            assertEquals(Map.of("DA", "LOST −1 100.02", "DB", "WON −1 100.01"), outcomes(engine));
            venue.send("8", "37=O|11=C|526=P|150=0|39=0|55=INST|54=1|38=300|14=0|151=300|60=" + DAY + "14:30:03|");
            Await.until(() -> engine.scorecard().find("P") >= 0 && outcomes(engine).get("DA").contains(" 0 "),
                    () -> outcomes(engine).toString());
        }
        try (LeakageEngine again = engine()) {
            assertEquals(Map.of("DA", "LOST 0 100.02", "DB", "WON 0 100.01"), outcomes(again));
            assertEquals(Instant.parse("2026-01-02T14:30:00Z").toEpochMilli() * 1_000_000L, again.scorecard().asks().get(0).nanos());
            assertTrue(again.scorecard().asks().stream().allMatch(ask -> ask.after().size() == 4 && ask.side() == Side.BUY));
        }
    }

    private static Map<String, String> outcomes(LeakageEngine engine) {
        Map<String, String> outcomes = new TreeMap<>();
        for (Ask ask : engine.scorecard().asks()) {
            outcomes.put(engine.scorecard().text(NameKind.TEXT, ask.counterparty()), ask.outcome() + " "
                    + (ask.parent() < 0 ? "−1" : ask.parent()) + " " + ask.offer() / PENNY / 100.0);
        }
        return outcomes;
    }

    private static void quoteAHundred(LeakageEngine engine) {
        MarketInlet market = engine.inlets().market("market", WhenFull.WAIT);
        int instrument = market.instrument("INST");
        long before = Instant.parse("2026-01-02T14:00:00Z").toEpochMilli() * 1_000_000L;
        market.added(instrument, 1, before, 1, Side.BUY, 500, 9_999 * PENNY);
        market.added(instrument, 2, before, 2, Side.SELL, 500, 10_001 * PENNY);
    }

    private DropCopySource source() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DropCopySource("quotes", FixVersion.FIX_4_4, true, "127.0.0.1", socket.getLocalPort(), "LEAK", "EMS", 5, 1,
                    FixScan.DEFAULT_PARENT_TAG, directory.resolve("store").toString(), "", "UTC", "", 0, Profiles.of("generic-44"),
                    Access.OPEN);
        }
    }
}
