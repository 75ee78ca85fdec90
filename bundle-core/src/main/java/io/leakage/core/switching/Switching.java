package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.SwitchState;
import io.leakage.api.score.TakeOver;
import io.leakage.api.score.Verdict;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import io.leakage.core.order.Order;
import io.leakage.core.order.Orders;
import io.leakage.core.rule.Hearer;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Every switch, from the rule that stands to the answer. It looks at each row on which a rule stands, and asks {@link Transitions} what
 * comes of it; what a person, the hook or a drop copy says comes in as events. One thread; it allocates only when something is decided.
 */
public final class Switching implements Hearer {
    /** After so long without an answer a switch has timed out, should the hook not have said so before. */
    private static final long ANSWER_NANOS = 30_000_000_000L;

    /** What will not come right again while a proposal waits. */
    private static final int LASTING = Guard.DESK.bit() | Guard.RULE.bit() | Guard.NOT_KILLED.bit() | Guard.DESK_NOT_LATCHED.bit()
            | Guard.PARENT_NOT_LATCHED.bit() | Guard.NOT_TAKEN_OVER.bit() | Guard.WORKING.bit() | Guard.HOLDS.bit();

    private final Orders orders;
    private final News news = new News();
    private final Sequels sequels = new Sequels(news);
    private final OpenCases open = new OpenCases();
    private final Moment moment = new Moment();
    private final DeskStates desks = new DeskStates(news);
    private final Guards guards;
    private ParentState[] parents = {};
    private long count;
    /** The switch a person approves with the event at hand. */
    private Case asked;

    /** @param orders knows the orders to be replaced */
    public Switching(Orders orders) {
        this.orders = orders;
        this.guards = new Guards(orders, moment, desks.firm());
    }

    /** An event begins: whether it is news, and what is over by its time. */
    public void begin(LeakageEvent event) {
        if (moment.begin(event) && open.isDue(moment.now())) {
            tick();
        }
    }

    private void tick() {
        for (Case one : open.all()) {
            if (!one.isDue(moment.now())) {
                continue;
            }
            if (one.state == SwitchState.PROPOSED) {
                happens(one, Happening.TIME_UP, 0, "nobody decided in time");
            } else {
                one.answerBy = Long.MAX_VALUE;
                happens(one, Happening.TIME_UP, 0, "no answer in " + ANSWER_NANOS / 1_000_000_000L + " s");
            }
        }
    }

    /** {@return whether there is anything to tell of the event that began, now that its rows were judged} */
    public boolean hasNews() {
        if (asked != null && asked.approver != null) {
            asked.approver = null;
            asked.reason = "approved, and it was not taken: the order has no row that could be judged";
            news.changed(asked);
        }
        asked = null;
        return !news.isEmpty();
    }

    /** Puts what there is to tell into the event's rows. */
    public void tell(Rows rows) {
        news.moveTo(rows);
    }

    /** A desk has other terms, or none (null). */
    public void terms(int desk, DeskTerms terms) {
        DeskState state = desks.at(desk);
        if (state.terms(terms)) {
            voidProposed(desk, "the desk's configuration changed");
            news.desk(state);
        }
    }

    /** Other rules are in force for a desk, or for all without rules of their own ({@code Absent.NAME}). */
    public void rulesChanged(int desk) {
        desks.rulesChanged(desk);
        voidProposed(desk, "other rules are in force");
    }

    /**
     * The scorecard was started anew. What was proposed before is over; what was approved may have gone out or not; what fired has to fire
     * anew; and nobody acts by itself before two persons say so again.
     */
    public void restarted() {
        moment.restart();
        for (Case one : open.all()) {
            happens(one, Happening.RESTART, 0, one.state == SwitchState.APPROVED
                    ? "stopped after it was handed to the hook: look at the order" : "stopped before it was decided");
        }
        for (ParentState parent : parents) {
            if (parent != null) {
                parent.spend();
            }
        }
        desks.autoOff("the scorecard was started anew");
    }

    /**
     * A person decided.
     *
     * @param event of kind DECISION
     * @param show  hears which parent needs a row with this event
     */
    public void decide(LeakageEvent event, IntConsumer show) {
        Decision decision = Decision.at(event.code);
        String by = text(event);
        switch (decision) {
            case APPROVE, REJECT -> decide(open.find(event.quantity), decision, by, show);
            case TAKE_OVER, RELEASE -> takeOver((int) event.quantity, decision == Decision.TAKE_OVER ? by : "");
            case UNLATCH_PARENT -> {
                ParentState parent = parent((int) event.quantity);
                parent.latched = false;
                parent.sent = 0;
            }
            default -> decide(event.name == Absent.NAME ? desks.firm() : desks.at(event.name), decision, by, event.receiveNanos);
        }
    }

