package io.leakage.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated broker's desk for one parent order: takes it, and a request to replace it by another strategy, which it answers on the
 * session it came by and, with the same messages, on the drop copy. A cancel/replace has to name the order in force and a strategy there is.
 */
final class Broker {
    /** ExecBroker (76), as its FIXatdl file is filed. */
    static final String NAME = "SIMB";

    private static final String ORDER_ID = "B1";
    private static final long TAKEN_NANOS = 1_000_000;
    private static final long REPLACED_NANOS = 20_000_000;

    private final Agenda agenda;
    private final AlgoWorker worker;
    private final long midnightNanos;
    private final List<DeskMessage> dropCopy;
    private final List<DeskMessage> answers = new ArrayList<>();
    private String clOrdId;
    private long executions;

    Broker(Agenda agenda, AlgoWorker worker, long midnightNanos, List<DeskMessage> dropCopy) {
        this.agenda = agenda;
        this.worker = worker;
        this.midnightNanos = midnightNanos;
        this.dropCopy = dropCopy;
        clOrdId = worker.plan.id();
    }

    /** The order comes, is acknowledged, and worked. */
    void begin() {
        dropCopy.add(terms(new DeskMessage("D", now()).text(11, clOrdId)).text(847, worker.algo().wire()).time(60, now()));
        agenda.after(TAKEN_NANOS, () -> {
            dropCopy.add(report('0', clOrdId, worker.algo()));
            worker.begin();
        });
    }

    /** All of it is executed: the order's status, in the end. */
    void finish() {
        dropCopy.add(report('I', clOrdId, worker.algo()));
    }

    /** {@return what is to be said on the order session, since it was last asked} */
    List<DeskMessage> takeAnswers() {
        List<DeskMessage> taken = List.copyOf(answers);
        answers.clear();
        return taken;
    }

    /** A cancel/replace request came. */
    void replace(DeskMessage request) {
        Algo algo = Algo.of(request.get(847));
        String id = request.get(11);
        if (!clOrdId.equals(request.get(41)) || algo == null || worker.executed() >= worker.plan.quantity()) {
            say(new DeskMessage("9", now()).text(37, ORDER_ID).text(11, id).text(41, clOrdId).text(39, status()).text(434, "2")
                    .text(102, "0").text(58, algo == null ? "no such strategy" : "not the order in force").time(60, now()));
            return;
        }
        agenda.after(TAKEN_NANOS, () -> say(report('E', id, worker.algo()).text(41, clOrdId)));
        agenda.after(REPLACED_NANOS, () -> {
            String replaced = clOrdId;
            clOrdId = id;
            worker.become(algo);
            say(report('5', id, algo).text(41, replaced));
        });
    }

    private void say(DeskMessage message) {
        answers.add(message);
        dropCopy.add(message);
    }

    private DeskMessage report(char execType, String id, Algo algo) {
        long executed = worker.executed();
        return terms(new DeskMessage("8", now()).text(37, ORDER_ID).text(11, id).text(17, "B" + ++executions)
                .text(150, String.valueOf(execType)).text(39, execType == 'E' ? "E" : status())).text(847, algo.wire()).number(14, executed)
                .number(151, worker.plan.quantity() - executed).text(6, average()).time(60, now());
    }

    private DeskMessage terms(DeskMessage message) {
        ParentPlan plan = worker.plan;
        return message.text(1, plan.account()).text(55, plan.symbol()).text(54, plan.side().sign() > 0 ? "1" : "2")
                .number(38, plan.quantity()).text(40, "1").text(59, "0").text(76, NAME);
    }

    private String status() {
        long executed = worker.executed();
        return executed == 0 ? "0" : executed < worker.plan.quantity() ? "1" : "2";
    }

    private String average() {
        long executed = worker.executed();
        return executed == 0 ? "0" : FixText.decimal(BigDecimal.valueOf(worker.notional())
                .divide(BigDecimal.valueOf(executed), RoundingMode.HALF_EVEN).longValueExact());
    }

    private long now() {
        return midnightNanos + agenda.now();
    }
}
