package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.OrderTermsReader;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchListener;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.core.event.SwitchingNews;
import io.leakage.core.hook.RecordingHook;
import io.leakage.core.switching.HookSaid;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries switches to the host's hook on a thread of its own, each once, in the order in which they were decided, and what the hook says
 * back to the door. Nothing reaches it but what the live pipeline decides: there is none in a replay. Every step is in the audit before it
 * is taken; where that cannot be written, nothing leaves.
 */
final class SwitchMailbox implements SwitchListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchMailbox.class);
    private static final int DRY_RUNS_KEPT = 1000;
    /** Lines that nothing waits for are made durable when so long nothing came: what comes next shall not wait for the disk. */
    private static final long SEAL_AFTER_MILLIS = 20;

    private final Scorecard scorecard;
    private final RawJournals messages;
    private final Kills kills;
    private final SwitchDoor door;
    private final SwitchAudit audit;
    private final RecordingHook dryRun = new RecordingHook(DRY_RUNS_KEPT);
    private final Queue<SwitchingNews> waiting = new ArrayDeque<>();
    private final Thread thread = new Thread(this::carry, "leakage-switches");
    /** What would be sent, by the switch's number; made when it is proposed, so that an approval need not read files. */
    private final Map<Long, SwitchRequest> prepared = new HashMap<>();
    private volatile AlgoSwitchHook hook = dryRun;
    private volatile OrderTermsReader terms;
    private boolean closed;

    SwitchMailbox(Scorecard scorecard, RawJournals messages, Kills kills, SwitchDoor door, SwitchAudit audit) {
        this.scorecard = scorecard;
        this.messages = messages;
        this.kills = kills;
        this.door = door;
        this.audit = audit;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Sends by this hook from now on; null for the dry run. */
    void hook(AlgoSwitchHook now) {
        hook = now == null ? dryRun : now;
    }

    /** Reads orders' terms by this from now on; null for nothing, and nothing is sent. */
    void terms(OrderTermsReader now) {
        terms = now;
    }

    /** Something about switches changed; the outlet only, while live. */
    void take(SwitchingNews news) {
        synchronized (waiting) {
            waiting.add(news);
            waiting.notifyAll();
        }
    }

    private void carry() {
        for (SwitchingNews news = next(); news != null; news = next()) {
            decide(news);
            news.switches().forEach(this::carry);
            try {
                audit.tell(news);   // behind what had to go out; that has its own line before it
            } catch (RuntimeException unwritable) {
                LOG.error("switches: the audit cannot be written; nothing is sent", unwritable);
            }
        }
    }

    private void decide(SwitchingNews news) {
        for (SwitchDesk desk : news.desks()) {
            try {
                kills.decided(desk.desk() == Absent.NAME ? Kills.FIRM : scorecard.text(NameKind.DESK, desk.desk()), desk);
            } catch (RuntimeException unwritable) {
                LOG.error("switches: the file of kills cannot be written; a kill that ended holds again after a start anew", unwritable);
            }
        }
    }

    /** {@return what came, null when it is closed} */
    private SwitchingNews next() {
        if (isQuiet()) {
            seal();
        }
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                pause(0);
            }
            return closed ? null : waiting.poll();
        }
    }

    /** {@return whether nothing came for a while; who is woken too early says so too early, and it costs a force more} */
    private boolean isQuiet() {
        synchronized (waiting) {
            if (waiting.isEmpty() && !closed) {
                pause(SEAL_AFTER_MILLIS);
            }
            return waiting.isEmpty() && !closed;
        }
    }

    private void pause(long millis) {
        try {
            waiting.wait(millis);
        } catch (InterruptedException stop) {
            closed = true;
        }
    }

    private void seal() {
        try {
            audit.seal();
        } catch (RuntimeException unwritable) {
            LOG.error("switches: the audit's last lines may not be durable", unwritable);
        }
    }

    private void carry(AlgoSwitch one) {
        if (one.state() == SwitchState.PROPOSED && one.capable() == Capable.NOT_ASKED) {
            String objection = capability(one);
            door.hook(one.number(), objection.isEmpty() ? HookSaid.CAPABLE : HookSaid.NOT_CAPABLE, objection);
        } else if (one.state().isOver()) {
            prepared.remove(one.number());
        } else if (one.state() == SwitchState.APPROVED) {
            SwitchSend sent = send(one);
            boolean out = sent.result() == SwitchSend.Result.SENT;
            door.hook(one.number(), out ? HookSaid.SENT : HookSaid.NOT_SENT, sent.reason());
        }
    }

    /** {@return why it cannot be sent, empty when it can} */
    private String capability(AlgoSwitch one) {
        AlgoSwitch.Replaced order = one.order();
        if (one.to().equals(text(NameKind.TEXT, order.strategy())) || one.to().equals(scorecard.strategy(order.broker(), order.strategy()))) {
            return "the order has this strategy already";
        }
        try {
            SwitchCapability can = hook.capability(text(NameKind.TEXT, one.order().broker()), one.to());
            if (can == null) {
                return "the hook said nothing";
            }
            if (can.isAny()) {
                prepared.put(one.number(), request(one));
            }
            return can.reason();
        } catch (IllegalArgumentException untold) {
            return untold.getMessage() == null ? untold.toString() : untold.getMessage();
        } catch (RuntimeException | Error failed) {
            LOG.warn("switches: hook {} failed when asked for {}", hook.getClass().getName(), one.id(), failed);
            return "the hook failed: " + failed;
        }
    }

    private SwitchSend send(AlgoSwitch one) {
        try {
            SwitchRequest request = prepared.remove(one.number());
            if (request == null) {
                return SwitchSend.refused("it was not prepared");
            }
            audit.sending(one, request);
            if (kills.holds(text(NameKind.DESK, one.desk()))) {
                return SwitchSend.refused("killed");
            }
            SwitchSend sent = hook.send(request);
            if (sent == null) {
                return SwitchSend.refused("the hook said nothing");
            }
            note(one, sent);
            return sent;
        } catch (RuntimeException | Error failed) {
            LOG.error("switches: {} was not sent", one.id(), failed);
            return SwitchSend.refused("failed: " + failed);
        }
    }

    /** What went out went out, whether that can be written down or not. */
    private void note(AlgoSwitch one, SwitchSend sent) {
        try {
            audit.sent(one, sent);
        } catch (RuntimeException unwritable) {
            LOG.error("switches: {} {}, and the audit cannot be written", one.id(), sent, unwritable);
        }
    }

    /** @throws IllegalArgumentException when the order cannot be told in full */
    private SwitchRequest request(AlgoSwitch one) {
        AlgoSwitch.Replaced order = one.order();
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("ClOrdID", text(NameKind.ORDER, order.clOrdId()));
        if (order.orderId() != Absent.NAME) {
            ids.put("OrderID", text(NameKind.TEXT, order.orderId()));
        }
        OrderRef reference = new OrderRef(ids);
        ParentRow row = new ParentRow();
        if (!scorecard.read(one.parent(), row)) {
            throw new IllegalArgumentException("the order has no row");
        }
        return new SwitchRequest(one.id(), OrderRef.clOrdId(text(NameKind.ORDER, row.order())), reference, terms(reference, order),
                text(NameKind.TEXT, order.broker()), text(NameKind.TEXT, order.strategy()), one.to(), one.parameters(),
                "rule " + one.rule() + " (" + one.rules() + " version " + one.version() + ")",
                text(NameKind.ORDER, row.order()) + '@' + row.orderSequence() + '/' + row.marketSequence());
    }

    private OrderTerms terms(OrderRef reference, AlgoSwitch.Replaced order) {
        OrderTermsReader reader = terms;
        if (reader == null) {
            throw new IllegalArgumentException("nobody reads the order's terms");
        }
        byte[] message = messages.message(text(NameKind.SOURCE, order.source()), order.rawPosition());
        if (message.length == 0) {
            throw new IllegalArgumentException("the message that states the order's terms is not kept");
        }
        OrderTerms read = read(reader, reference, message);
        if (read == null) {
            throw new IllegalArgumentException("the order's terms were not told");
        }
        if (read.quantity() != order.quantity()) {
            throw new IllegalArgumentException("the message states a quantity of " + read.quantity() + ", the order has " + order.quantity());
        }
        return read;
    }

    private static OrderTerms read(OrderTermsReader reader, OrderRef reference, byte[] message) {
        try {
            return reader.read(reference, message);
        } catch (IllegalArgumentException untold) {
            throw untold;
        } catch (RuntimeException | Error failed) {
            LOG.warn("switches: {} failed when asked for the terms of {}", reader.getClass().getName(), reference, failed);
            throw new IllegalArgumentException("who reads the order's terms failed: " + failed, failed);
        }
    }

    private String text(NameKind kind, int name) {
        String text = name == Absent.NAME ? null : scorecard.text(kind, name);
        return text == null ? "" : text;
    }

    /** The hook says what it knows of a request beside the drop copy; its threads. */
    @Override
    public void onSwitch(SwitchNews news) {
        HookSaid said = switch (news.state()) {
            case PENDING_REPLACE -> HookSaid.PENDING;
            case REPLACED -> HookSaid.REPLACED;
            case REFUSED -> HookSaid.REFUSED;
            case TIMED_OUT -> HookSaid.TIMED_OUT;
            case UNKNOWN -> HookSaid.LOST;
            default -> null;
        };
        try {
            audit.heard(news);
        } catch (RuntimeException unwritable) {
            LOG.error("switches: the audit cannot be written: {}", news, unwritable);
        }
        if (news.escalate()) {
            LOG.error("switches: a person must look: {}", news);
        }
        String number = news.requestId().substring(news.requestId().lastIndexOf('.') + 1);
        if (said != null && number.matches("[0-9]{1,18}")) {
            door.hook(Long.parseLong(number), said, news.reason());
        }
    }

    /** {@return what was written of switches} */
    SwitchAudit audit() {
        return audit;
    }

    /** {@return what the dry run kept instead of sending it} */
    RecordingHook dryRun() {
        return dryRun;
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        try {
            audit.close();
        } catch (RuntimeException unwritable) {
            LOG.error("switches: the audit's last lines may not be durable", unwritable);
        }
    }
}
