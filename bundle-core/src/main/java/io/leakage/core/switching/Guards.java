package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.ParentRow;
import io.leakage.core.order.Order;
import io.leakage.core.order.Orders;
import io.leakage.core.order.ParentOrder;
import io.leakage.core.rule.Rule;

/** Looks at every {@link Guard}; allocates nothing. */
final class Guards {
    private final Orders orders;
    private final Moment moment;
    private final DeskState firm;

    Guards(Orders orders, Moment moment, DeskState firm) {
        this.orders = orders;
        this.moment = moment;
        this.firm = firm;
    }

    /**
     * What does not hold.
     *
     * @param vetoes what the rule lets hold it back and does, 0 for nothing
     * @param own    the rule's own switch that waits for a decision, null when there is none
     * @return bits of the guards
     */
    int failing(ParentRow row, Rule rule, int vetoes, DeskState desk, ParentState parent, RuleUse use, Case own) {
        DeskTerms terms = desk.terms();
        return unless(Guard.LIVE, moment.isNews(row, parent.lastNanos))
                | unless(Guard.DESK, desk.mode().compareTo(DeskMode.ADVISE) >= 0)
                | unless(Guard.RULE, rule.then().mode().compareTo(DeskMode.ADVISE) >= 0)
                | unless(Guard.NOT_KILLED, !firm.isKilled() && !desk.isKilled())
                | unless(Guard.DESK_NOT_LATCHED, !desk.isLatched(moment.now()))
                | unless(Guard.PARENT_NOT_LATCHED, !parent.latched && terms != null && parent.sent < terms.maxSwitchesPerParent())
                | unless(Guard.NOT_TAKEN_OVER, parent.takenOver.isEmpty())
                | unless(Guard.WORKING, works(row))
                | unless(Guard.HOLDS, use.stands)
                | unless(Guard.NO_VETO, vetoes == 0)
                | unless(Guard.REMAINING, terms != null && left(row) >= terms.minimumRemaining())
                | unless(Guard.FRESH, !use.spent)
                | unless(Guard.RULE_LIMIT, use.actions < rule.maxPerParent())
                | unless(Guard.COOLDOWN, hasCooled(parent, rule, terms))
                | unless(Guard.ALONE, !parent.hasOpenBut(own))
                | unless(Guard.OTHER_STRATEGY, !parent.has(rule.then().switchTo(), strategy(row.number())))
                | unless(Guard.RATE, !desk.isBusy(moment.now()))
                | unless(Guard.CAPABLE, own != null && own.capable == Capable.YES)
                | unless(Guard.AUTO, desk.isAuto() && rule.then().mode() == DeskMode.AUTO)
                | unless(Guard.APPROVED, own != null && own.approver != null && moment.now() <= own.expires);
    }

    private static int unless(Guard guard, boolean holds) {
        return holds ? 0 : guard.bit();
    }

    private boolean works(ParentRow row) {
        ParentOrder parent = orders.parent(row.number());
        Order own = parent == null ? null : parent.own();
        return row.endNanos() == Absent.LONG && own != null && own.isAcknowledged() && own.rawPosition() != Absent.LONG
                && row.quantity() > row.executed();
    }

    private int strategy(int number) {
        ParentOrder parent = orders.parent(number);
        return parent == null || parent.own() == null ? Absent.NAME : parent.own().strategy();
    }

    private static double left(ParentRow row) {
        return row.quantity() <= 0 ? 0 : (double) (row.quantity() - row.executed()) / row.quantity();
    }

    private boolean hasCooled(ParentState parent, Rule rule, DeskTerms terms) {
        return parent.lastNanos == Absent.LONG
                || terms != null && moment.now() - parent.lastNanos >= Math.max(rule.cooldownNanos(), terms.cooldownNanos());
    }
}
