package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.TakeOver;
import io.leakage.core.audit.AuditLog;
import io.leakage.core.event.SwitchingNews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written of switches, with names instead of numbers. Each line also says how far the scorecard had come, so that the events
 * behind it are found in the journal. Any thread.
 */
final class SwitchAudit implements AuditTrail, AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private final Scorecard scorecard;
    private final AuditLog log;
    /** Why there is none. */
    private final String problem;

    /**
     * @param log     null for none: then every line is refused, since nothing may be done that nobody can reconstruct
     * @param problem why there is none
     */
    SwitchAudit(Scorecard scorecard, AuditLog log, String problem) {
        this.scorecard = scorecard;
        this.log = log;
        this.problem = problem;
    }

    /** Writes what an event changed. */
    void tell(SwitchingNews news) {
        if (log == null) {
            return;
        }
        news.objections().forEach(this::tell);
        news.takeOvers().forEach(this::tell);
        news.desks().forEach(this::tell);
        news.switches().forEach(this::tell);
    }

    private void tell(Objection objection) {
        Map<String, Object> line = line("objection", objection.nanos());
        line.put("order", order(objection.parent()));
        line.put("rules", objection.rules());
        line.put("version", objection.version());
        line.put("rule", objection.rule());
        line.put("guard", objection.guard());
        line.put("words", objection.words());
        log.append(line);
    }

    private void tell(TakeOver takeOver) {
        Map<String, Object> line = line(takeOver.by().isEmpty() ? "release" : "take-over", takeOver.nanos());
        line.put("order", order(takeOver.parent()));
        line.put("by", takeOver.by());
        log.append(line);
    }

    private void tell(SwitchDesk desk) {
        Map<String, Object> line = line("desk", scorecard.progress().marketNanos());
        line.put("desk", desk.desk() == Absent.NAME ? "(firm)" : text(NameKind.DESK, desk.desk()));
        line.put("mode", desk.mode());
        line.put("killed", desk.killed());
        line.put("kills", desk.kills());
        line.put("rearmed", desk.rearmed());
        line.put("latched", desk.latched());
        line.put("auto", desk.auto());
        line.put("reason", desk.reason());
        log.append(line);
    }

    private void tell(AlgoSwitch one) {
        Map<String, Object> line = line("switch", one.changed());
        about(one, line);
        line.put("state", one.state().name());
        line.put("mode", one.mode());
        line.put("from", text(NameKind.TEXT, one.order().strategy()));
        line.put("to", one.to());
        line.put("parameters", one.parameters());
        line.put("why", one.why());
        line.put("propensity", one.propensity());
        line.put("capable", one.capable().name());
        line.put("who", one.who());
        line.put("reason", one.reason());
        log.append(line);
    }

    /**
     * A request is about to be handed to the hook: that and all before it is durable when this returns.
     *
     * @throws IllegalStateException when there is no audit
     */
    void sending(AlgoSwitch one, SwitchRequest request) {
        if (log == null) {
            throw new IllegalStateException(problem);
        }
        Map<String, Object> line = line("sending", one.changed());
        about(one, line);
        line.put("who", one.who());
        line.put("terms", request.terms().toString());
        line.put("evidence", request.evidenceId());
        log.append(line);
        log.force();
    }

    /** Returns when everything told is durable, and that it is there shows. */
    void seal() {
        if (log != null) {
            log.seal();
        }
    }

    /** The hook said how the sending went. */
    void sent(AlgoSwitch one, SwitchSend sent) {
        Map<String, Object> line = line("sent", one.changed());
        about(one, line);
        line.put("result", sent.result().name());
        line.put("message", sent.sent());
        line.put("reason", sent.reason());
        log.append(line);
    }

    /** The hook knows more of a request. */
    void heard(SwitchNews news) {
        if (log == null) {
            return;
        }
        Map<String, Object> line = line("heard", scorecard.progress().marketNanos());
        line.put("id", news.requestId());
        line.put("state", news.state().name());
        line.put("reason", news.reason());
        line.put("message", news.sent());
        line.put("escalate", news.escalate());
        log.append(line);
        log.seal();
    }

    private void about(AlgoSwitch one, Map<String, Object> line) {
        line.put("id", one.id());
        line.put("order", order(one.parent()));
        line.put("desk", text(NameKind.DESK, one.desk()));
        line.put("rules", one.rules());
        line.put("version", one.version());
        line.put("rule", one.rule());
    }

    private Map<String, Object> line(String what, long nanos) {
        Progress progress = scorecard.progress();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("venueTime", time(nanos));
        line.put("clock", time(progress.clockNanos()));
        line.put("orderEvents", progress.orderEvents());
        line.put("marketEvents", progress.marketEvents());
        return line;
    }

    private static String time(long nanos) {
        return nanos == Absent.LONG ? "" : Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).toString();
    }

    private String order(int parent) {
        ParentRow row = new ParentRow();
        return scorecard.read(parent, row) ? text(NameKind.ORDER, row.order()) : "parent " + parent;
    }

    private String text(NameKind kind, int name) {
        String text = name == Absent.NAME ? null : scorecard.text(kind, name);
        return text == null ? "" : text;
    }

    @Override
    public String verify() {
        return log == null ? problem : log.check().toString();
    }

    @Override
    public boolean isWhole() {
        return log != null && log.check().isWhole();
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
