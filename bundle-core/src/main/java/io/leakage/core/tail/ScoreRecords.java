package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.Scored;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;

/** {@link HistoryTable#SCORES}, with them {@link HistoryTable#FOOTPRINTS}, and {@link HistoryTable#FILLS}: what the pipeline made of an event. */
final class ScoreRecords {
    /** With market events alone a parent's scores are told once in so many nanoseconds of the venue's time. */
    static final long EVERY_NANOS = 1_000_000_000L;

    private final Teller out;
    private final Parents parents = new Parents();
    private final FootprintRecords footprints;

    ScoreRecords(Teller out) {
        this.out = out;
        footprints = new FootprintRecords(out, parents);
    }

    /** {@return what is known of parents} */
    Parents parents() {
        return parents;
    }

    void write(LeakageEvent event, Rows rows, Scored engine) {
        for (int i = 0; i < rows.parents(); i++) {
            ParentRow row = rows.parent(i);
            parents.take(row);
            if (parents.isDue(row, !event.kind().isMarket())) {
                if (!out.isSilent()) {
                    write(row);
                }
                footprints.write(row, engine);
            }
        }
        for (int i = 0; i < rows.fills() && !out.isSilent(); i++) {
            write(rows.fill(i));
        }
    }

    private void write(ParentRow row) {
        out.begin(HistoryTable.SCORES, row.asOfNanos() == Absent.LONG ? row.arrivalNanos() : row.asOfNanos(), row.instrument());
        out.name(NameKind.ORDER, row.order());
        out.number(row.number());
        out.number(row.version());
        out.name(NameKind.DESK, row.desk());
        out.name(NameKind.TEXT, row.strategy());
        out.name(NameKind.TEXT, row.broker());
        out.side(row.side());
        out.number(row.quantity());
        out.number(row.executed());
        out.real(row.averagePrice());
        out.code(row.state());
        out.time(row.arrivalNanos());
        out.real(row.arrivalMid());
        out.time(row.asOfNanos());
        out.text(row.grade().name());
        out.number(row.flags());
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            out.real(row.value(measure));
            out.real(row.lo(measure));
            out.real(row.hi(measure));
            out.text(row.status(measure).name());
        }
        out.end();
    }

    private void write(FillRow row) {
        out.begin(HistoryTable.FILLS, row.nanos(), parents.instrument(row.parent()));
        out.name(NameKind.ORDER, parents.order(row.parent()));
        out.name(NameKind.DESK, parents.desk(row.parent()));
        out.number(row.number());
        out.number(row.child());
        out.name(NameKind.EXECUTION, row.execution());
        out.name(NameKind.TEXT, parents.strategy(row.parent()));
        out.name(NameKind.TEXT, row.venue());
        out.name(NameKind.TEXT, row.broker());
        out.name(NameKind.TEXT, row.counterparty());
        out.side(parents.side(row.parent()));
        out.units(row.price());
        out.number(row.quantity());
        out.number(row.liquidity());
        out.units(row.bid());
        out.units(row.offer());
        out.number(row.flags());
        for (int i = 0; i < Horizon.count(); i++) {
            out.twice(row.midTwice(Horizon.at(i)));
        }
        out.end();
    }
}
