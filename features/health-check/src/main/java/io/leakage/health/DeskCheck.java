package io.leakage.health;

import io.leakage.api.desk.DeskState;
import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/**
 * Judges one desk. A configuration, or rules in it, that was refused is CRITICAL when the desk is not there because of it, and a WARN when
 * an earlier one is in force; working orders whose market data is old or has holes are a WARN, and so is a kill or a latch; a switch of
 * which nobody knows how it ended is CRITICAL.
 */
final class DeskCheck {
    private static final long DOUBT = Flag.MD_STALE.bit() | Flag.LAGGED.bit() | Flag.MD_GAP.bit() | Flag.BOOK_SUSPECT.bit();

    private DeskCheck() {
    }

    /**
     * Judges.
     *
     * @param desk      how it is configured; null when it has gone meanwhile
     * @param scorecard null while there is none
     * @return a line each
     */
    static Result of(DeskState desk, Scorecard scorecard) {
        Findings findings = new Findings();
        if (desk == null) {
            return findings.add(Status.OK, "the desk is no more").result();
        }
        if (desk.refused() != null) {
            findings.add(desk.inForce() ? Status.WARN : Status.CRITICAL, "refused: %s; %s", desk.refused(),
                    desk.inForce() ? "the last good configuration stays in force" : "there is no such desk until it is mended");
        }
        if (desk.inForce()) {
            findings.add(Status.OK, "%s is in force, mode %s", desk.id(), desk.terms().mode());
        }
        if (desk.inForce() && scorecard != null) {
            market(findings, desk.id(), scorecard);
        }
        if (scorecard != null) {
            switching(findings, desk.id(), scorecard);
        }
        return findings.result();
    }

    private static void switching(Findings findings, String desk, Scorecard scorecard) {
        for (SwitchDesk state : scorecard.switches().desks()) {
            boolean firm = state.desk() == Absent.NAME;
            if (!firm && !desk.equals(scorecard.text(NameKind.DESK, state.desk()))) {
                continue;
            }
            if (!state.killed().isEmpty()) {
                findings.add(Status.WARN, "%s was killed by %s: no order is switched", firm ? "the firm" : "the desk", state.killed());
            }
            if (!state.latched().isEmpty()) {
                findings.add(Status.WARN, "latched off: %s", state.latched());
            }
        }
        long open = scorecard.switches().all().stream().filter(one -> desk.equals(scorecard.text(NameKind.DESK, one.desk()))
                && (one.state() == SwitchState.UNKNOWN || one.state() == SwitchState.TIMED_OUT)).count();
        if (open > 0) {
            findings.add(Status.CRITICAL, "%,d switches whose end is not known: a person has to look at the orders", open);
        }
    }

    private static void market(Findings findings, String desk, Scorecard scorecard) {
        ParentRow row = new ParentRow();
        int working = 0;
        int doubtful = 0;
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row) && row.endNanos() == Absent.LONG && desk.equals(scorecard.text(NameKind.DESK, row.desk()))) {
                working++;
                doubtful += ((row.flags() | row.flags(Measure.DRIFT)) & DOUBT) != 0 ? 1 : 0;
            }
        }
        findings.add(doubtful == 0 ? Status.OK : Status.WARN, "%,d of %,d working orders have market data that is old or has holes",
                doubtful,
                working);
    }
}
