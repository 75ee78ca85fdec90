package io.leakage.core.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.FrameBlocks;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.MovedDay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a part tells of desks' orders and of fills while something of them turns out otherwise. */
class StandingsTest {
    @TempDir
    private Path journal;
    private final Map<String, List<Standings.Standing>> orders = new HashMap<>();
    private final List<FillStandings.Fill> fills = new ArrayList<>();

    private void play() {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            engine.inlets().desk().desk("desk-D", "D", true);
            new MovedDay(41).withLateTerms().play(engine.inlets());
        }
        Parting parting = new Parting(1);
        Part part = new Part(0, 1, item -> { });
        try (FrameBlocks frames = new FrameBlocks(journal, Long.MIN_VALUE, 1, problem -> { })) {   // a frame a block
            for (byte[] block = frames.next(); block != null; block = frames.next()) {
                parting.split(block);
                part.take(parting.part(0), false);
                part.standings().drain(one -> orders.computeIfAbsent(one.order(), any -> new ArrayList<>()).add(one));
                part.fills().drain(fills::add);
            }
        }
    }

    @Test
    void anOrderLinkedLateLeavesItsDesksFamily() {
        play();

        List<Standings.Standing> child = orders.get("MC");
        assertTrue(child.get(0).works() && child.get(0).day() > 0, child.toString());
        assertEquals(new Standings.Standing("desk-D", "MC", Long.MIN_VALUE, false, 0, 0.2), child.get(child.size() - 1));
        assertTrue(orders.get("M").get(orders.get("M").size() - 1).works());
    }

    @Test
    void aFillWhoseOrderChangesItsAlgoLeavesTheOldGroupAtOnce() {
        play();

        List<FillStandings.Fill> told = fills.stream().filter(fill -> fill.order().equals("M") && fill.number() == 0).toList();
        int moved = told.indexOf(told.stream().filter(fill -> "847=TWAP".equals(fill.algo())).findFirst().orElseThrow());
        FillStandings.Fill gone = told.get(moved - 1);
        assertEquals(List.of("847=VWAP", "B1", 0L), List.of(gone.algo(), gone.broker(), gone.shares()));
        assertEquals(List.of("847=TWAP", "B2", 100L), List.of(told.get(moved).algo(), told.get(moved).broker(), told.get(moved).shares()));
        assertTrue(told.subList(moved, told.size()).stream().allMatch(fill -> fill.algo().equals("847=TWAP")), told.toString());
    }
}