    static String text(LeakageEvent event) {
        return new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8);
    }

    private void decide(Case one, Decision decision, String by, IntConsumer show) {
        if (one == null || one.state != SwitchState.PROPOSED) {
            return;   // it came too late; what it stands at is told already
        }
        if (decision == Decision.REJECT) {
            one.who = by;
            happens(one, Happening.REJECT, 0, "rejected by " + by);
        } else {
            one.approver = by;
            asked = one;
            show.accept(one.parent.number);
        }
    }

    private void takeOver(int number, String by) {
        ParentState parent = parent(number);
        parent.takenOver = by;
        if (!by.isEmpty() && parent.proposed() != null) {
            happens(parent.proposed(), Happening.VOID, 0, by + " has taken the order over");
        }
        news.takenOver(new TakeOver(number, by, moment.now()));
    }

    private void decide(DeskState state, Decision decision, String by, long wallNanos) {
        state.decide(decision, by, wallNanos);
        if (decision == Decision.KILL) {
            if (state == desks.firm()) {
                desks.autoOff("the firm was killed by " + by);
            }
            voidProposed(state.number, "killed by " + by);
        }
        news.desk(state);
    }

    /**
     * The hook said something of a switch.
     *
     * @param event of kind HOOK
     * @param show  hears which parent needs a row with this event
     */
    public void hear(LeakageEvent event, IntConsumer show) {
        Case one = open.find(event.quantity);
        if (one == null) {
            return;
        }
        HookSaid said = HookSaid.at(event.code);
        if (said.happening() != null) {
            happens(one, said.happening(), 0, text(event));
        } else if (one.state == SwitchState.PROPOSED) {
            one.capable = said == HookSaid.CAPABLE ? Capable.YES : Capable.NO;
            one.reason = text(event);
            news.changed(one);
            show.accept(one.parent.number);
        }
    }

    /** A name was given out; the drop copy may have shown a request of ours. */
    public void named(LeakageEvent event) {
        if (!open.isEmpty()) {
            open.named(event);
        }
    }

    /** A drop copy told of an own order: of one that is asked for, it is the answer. */
    public void reported(LeakageEvent event) {
        Case one = open.isEmpty() ? null : open.askedBy(event);
        Happening answer = one == null ? null : OpenCases.answer(event);
        if (answer != null) {
            happens(one, answer, 0, "the drop copy tells that it " + (answer == Happening.PENDING ? "is pending"
                    : answer == Happening.ACCEPTED ? "is in force" : "was refused"));
        }
    }

    @Override
    public void accept(Verdict verdict) {
        if (verdict.switchTo().isEmpty()) {
            return;
        }
        ParentState parent = parent(verdict.parent());
        RuleUse use = parent.use(verdict.rules(), verdict.rule());
        use.stands = verdict.fired();
        use.objection = null;
        if (verdict.fired()) {
            use.firings++;
            use.spent |= !moment.isLive();
            return;
        }
        Case proposed = parent.proposed();
        if (proposed != null && proposed.rule.id().equals(verdict.rule()) && proposed.set.id().equals(verdict.rules())) {
            happens(proposed, Happening.VOID, 0, "the rule no longer holds");
        }
        use.spent = false;
    }

    @Override
    public void stands(ParentRow row, RuleSet set, Rule rule, int vetoes) {
        ParentState parent = parent(row.number());
        RuleUse use = parent.use(set.id(), rule.id());
        Case proposed = parent.proposed();
        boolean own = proposed != null && proposed.rule == rule;
        int failing = guards.failing(row, rule, vetoes, desks.at(row.desk()), parent, use, own ? proposed : null);
        if (own) {
            pursue(proposed, failing);
        } else {
            begin(row, set, rule, parent, use, failing);
        }
    }

    @Override
    public void failed(ParentRow row, RuleSet set, String rule, RuntimeException why) {
        String words = "the rules could not be judged: " + why;
        Case proposed = parent(row.number()).proposed();
        if (proposed != null) {
            proposed.approver = null;
            happens(proposed, Happening.VOID, 0, words);
        }
        news.object(new Objection(row.number(), moment.of(row), set.id(), set.version(), rule, Guard.HOLDS.name(), words));
    }

    /** An order's row is as it is now, judged or not. */
    public void seen(ParentRow row) {
        if (row.number() < parents.length && parents[row.number()] != null) {
            sequels.seen(parents[row.number()], row);
        }
    }

    private void begin(ParentRow row, RuleSet set, Rule rule, ParentState parent, RuleUse use, int failing) {
        boolean withheld = use.isWithheld(row, rule);
        SwitchState first = Transitions.next(null, withheld ? Happening.LOT_WITHHOLDS : Happening.RULE_STANDS, failing);
        if (first == null) {
            object(row, set, rule, use, Guard.first(failing & Guard.toPropose()));
            return;
        }
        DeskState desk = desks.at(row.desk());
        DeskMode mode = desk.mode().compareTo(rule.then().mode()) < 0 ? desk.mode() : rule.then().mode();
        Case one = new Case(++count, id(row), parent, row.desk(), set, rule, mode, replaced(row.number()), rule.told(row), moment.of(row),
                moment.of(row) + desk.terms().approvalNanos());
        parent.cases.add(one);
        open.add(one);
        one.stands(first, moment.of(row), withheld ? "withheld by lot" : "");
        if (withheld) {
            use.actions++;
        }
        settle(one);
        news.changed(one);
        sequels.decided(one, row);
    }

    /** Something that will not come right again ends a proposal; a person's approval is judged by what holds now. */
    private void pursue(Case one, int failing) {
        String by = one.approver;
        one.approver = null;
        if ((failing & Guard.WORKING.bit()) == 0 && !replaced(one.parent.number).equals(one.order)) {
            happens(one, Happening.VOID, failing, "the order is another now");
        } else if ((failing & LASTING) != 0) {
            happens(one, Happening.VOID, failing, Guard.first(failing & LASTING).words());
        } else if (by != null) {
            one.who = by;
            approve(one, Happening.APPROVE, failing & ~Guard.APPROVED.bit(), Guard.toSendAdvised(), "approved by " + by);
        } else if (one.mode == DeskMode.AUTO && one.capable == Capable.YES) {
            approve(one, Happening.ACT, failing, Guard.toSendByItself(), "by itself");
        }
    }

    private void approve(Case one, Happening what, int failing, int needed, String reason) {
        happens(one, what, failing, reason);
        if (one.state == SwitchState.APPROVED) {
            one.answerBy = moment.now() + ANSWER_NANOS;
        } else if (what == Happening.APPROVE) {
            one.reason = one.who + " approved, and it was not taken: " + Guard.first(failing & needed).words();
            news.changed(one);
        }
    }

    private void happens(Case one, Happening what, int failing, String reason) {
        SwitchState next = Transitions.next(one.state, what, failing);
        if (next == one.state) {
            return;
        }
        boolean approved = next == SwitchState.APPROVED;
        if (next == SwitchState.REPLACED) {
            one.parent.switched(one.rule.then().switchTo(), one.order.strategy());
        }
        one.stands(next, moment.now(), reason);
        if (approved) {
            sends(one);
        }
        settle(one);
        news.changed(one);
        sequels.changed(one);
    }

    private void sends(Case one) {
        DeskState desk = desks.at(one.desk);
        desk.sends(moment.now());
        news.desk(desk);
        ParentState parent = one.parent;
        parent.sent++;
        parent.lastNanos = moment.now();
        parent.latched = parent.sent >= desk.terms().maxSwitchesPerParent();
        parent.use(one.set.id(), one.rule.id()).actions++;
    }

    private void settle(Case one) {
        if (one.state != SwitchState.PROPOSED) {
            one.parent.use(one.set.id(), one.rule.id()).spent = true;
        }
        if (one.state.isOver()) {
            open.remove(one);
        }
    }

    private void voidProposed(int desk, String reason) {
        open.proposed(desk).forEach(one -> happens(one, Happening.VOID, 0, reason));
    }

    private void object(ParentRow row, RuleSet set, Rule rule, RuleUse use, Guard guard) {
        if (guard != use.objection && rule.then().mode().compareTo(DeskMode.ADVISE) >= 0) {
            use.objection = guard;
            news.object(new Objection(row.number(), moment.of(row), set.id(), set.version(), rule.id(), guard.name(), guard.words()));
        }
    }

    private AlgoSwitch.Replaced replaced(int parent) {
        Order own = orders.parent(parent).own();
        return new AlgoSwitch.Replaced(own.name(), own.orderId(), own.broker(), own.strategy(), own.quantity(), own.price(),
                own.rawSource(), own.rawPosition());
    }

    private String id(ParentRow row) {
        return "LS." + Long.toString(Math.max(0, row.arrivalNanos()), Character.MAX_RADIX) + '.' + row.number() + '.' + count;
    }

    private ParentState parent(int number) {
        if (number >= parents.length) {
            parents = Arrays.copyOf(parents, Math.max(number + 1, parents.length * 2));
        }
        if (parents[number] == null) {
            parents[number] = new ParentState(number);
        }
        return parents[number];
    }
}
