package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.Flag;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import java.util.List;

/**
 * All own orders, as the drop copy tells of them. A message says three things, taken in turn: of which order it is and under which parent
 * that stands; which execution it books, corrects or takes back; and where the order stands now. The first two hold whenever it comes, the
 * third only when nothing newer was told. A message that fits nothing is counted, never thrown.
 */
public final class Orders {
    private final Patience patience = new Patience();
    private final OrderTable orders = new OrderTable(patience);
    private final Copies copies = new Copies();
    private final Parents parents = new Parents(orders, copies, patience);
    private final Unanswered unanswered = new Unanswered();
    private final DayOrders days = new DayOrders();
    private final Units units = new Units();
    private final Trades trades = new Trades(units, patience);
    private final Asking asking = new Asking(orders, parents, patience);
    private long unapplied;

    /** {@return number of parents} */
    public int parents() {
        return parents.count();
    }

    /** {@return a parent by its number} */
    public ParentOrder parent(int number) {
        return parents.at(number);
    }

    /**
     * So much was left out here.
     *
     * @param event of kind CARRIED
     * @return the parents that the time of what was left out changed; read as with {@link #apply}
     */
    public List<ParentOrder> leaveOut(LeakageEvent event) {
        parents.begin();
        asking.begin();
        parents.leaveOut((int) event.otherRef);
        if (event.code == LeakageEvent.LEFT_OUT_ORDER) {
            parents.leaveOut((int) event.price, event.account, event.name, event.venueNanos);
        } else if (event.source != Absent.NAME) {
            copies.passed(event);
            giveUp(event.venueNanos);
        }
        return parents.changed();
    }

    /** {@return messages that fitted no order} */
    public long unapplied() {
        return unapplied + trades.unapplied() + asking.unapplied();
    }

    /** {@return what was told more than once; any thread} */
    public Repeats repeats() {
        return trades.repeats;
    }

    /**
     * Gives what orders say to a desk or takes it away. Parents that no desk has claimed so far become the desk's; those of another desk
     * stay that desk's.
     *
     * @return the parents that belong to a desk now and did not; read as with {@link #apply}
     */
    public List<ParentOrder> claim(int key, int value, int desk, boolean given) {
        parents.begin();
        asking.begin();
        parents.claim(key, value, desk, given);
        return parents.changed();
    }

    /**
     * Applies one drop-copy message.
     *
     * @param event of kind ORDER
     * @return the parents it changed; read before the next call, and {@link ParentOrder#forgetChanges} each
     */
    public List<ParentOrder> apply(LeakageEvent event) {
        begin(event);
        Order order = orderOf(event);
        if (order == null) {
            unapplied++;
            return parents.changed();
        }
        OrderReport report = event.order();
        if (event.venueNanos != Absent.LONG && !Reports.isRevision(report)) {
            order.lastNanos = Math.max(order.lastNanos, event.venueNanos);
            order.truncation = Math.max(order.truncation, report.truncation);
        }
        units.read(report, event.instrument == Absent.NAME ? order.instrument : event.instrument);
        describe(order, event);
        parents.link(order, report.parent, event.venueNanos);
        join(order, report);
        days.hear(order, report);
        copies.tell(event.source, order);
        switch (report.msgType) {
            case 'D' -> {
                order.stated.ask(report.order, event.source, report.rawPosition);
                newOrder(order, event);
            }
            case 'G' -> order.stated.ask(report.order, event.source, report.rawPosition);
            case 'F' -> order.cancelAsked = true;
            case '8' -> executionReport(order, event);
            case '9' -> refusal(order, event);
            default -> {
                // what else there is tells nothing of an order's terms
            }
        }
        order.flag(Flag.DAY_OVER, order.standing.isExpired());
        settleArrival(order, event);
        parents.changed(order);
        asking.hear(order, event.order());
        return parents.changed();
    }

    private void begin(LeakageEvent event) {
        parents.begin();
        asking.begin();
        copies.passed(event);
        patience.turnTo(event.source);
        giveUp(event.venueNanos);
    }

    /**
     * Applies one message of a request for quotes.
     *
     * @param event of kind QUOTING
     * @return the parents it changed; read as with {@link #apply}
     */
    public List<ParentOrder> quote(LeakageEvent event) {
        begin(event);
        asking.apply(event);
        return parents.changed();
    }

    /** {@return what stands for instruments and changed with the last message: asks for which no order is known} */
    public List<ParentOrder> apart() {
        return asking.apart();
    }

    /** {@return the newest requests for quotes, the oldest of them first} */
    public Iterable<QuoteRequest> requests() {
        return asking.requests();
    }

    /**
     * Takes what a drop copy says of itself.
     *
     * @param event of a kind that {@link io.leakage.core.event.EventKind#isOfCopy}
     * @return the parents that are in doubt now and were not, or no longer; read as with {@link #apply}
     */
    public List<ParentOrder> hear(LeakageEvent event) {
        parents.begin();
        asking.begin();
        copies.hear(event, parents::changed);
        return parents.changed();
    }

