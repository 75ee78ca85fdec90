package io.leakage.core.tail;

import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link HistoryTable#FOOTPRINTS}: with a parent's scores, what became of each of its footprints at each horizon since its scores were told
 * last. One whose fate changed later is told again. Of more footprints than a card holds between two records the oldest are not told.
 */
final class FootprintRecords {
    private static final String OPEN = "OPEN";

    private final Teller out;
    private final Parents parents;
    private final List<Told> told = new ArrayList<>();

    /** Which footprint at which horizon. */
    private record Key(long nanos, int child, Horizon horizon) {
    }

    /** What became of it there. */
    private record Outcome(String fate, double response, double placebo, double rank, double evidence) {
        static Outcome of(EvidenceCard.Look look) {
            return new Outcome(look.fate(), look.response(), look.placebo(), look.rank(), look.evidence());
        }
    }

    /** What was told of a parent's footprints. */
    private static final class Told {
        final Map<Key, Outcome> outcomes = new HashMap<>();
        long changes;
    }

    FootprintRecords(Teller out, Parents parents) {
        this.out = out;
        this.parents = parents;
    }

    /** Tells what is new of the footprints of a parent whose scores are told now, or would be if the sink did not have them. */
    void write(ParentRow row, Scored engine) {
        while (told.size() <= row.number()) {
            told.add(new Told());
        }
        Told before = told.get(row.number());
        long changes = engine.evidenceChanges(row.number());
        if (changes == before.changes) {
            return;
        }
        before.changes = changes;
        EvidenceCard card = engine.outline(row.number());
        for (EvidenceCard.Look look : card.looks()) {
            Key key = new Key(look.nanos(), look.child(), look.horizon());
            if (!look.fate().equals(OPEN) && !Outcome.of(look).equals(before.outcomes.put(key, Outcome.of(look))) && !out.isSilent()) {
                write(row, look);
            }
        }
    }

    private void write(ParentRow row, EvidenceCard.Look look) {
        out.begin(HistoryTable.FOOTPRINTS, look.nanos(), row.instrument());
        out.name(NameKind.ORDER, row.order());
        out.name(NameKind.DESK, parents.desk(row.number()));
        out.number(look.child());
        out.text(look.kinds());
        out.text(look.horizon().id());
        out.text(look.fate());
        out.real(look.response());
        out.real(look.placebo());
        out.real(look.rank());
        out.real(look.evidence());
        out.end();
    }
}
