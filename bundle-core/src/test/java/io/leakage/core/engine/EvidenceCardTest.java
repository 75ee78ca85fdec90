package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.EventKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCardTest {
    @Test
    void itTellsTheNewestFootprintsAndHowManyItDoesNot() {
        LeakyDay day = new LeakyDay(13, Side.BUY, 1, 0);
        ParentRow row = day.play(0);
        EvidenceCard card = day.engine.scorecard().evidence(row.number());

        assertEquals(100, card.footprints());
        assertEquals(68, card.dropped());
        assertEquals(32 * 4, card.looks().size());
        assertTrue(card.looks().stream().allMatch(look -> look.nanos() >= day.footprints.get(68)));
        assertEquals(row.value(Measure.EVIDENCE), card.looks().get(127).evidence(), row.value(Measure.EVIDENCE) * 1e-9);
        for (EvidenceCard.Look look : card.looks()) {
            assertEquals(look.fate().equals("COUNTED") ? 19 : 0, look.placebos().size());
            if (look.fate().equals("COUNTED")) {
                assertEquals(look.placebo(), look.placebos().stream().mapToDouble(EvidenceCard.Placebo::move).average().orElseThrow(), 1e-9);
                long below = look.placebos().stream().filter(placebo -> placebo.move() < look.response()).count();
                assertTrue(look.rank() >= below / 20.0);
            }
        }
    }

    @Test
    void ofAnOrderThatShowsVeryManyTheOldestAreNotKeptAndStillCount() {
        LeakyDay day = flicker();
        ParentRow row = day.play(0);
        EvidenceCard card = day.engine.scorecard().evidence(row.number());
        String[] kept = day.engine.footprints("P").split("\n");

        assertEquals(5_600, card.footprints());
        assertEquals(5_568, card.dropped());
        assertEquals(5_600, row.input(Input.named("footprints_10ms")) + row.input(Input.named("unmatched_10ms")));
        assertTrue(kept.length > 4 * 3_600 && kept.length < 4 * 5_000, kept.length + " lines");
        assertTrue(day.footprints.indexOf(Long.parseLong(kept[1].substring(0, kept[1].indexOf(',')))) > 600, kept[1]);
        // what the oldest staked is in the first E that is told, as in the last
        assertEquals(row.value(Measure.EVIDENCE), card.looks().get(127).evidence(), row.value(Measure.EVIDENCE) * 1e-9);
        ParentRow late = flicker().play(3_000_000_000L);
        assertEquals(row.value(Measure.EVIDENCE), late.value(Measure.EVIDENCE));
        assertEquals(row.input(Input.named("footprints_100ms")), late.input(Input.named("footprints_100ms")));
    }

    /** A day of an order that lets children rest and takes them back four times a second, for over twenty minutes. */
    private static LeakyDay flicker() {
        LeakyDay day = new LeakyDay(14, Side.BUY, 0, 0, 0);
        for (int i = 0; i < 5_600; i++) {
            long nanos = Tape.START + 300_000 * LeakyDay.MILLI + i * 250 * LeakyDay.MILLI;
            Tape.Message message = new Tape.Message('8', nanos).id("F" + i / 2).parent("P").side(Side.BUY).quantity(100);
            day.order(nanos, i % 2 == 0 ? message.exec('0', '0') : message.exec('4', '4'));
            day.footprints.add(nanos);
        }
        return day;
    }

    @Test
    void anOrderThatShowedNothingHasNone() {
        LeakyDay day = new LeakyDay(13, Side.BUY, 1, 0, 0);

        assertNull(day.engine.scorecard().evidence(day.play(0).number()));
        assertNull(day.engine.scorecard().evidence(-1));
    }

    @Test
    void replayingTheJournalUpToItsPositionGivesTheSameCard(@TempDir Path dir) throws Exception {
        List<EvidenceCard> live = new ArrayList<>();
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, dir, null, false, 4))) {
            LeakyDay day = new LeakyDay(engine.inlets(), 13, Side.BUY, 1, 0, 60);
            day.playInto(step -> {
                if (step % 5_000 == 4_999) {
                    live.add(engine.scorecard().evidence(0));
                }
            });
        }
        assertTrue(live.size() >= 3 && live.get(live.size() - 1).looks().size() == 128);
        assertNotEquals(live.get(0), live.get(1));

        long[] position = {0};
        int[] compared = {0};
        ReplayEngine[] again = new ReplayEngine[1];
        again[0] = new ReplayEngine(event -> {
            position[0] += event.kind() == EventKind.NAMED ? 0 : 1;
            if (compared[0] < live.size() && live.get(compared[0]).position() == position[0]) {
                assertEquals(live.get(compared[0]), again[0].scorecard().evidence(0));
                compared[0]++;
            }
        });
        again[0].replay(dir);
        assertEquals(live.size(), compared[0]);
    }
}