    /** Takes how long a drop copy lets wait, of kind PATIENCE. */
    public void hearPatience(LeakageEvent event) {
        patience.hear(event);
    }

    /** What waited too long for another message, by this one's time. */
    private void giveUp(long nanos) {
        for (Order order = trades.expired(nanos); order != null; order = trades.expired(nanos)) {
            unapplied++;
            parents.changed(order);
        }
        for (Order order = unanswered.givenUp(nanos); order != null; order = unanswered.givenUp(nanos)) {
            parents.changed(order);
        }
        for (Order order = days.over(nanos); order != null; order = days.over(nanos)) {
            parents.changed(order);
        }
    }

    /** A correction is of the order whose execution it corrects, even when its ClOrdID means another one today. */
    private Order orderOf(LeakageEvent event) {
        Execution execution = trades.corrected(event);
        return execution == null ? orders.find(event) : execution.order;
    }

    /** Takes over what a message says of the order itself; a request (F, G) says what is wished, not what is, a leg what the leg is. */
    private void describe(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        order.orderId = known(report.orderId, order.orderId);
        order.account = order.account == Absent.NAME ? report.account : order.account;
        order.venue = known(report.venue, order.venue);
        order.strategy = known(report.strategy, order.strategy);
        order.broker = known(report.broker, order.broker);
        order.client = known(report.client, order.client);
        order.senderSub = known(report.senderSub, order.senderSub);
        order.custom = known(report.custom, order.custom);
        order.decisionPrice = order.decisionPrice == Absent.LONG ? units.price(report.decisionPrice) : order.decisionPrice;
        order.instrument = order.instrument == Absent.NAME ? event.instrument : order.instrument;
        order.side = order.side == null ? report.side : order.side;
        if (!report.timed) {
            order.flag(Flag.TIME_INFERRED, true);
        }
        boolean otherSymbol = event.instrument != Absent.NAME && event.instrument != order.instrument && report.multiLeg != '2';
        if (otherSymbol && report.restatement == 0) {
            order.renamed = event.instrument;
            order.flag(Flag.RESTATED, true);
        }
        if (units.isDoubtful() || otherSymbol && event.instrument != order.renamed) {
            order.flag(Flag.UNIT_AMBIGUOUS, true);
        }
    }

    /** When a report tells that two orders are one, makes them one. */
    private void join(Order order, OrderReport report) {
        Order twin = orders.twin(order, report);
        if (twin == null) {
            return;
        }
        orders.merge(order, twin);
        copies.merge(order, twin);
        trades.merge(order, twin);
        days.merge(order, twin);
        parents.merge(order, twin);
        order.absorb(twin);
    }

    private void newOrder(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        if (order.newOrderSeen) {
            return;
        }
        order.newOrderSeen = true;
        order.beginningTold = true;
        order.displays.asked(units.price(report.price), report.orderQty);
        order.sent(event.venueNanos, report.truncation);
        if (!order.termsReported) {
            order.quantity = order.quantity == Absent.LONG ? report.orderQty : order.quantity;
            order.price = order.price == Absent.LONG ? units.price(report.price) : order.price;
        }
        if (!order.standing.isAcknowledged()) {
            unanswered.sent(order, patience.answerNanos);
        }
        order.reconcile();
    }

    private void executionReport(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        if (order.sentNanos == Absent.LONG) {
            order.sent(event.venueNanos, report.truncation);
        }
        if (Reports.isStatus(report) && report.ordStatus == '8' && order.standing.isAcknowledged()) {
            return;   // the question was refused, not the order
        }
        order.standing.acknowledge();
        order.flag(Flag.NOT_ACKNOWLEDGED, false);
        order.beginningTold |= report.execType == '0' || report.execType == 'A';
        boolean newer = order.told.isNewer(event, Reports.takesBack(report));
        boolean restamped = trades.isRestamped(event);
        boolean newId = chain(order, event);
        terms(order, event, newId);
        order.displays.hear(event, units.price(report.price));
        if (Reports.step(report) != null) {
            order.step(Reports.step(report), event.venueNanos, report.truncation);
        }
        boolean news = Reports.isStatus(report) || trades.news(order, event);
        if (news && Reports.isOfWhole(report)) {
            boolean newest = newer || restamped && report.cumQty == order.executed();
            stand(order, event, newest, restamped);
        }
    }

