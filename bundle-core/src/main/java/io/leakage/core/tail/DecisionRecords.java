package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Verdict;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import io.leakage.core.switching.Decision;
import io.leakage.core.switching.HookSaid;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@link HistoryTable#DECISIONS} and {@link HistoryTable#AUDIT}: what rules said, what became of it, and who did what. */
final class DecisionRecords {
    private static final String BETWEEN = "; ";

    private final Teller out;
    private final Parents parents;
    private final StringBuilder rules = new StringBuilder();

    DecisionRecords(Teller out, Parents parents) {
        this.out = out;
        this.parents = parents;
    }

    void write(Rows rows, long now) {
        for (int i = 0; i < rows.verdicts().size(); i++) {
            write(rows.verdicts().get(i));
        }
        if (rows.hasSwitching()) {
            rows.switching().switches().forEach(this::write);
        }
        for (int i = 0; i < rows.amendments().size(); i++) {
            write(rows.amendments().get(i), now);
        }
    }

    private void write(Verdict verdict) {
        out.begin(HistoryTable.DECISIONS, verdict.nanos(), parents.instrument(verdict.parent()));
        out.name(NameKind.ORDER, parents.order(verdict.parent()));
        out.name(NameKind.DESK, parents.desk(verdict.parent()));
        out.text("VERDICT");
        out.text(verdict.rules());
        out.number(verdict.version());
        out.text(verdict.rule());
        out.text(verdict.grade() == null ? null : verdict.grade().name());
        out.text(verdict.fired() ? "FIRED" : "ENDED");
        out.nothing();
        out.name(NameKind.TEXT, parents.strategy(verdict.parent()));
        out.text(orNull(verdict.switchTo()));
        out.text(orNull(verdict.mode()));
        out.nothing();
        out.nothing();
        out.text(joined(verdict.why()));
        out.text(joined(verdict.vetoes()));
        out.nothing();
        out.end();
    }

    private void write(AlgoSwitch one) {
        out.begin(HistoryTable.DECISIONS, one.changed(), parents.instrument(one.parent()));
        out.name(NameKind.ORDER, parents.order(one.parent()));
        out.name(NameKind.DESK, one.desk());
        out.text("SWITCH");
        out.text(one.rules());
        out.number(one.version());
        out.text(one.rule());
        out.nothing();
        out.text(one.state().name());
        out.text(one.id());
        out.name(NameKind.TEXT, one.order().strategy());
        out.text(one.to());
        out.text(one.mode());
        out.real(one.propensity());
        out.text(orNull(one.who()));
        out.text(joined(one.why()));
        out.nothing();
        out.text(orNull(one.reason()));
        out.end();
    }

    private void write(Amendment amendment, long now) {
        out.begin(HistoryTable.AUDIT, now, parents.instrument(amendment.parent()));
        out.name(NameKind.ORDER, parents.order(amendment.parent()));
        out.name(NameKind.DESK, parents.desk(amendment.parent()));
        out.text("AMENDED");
        out.text(amendment.measure().id());
        out.number(amendment.version());
        out.real(amendment.oldValue());
        out.text(amendment.oldStatus().name());
        out.real(amendment.newValue());
        out.text(amendment.newStatus().name());
        out.nothing();
        out.nothing();
        out.end();
    }

    /** Tells what a person, a desk's configuration or the host's hook said. */
    void said(LeakageEvent event, long now) {
        switch (event.kind()) {
            case RULES -> rules(event, now);
            case DESK_TERMS -> said(now, "DESK", event.name, null, text(event));
            case DECISION -> said(event.receiveNanos, "DECIDED", event.name, text(event), Decision.at(event.code) + " " + event.quantity);
            case HOOK -> said(now, "HOOK", Absent.NAME, null, HookSaid.at(event.code) + " " + event.quantity + " " + text(event));
            case RESTARTED -> said(now, "RESTARTED", Absent.NAME, null, null);
            default -> throw new IllegalArgumentException(event.kind() + " says nothing of this kind");
        }
    }

    /** {@return whether {@link #said} has something to tell of it} */
    static boolean isSaid(EventKind kind) {
        return switch (kind) {
            case RULES, DESK_TERMS, DECISION, HOOK, RESTARTED -> true;
            default -> false;
        };
    }

    private void rules(LeakageEvent event, long now) {
        if (event.quantity == 0) {
            rules.setLength(0);   // of a text before, the end may be lost
        }
        // a part may end within a character: bytes first, characters when all are there
        rules.append(new String(event.text(), 0, event.textLength, StandardCharsets.ISO_8859_1));
        if (event.on) {
            said(now, "RULES", event.name, null, new String(rules.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    private void said(long nanos, String kind, int desk, String who, String what) {
        if (out.isSilent()) {
            return;
        }
        out.begin(HistoryTable.AUDIT, nanos, Absent.NAME);
        out.nothing();
        out.name(NameKind.DESK, desk);
        out.text(kind);
        out.nothing();
        out.nothing();
        out.nothing();
        out.nothing();
        out.nothing();
        out.nothing();
        out.text(who);
        out.text(what);
        out.end();
    }

    private static String text(LeakageEvent event) {
        return new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join(BETWEEN, texts);
    }
}
