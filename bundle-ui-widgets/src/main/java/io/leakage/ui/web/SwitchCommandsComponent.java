package io.leakage.ui.web;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.SwitchInlet;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.SavedText;
import io.leakage.ui.text.SwitchText;
import io.leakage.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Switches in the Gogo shell: {@code leakage:switches}, {@code approve}, {@code reject}, {@code takeOver}, {@code release}, {@code kill},
 * {@code rearm}, {@code latch}, {@code autoOn}, {@code autoOff} and {@code audit}. The shell knows no persons, so whatever lets more happen
 * takes a person's token; to stop takes none. Any thread may call.
 */
@Component(service = SwitchCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=switches",
    "osgi.command.function=approve", "osgi.command.function=reject", "osgi.command.function=takeOver", "osgi.command.function=release",
    "osgi.command.function=kill", "osgi.command.function=rearm", "osgi.command.function=latch", "osgi.command.function=autoOn",
    "osgi.command.function=autoOff", "osgi.command.function=audit", "osgi.command.function=switchHelp"})
public final class SwitchCommandsComponent {
    private static final String FIRM = "firm";
    private static final String SHELL = "the shell";
    private static final int OBJECTIONS_SHOWN = 20;
    private static final String HELP = """
            leakage:switches                  every switch as it stands, what rules saved, who may switch, and what keeps rules that stand from one
            leakage:approve NUMBER TOKEN      lets a proposal go out, when everything that must hold does; a trader of the order's desk
            leakage:reject NUMBER TOKEN       ends a proposal
            leakage:takeOver ORDER TOKEN      makes an order the trader's own: rules leave it alone
            leakage:release ORDER TOKEN       gives it back
            leakage:kill DESK | firm          stops every switch at once, over restarts too
            leakage:rearm DESK | firm TOKEN   lets them go on; two persons, the second not the one that killed
            leakage:latch DESK TOKEN          lets a desk go on that stopped by itself at a limit
            leakage:autoOn DESK TOKEN         lets a desk act by itself; two persons within a quarter of an hour
            leakage:autoOff DESK              lets it no longer
            leakage:audit verify              whether what was written of switches is as it was written
            TOKEN is a person's, from leakage:tokenAdd. What every state and veto means: features/desk/docs/operator.md""";

    private final Scorecard scorecard;
    private final SwitchInlet inlet;
    private final Callers callers;
    private final AuditTrail audit;

    /** For the framework. */
    @Activate
    public SwitchCommandsComponent(@Reference Scorecard scorecard, @Reference Inlets inlets, @Reference CallersComponent callers,
            @Reference AuditTrail audit) {
        this.scorecard = scorecard;
        this.inlet = inlets.switches();
        this.callers = callers.callers();
        this.audit = audit;
    }

    /** {@return what each of these commands does} */
    public String switchHelp() {
        return HELP;
    }

    /** {@return every switch as it stands, who may switch, and the latest of what kept rules that stand from one} */
    public String switches() {
        List<Objection> objections = scorecard.switches().objections();
        return Stream.of(
                scorecard.switches().all().stream().map(one -> SwitchText.of(scorecard, one)),
                scorecard.switches().savings().stream().map(one -> SavedText.of(scorecard, one)),
                scorecard.switches().desks().stream().map(desk -> SwitchText.of(scorecard, desk)),
                objections.stream().skip(Math.max(0, objections.size() - OBJECTIONS_SHOWN)).map(one -> SwitchText.of(scorecard, one)))
                .flatMap(lines -> lines).collect(Collectors.joining("\n"))
                + (scorecard.switches().all().isEmpty() ? "\nno switch was proposed" : "");
    }

    /**
     * Approves a proposal.
     *
     * @param number the switch's number
     * @param token  of a trader of the order's desk
     * @return that it was said, or why not
     */
    public String approve(long number, String token) {
        return decide(number, token, true);
    }

    /** Rejects a proposal; see {@link #approve}. */
    public String reject(long number, String token) {
        return decide(number, token, false);
    }

    private String decide(long number, String token, boolean approves) {
        AlgoSwitch one = scorecard.switches().find(number);
        if (one == null) {
            return "there is no switch " + number;
        }
        return with(token, caller -> caller.mayApprove(Words.desk(scorecard, one.desk())), caller -> {
            if (approves) {
                inlet.approve(number, caller.user());
            } else {
                inlet.reject(number, caller.user());
            }
        });
    }

    /**
     * Makes an order the trader's alone.
     *
     * @param order any id of it
     * @param token of a trader of its desk
     * @return that it was said, or why not
     */
    public String takeOver(String order, String token) {
        return order(order, token, (parent, user) -> inlet.takeOver(parent, user));
    }

    /** Gives an order back to the rules; see {@link #takeOver}. */
    public String release(String order, String token) {
        return order(order, token, (parent, user) -> inlet.release(parent, user));
    }

    private String order(String order, String token, Decided decided) {
        ParentRow row = new ParentRow();
        if (!scorecard.read(scorecard.find(order), row)) {
            return "no order has the id " + order;
        }
        return with(token, caller -> caller.mayApprove(Words.desk(scorecard, row.desk())), caller -> decided.of(row.number(), caller.user()));
    }

    /**
     * Stops everything of a desk or of the firm at once.
     *
     * @param what a desk's id, or {@code firm}
     * @return that it is stopped
     */
    public String kill(String what) {
        inlet.kill(FIRM.equals(what) ? SwitchInlet.FIRM : what, SHELL);
        return what + " is killed: nothing goes out. leakage:rearm " + what + " TOKEN, by two persons, lets it go on";
    }

    /**
     * Lets a desk or the firm go on after a kill; takes two persons.
     *
     * @param what  a desk's id, or {@code firm}
     * @param token of somebody who may
     * @return that it was said, or why not
     */
    public String rearm(String what, String token) {
        boolean firm = FIRM.equals(what);
        return with(token, caller -> firm ? caller.mayRestartFirm() : caller.mayRestart(what),
                caller -> inlet.rearm(firm ? SwitchInlet.FIRM : what, caller.user()));
    }

    /**
     * Lets a desk go on that stopped by itself at a limit.
     *
     * @param desk  the desk's id
     * @param token of somebody who may
     * @return that it was said, or why not
     */
    public String latch(String desk, String token) {
        return with(token, caller -> caller.mayRestart(desk), caller -> inlet.unlatch(desk, caller.user()));
    }

    /**
     * Lets a desk act by itself; takes two persons.
     *
     * @param desk  the desk's id
     * @param token of somebody who may
     * @return that it was said, or why not
     */
    public String autoOn(String desk, String token) {
        return with(token, caller -> caller.mayRestart(desk), caller -> inlet.autoOn(desk, caller.user()));
    }

    /** Lets a desk no longer act by itself. {@return that it is so} */
    public String autoOff(String desk) {
        inlet.autoOff(desk, SHELL);
        return desk + " no longer acts by itself";
    }

    /**
     * {@code audit verify}: whether the audit is as it was written.
     *
     * @param verb {@code verify}
     * @return what was found, and where
     */
    public String audit(String verb) {
        return "verify".equals(verb) ? audit.verify() : "audit verify, got audit " + verb;
    }

    private String with(String token, Predicate<Caller> may, Consumer<Caller> decided) {
        Caller caller = callers.holder(token);
        if (caller == null || !may.test(caller)) {
            return "this token does not allow it; nothing was decided";
        }
        decided.accept(caller);
        return "told, by " + caller.user() + "; leakage:switches tells what came of it";
    }

    /** What is decided of an order, by whom. */
    private interface Decided {
        void of(int parent, String user);
    }
}
