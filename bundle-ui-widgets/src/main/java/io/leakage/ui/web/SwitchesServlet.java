package io.leakage.ui.web;

import io.leakage.api.event.SwitchInlet;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import io.leakage.ui.text.DeskScorecard;
import io.leakage.ui.text.SwitchJson;
import io.leakage.ui.text.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Switches below {@code /leakage/v1/}: {@code GET switches}, and by POST {@code switches/{number}/approve|reject},
 * {@code take-over?id=}, {@code release?id=}, {@code kill[?desk=]}, {@code rearm[?desk=]}, {@code unlatch?desk=|?id=}, {@code auto-on?desk=},
 * {@code auto-off?desk=}; without a desk a kill is the firm's. All POSTs need a token, and the person it belongs to is who decided. What
 * the caller may not know of is answered as what is not there.
 */
public class SwitchesServlet extends DoorServlet {
    private static final long serialVersionUID = 1L;
    /** A decision goes through the ring like any event; its effect is waited for so long, then the answer says what is known. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final transient Scorecard scorecard;
    private final transient SwitchInlet inlet;

    SwitchesServlet(Scorecard scorecard, SwitchInlet inlet, Callers callers, Door door) {
        super(door, callers);
        this.scorecard = scorecard;
        this.inlet = inlet;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        Caller caller = caller(request);
        String what = request.getServletPath().substring(request.getServletPath().lastIndexOf('/') + 1);
        List<String> path = Path.of(request);
        boolean bare = path.isEmpty() || path.equals(List.of(""));
        if ("switches".equals(what) && bare) {
            onlyReads(request);
            Answer.json(response, told(caller).all());
            return;
        }
        if (!"POST".equals(request.getMethod())) {
            throw Problem.methodNotAllowed(request.getMethod(), "POST");
        }
        if (caller.user().equals(Caller.NOBODY)) {
            throw Problem.unauthorized("to decide about switches needs a token");
        }
        if ("switches".equals(what) && path.size() == 2) {
            decide(caller, path.get(0), path.get(1), response);
        } else if (bare) {
            decide(caller, what, request, response);
        } else {
            throw Problem.notFound("there are switches, switches/{number}/approve and switches/{number}/reject");
        }
    }

    private void decide(Caller caller, String number, String verb, HttpServletResponse response) throws IOException, Problem {
        AlgoSwitch one = find(number);
        boolean approves = "approve".equals(verb);
        if (one == null || !caller.mayApprove(Words.desk(scorecard, one.desk())) || !approves && !"reject".equals(verb)) {
            throw Problem.notFound("there is no switch " + number + " to " + verb);
        }
        if (one.state() != SwitchState.PROPOSED) {
            throw Problem.conflict("switch " + number + " is " + one.state() + ", and no longer to be decided");
        }
        if (approves) {
            inlet.approve(one.number(), caller.user());
        } else {
            inlet.reject(one.number(), caller.user());
        }
        await(() -> !scorecard.switches().find(one.number()).equals(one));
        Answer.json(response, new SwitchJson(scorecard, caller).one(scorecard.switches().find(one.number())));
    }

    private SwitchJson told(Caller caller) {
        return new SwitchJson(new DeskScorecard(scorecard, caller::maySee), caller);
    }

    /** {@return the switch of this number or id, null when there is none} */
    private AlgoSwitch find(String number) {
        return number.matches("[0-9]{1,18}") ? scorecard.switches().find(Long.parseLong(number))
                : scorecard.switches().all().stream().filter(one -> one.id().equals(number)).findFirst().orElse(null);
    }

    private void decide(Caller caller, String what, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        String desk = request.getParameter("desk");
        String id = request.getParameter("id");
        Object before = scorecard.switches().desks();
        switch (what) {
            case "take-over", "release" -> {
                takeOver(caller, "take-over".equals(what), order(caller, id), response);
                return;
            }
            case "kill" -> {
                allow(caller.mayStop(desk), desk);
                inlet.kill(desk, caller.user());
            }
            case "rearm" -> {
                allow(caller.mayRestart(desk), desk);
                inlet.rearm(desk, caller.user());
            }
            case "unlatch" -> {
                if (id != null) {
                    ParentRow row = order(caller, id);
                    allow(caller.mayRestart(Words.desk(scorecard, row.desk())), desk);
                    inlet.unlatchParent(row.number(), caller.user());
                } else {
                    allow(desk != null && caller.mayRestart(desk), desk);
                    inlet.unlatch(desk, caller.user());
                }
            }
            case "auto-on" -> {
                allow(desk != null && caller.mayRestart(desk), desk);
                inlet.autoOn(desk, caller.user());
            }
            default -> {
                allow(desk != null && caller.mayStop(desk), desk);
                inlet.autoOff(desk, caller.user());
            }
        }
        await(() -> !scorecard.switches().desks().equals(before));
        Answer.json(response, told(caller).all());
    }

    private void takeOver(Caller caller, boolean takes, ParentRow row, HttpServletResponse response) throws IOException, Problem {
        allow(caller.mayApprove(Words.desk(scorecard, row.desk())), null);
        if (takes) {
            inlet.takeOver(row.number(), caller.user());
        } else {
            inlet.release(row.number(), caller.user());
        }
        await(() -> takes != scorecard.switches().takenOver(row.number()).isEmpty());
        Answer.json(response, told(caller).all());
    }

    private ParentRow order(Caller caller, String id) throws Problem {
        ParentRow row = new ParentRow();
        if (id == null || !scorecard.read(scorecard.find(id), row) || !caller.mayKnow(Words.desk(scorecard, row.desk()))) {
            throw Problem.notFound("no order has the id " + id);
        }
        return row;
    }

    private static void allow(boolean may, String desk) throws Problem {
        if (!may) {
            throw Problem.notFound("there is nothing for you to decide here" + (desk == null ? "" : ": desk " + desk));
        }
    }

    private static void await(BooleanSupplier seen) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!seen.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