    /**
     * Quantity and limit in force. What is only asked for does not count yet, what an id says that was replaced counts no more; a trade
     * repeats them and changes none.
     */
    private void terms(Order order, LeakageEvent event, boolean newId) {
        OrderReport report = event.order();
        boolean older = report.timed && order.termsNanos != Absent.LONG && event.venueNanos < order.termsNanos;
        boolean repeats = order.termsReported && !newId && (Reports.isTrade(report) || Reports.isRevision(report));
        if (older || repeats || Reports.isPending(report) || Reports.isStatus(report) || !Reports.isOfWhole(report)
                || order.chain.isSuperseded(report.order)) {
            return;
        }
        if (report.execType == 'D') {
            restate(order, event);
        }
        order.stated.report(report.order, event.source, report.rawPosition);
        order.termsReported |= report.orderQty != Absent.LONG;
        order.termsNanos = report.timed && report.orderQty != Absent.LONG ? event.venueNanos : order.termsNanos;
        order.quantity = report.orderQty == Absent.LONG ? order.quantity : report.orderQty;
        order.price = report.price == Absent.LONG ? order.price : units.price(report.price);
    }

    /** A corporate action changes what a share is: what was executed before is told in new shares. */
    private static void restate(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        order.restatement = report.restatement == Absent.NAME ? order.restatement : report.restatement;
        boolean scales = report.restatement == 0 && order.quantity != Absent.LONG && report.orderQty != Absent.LONG
                && order.quantity > 0 && report.orderQty > 0 && order.quantity != report.orderQty;
        if (!scales) {
            return;
        }
        order.flag(Flag.RESTATED, true);
        order.splits.add(new Split(Reports.time(event), report.orderQty, order.quantity));
        for (int i = 0; i < order.executions.size(); i++) {
            order.splits.get(order.splits.size() - 1).applyTo(order.executions.get(i), true);
        }
        order.recount();
        order.parent.recount(order.executions);
        order.parent.amended = true;
    }

    /** Follows the ids; {@return whether the order has another one now} */
    private static boolean chain(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        int before = order.name();
        if (!Reports.isPending(report) && !Reports.isStatus(report) && !order.chain.hasRefused(report.order)) {
            order.chain.accept(report.order, report.original, event.venueNanos);
        }
        order.cancelAsked |= report.execType == '6' || report.execType == '4' && report.original != Absent.NAME;
        return order.name() != before;
    }

    /** Where the order stands after a report, and whether its figures are ours. */
    private void stand(Order order, LeakageEvent event, boolean newest, boolean restamped) {
        OrderReport report = event.order();
        boolean answered = order.chain.hasRefused(report.order) || order.chain.has(report.order) && report.original != Absent.NAME;
        if (Reports.isPending(report) && answered) {
            return;   // it came late: the request it tells of was granted or refused already
        }
        boolean trade = Reports.isTrade(report);
        char before = order.standing.closed();
        if (newest) {
            order.told.hear(event, units.price(report.avgPx));
            order.toldSince |= report.cumQty != Absent.LONG;
        }
        char status = Reports.status(report);
        if (status != 0) {
            order.standing.hear(status, Reports.time(event), newest, restamped, trade);
        } else if (Reports.takesBack(report)) {
            order.standing.forget();
        }
        if (Correction.busts(report) && newest && report.leavesQty == 0 && order.executed() < order.quantity
                && order.standing.closed() == 0) {
            order.standing.end(Reports.time(event));   // what was taken back will not be executed again
        }
        if (order.standing.closed() != before) {
            closed(order, report);
        }
        order.reconcile();
    }

    private static void closed(Order order, OrderReport report) {
        order.flag(Flag.UNSOLICITED, order.standing.closed() == '4' && report.execType == '4' && !order.cancelAsked);
        if (order.standing.isClosed()) {
            order.markLate();
        }
        order.restatement = report.restatement == Absent.NAME ? order.restatement : report.restatement;
    }

    /** A request was refused: its id means nothing, the order stands as the message says, and its terms were never others. */
    private void refusal(Order order, LeakageEvent event) {
        OrderReport report = event.order();
        order.standing.acknowledge();
        order.flag(Flag.NOT_ACKNOWLEDGED, false);
        if (report.order != report.original) {
            order.chain.refuse(report.order);
            orders.free(report.order, order);
        }
        if (report.refusedRequest == '1') {
            order.cancelAsked = false;
        }
        if (report.ordStatus != 0 && report.ordStatus != '8') {
            order.standing.hear(report.ordStatus, Reports.time(event), order.told.isNewer(event, true), false, false);
            order.reconcile();
        }
    }

    private static void settleArrival(Order order, LeakageEvent event) {
        ParentOrder parent = order.parent;
        boolean own = parent.own == order;
        ArrivalSource source = !own ? ArrivalSource.FIRST_CHILD
                : order.newOrderSeen ? ArrivalSource.NEW_ORDER_SINGLE : ArrivalSource.FIRST_REPORT;
        if (parent.arrivalNanos == Absent.LONG || source.ordinal() < parent.arrivalSource.ordinal()) {
            parent.arrivalNanos = order.sentNanos == Absent.LONG ? event.venueNanos : order.sentNanos;
            parent.arrivalTruncation = order.sentNanos == Absent.LONG ? event.order().truncation : order.sentTruncation;
            parent.arrivalSource = source;
        }
    }

    private static int known(int told, int before) {
        return told == Absent.NAME ? before : told;
    }
}
