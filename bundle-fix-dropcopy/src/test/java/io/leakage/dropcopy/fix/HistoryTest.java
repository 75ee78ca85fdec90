package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tells of the past is marked so in the event itself, and the mark outlives the process: no rule may act on it, now or in a replay. */
@Timeout(60)
class HistoryTest {
    @TempDir(factory = KillTest.InMemory.class)
    private Path directory;

    @Test
    void scenario67_whatWasSentBeforeTheLogonOrSentAgainIsHistoryInTheJournalToo() throws Exception {
        DropCopySource source = new DropCopySource("street", FixVersion.FIX_4_4, true, "127.0.0.1", DurableSessionTest.freePort(), "LEAK",
                "EMS", 30, 1, FixScan.DEFAULT_PARENT_TAG, "", "", "UTC", "", 0);
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64));
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()))) {
            session.start();
            Await.until(() -> session.state() == DropCopySession.State.WAITING, () -> "is " + session.state());
            try (ScriptedVenue venue = new ScriptedVenue(source)) {
                venue.logon();
                venue.send("D", order(2, ""));
                venue.send("D", order(3, "97=Y|"));
                venue.send("D", order(4, "52=20260102-14:30:00|"));
                venue.lose("D", order(5, ""));
                venue.send("D", order(6, ""));
                Await.until(() -> engine.scorecard().progress().orderEvents() == 5 && session.health().gapFrom() < 0,
                        () -> engine.scorecard().progress().toString());
                venue.send("D", order(7, ""));
                Await.until(() -> engine.scorecard().progress().orderEvents() == 6, () -> engine.scorecard().progress().toString());
            }
        }
        // 6 waited for 5 and was asked for with it; whichever of its two was taken
        Map<Long, Boolean> history = history(directory);
        history.remove(6L);
        assertEquals(Map.of(2L, false, 3L, true, 4L, true, 5L, true, 7L, false), history);
    }

    private static String order(int number, String header) {
        return header + "11=C" + number + "|55=INST|54=1|38=100|40=1|60=20260102-14:30:00|";
    }

    /** {@return by its number whether each message is marked as history} */
    static Map<Long, Boolean> history(Path journal) {
        Map<Long, Boolean> history = new TreeMap<>();
        Replay.of(journal.resolve("events"), new LeakageEvent(), event -> {
            if (event.kind() == EventKind.ORDER) {
                history.put(event.sequence, event.order().history);
            }
        });
        return history;
    }
}
