package io.leakage.ui;

import io.leakage.api.event.SwitchInlet;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import java.util.List;

/** Decisions that take effect on recorded switches at once; two persons are asked for as the pipeline asks for them. Any thread. */
public final class RecordedDecisions implements SwitchInlet {
    private final RecordedScorecard scorecard;

    /** Decides about these. */
    public RecordedDecisions(RecordedScorecard scorecard) {
        this.scorecard = scorecard;
    }

    @Override
    public void approve(long number, String by) {
        decide(number, SwitchState.APPROVED, by);
    }

    @Override
    public void reject(long number, String by) {
        decide(number, SwitchState.REJECTED, by);
    }

    private void decide(long number, SwitchState state, String by) {
        AlgoSwitch one = scorecard.switches().find(number);
        scorecard.switches().put(new AlgoSwitch(number, one.id(), one.parent(), one.desk(), one.rules(), one.version(), one.rule(),
                one.mode(), state, one.order(), one.to(), one.parameters(), one.proposed(), one.expires(), one.proposed() + 5_000_000_000L,
                one.propensity(), one.capable(), one.why(), by, "decided by " + by));
    }

    @Override
    public void takeOver(int parent, String by) {
        scorecard.switches().takeOver(parent, by);
    }

    @Override
    public void release(int parent, String by) {
        scorecard.switches().release(parent);
    }

    @Override
    public void kill(String desk, String by) {
        SwitchDesk now = now(desk);
        put(now, by, now.kills() + 1, "", now.latched(), List.of(), "killed by " + by);
    }

    @Override
    public void rearm(String desk, String by) {
        SwitchDesk now = now(desk);
        boolean second = !now.rearmed().isEmpty() && !now.rearmed().equals(by) && !now.killed().equals(by);
        put(now, second ? "" : now.killed(), now.kills(), second ? "" : by, now.latched(), now.auto(),
                second ? "rearmed by " + now.rearmed() + " and " + by : by + " asks to rearm; a second person has to");
    }

    @Override
    public void unlatch(String desk, String by) {
        SwitchDesk now = now(desk);
        put(now, now.killed(), now.kills(), now.rearmed(), "", now.auto(), "re-enabled by " + by);
    }

    @Override
    public void unlatchParent(int parent, String by) {
        unlatch("equities-us", by);
    }

    @Override
    public void autoOn(String desk, String by) {
        SwitchDesk now = now(desk);
        List<String> auto = now.auto().isEmpty() ? List.of(by) : List.of(now.auto().get(0), by);
        put(now, now.killed(), now.kills(), now.rearmed(), now.latched(), auto, by + " asks for AUTO");
    }

    @Override
    public void autoOff(String desk, String by) {
        SwitchDesk now = now(desk);
        put(now, now.killed(), now.kills(), now.rearmed(), now.latched(), List.of(), "AUTO off: " + by);
    }

    private SwitchDesk now(String desk) {
        int name = desk == null ? -1 : scorecard.name(NameKind.DESK, desk);
        return scorecard.switches().desks().stream().filter(one -> one.desk() == name).findFirst()
                .orElse(new SwitchDesk(name, desk == null ? "" : "ADVISE", "", 0, "", "", List.of(), ""));
    }

    private void put(SwitchDesk now, String killed, long kills, String rearmed, String latched, List<String> auto, String reason) {
        scorecard.switches().put(new SwitchDesk(now.desk(), now.mode(), killed, kills, rearmed, latched, auto, reason));
    }
}
