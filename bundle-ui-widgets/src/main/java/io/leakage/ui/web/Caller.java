package io.leakage.ui.web;

import io.leakage.api.desk.DeskRole;
import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskScorecard;
import io.leakage.ui.text.SwitchRights;
import java.util.function.Predicate;

/**
 * Who asks, and what they may. Answers are of now: a token that is revoked may nothing from then on, and a desk that names its people lets
 * only these do what it names them for. A desk that names nobody for a role leaves it to the token.
 */
final class Caller implements SwitchRights {
    /** Who looks from this machine while nobody has a token. */
    static final String NOBODY = "local viewer";

    private final Token token;
    private final Desks desks;
    private final Predicate<Token> valid;

    /**
     * A caller.
     *
     * @param token null for who looks from this machine while nobody has a token
     * @param desks null where nobody configures desks
     * @param valid whether a token, or its absence, still counts
     */
    Caller(Token token, Desks desks, Predicate<Token> valid) {
        this.token = token;
        this.desks = desks;
        this.valid = valid;
    }

    @Override
    public String user() {
        return token == null ? NOBODY : token.user();
    }

    /** {@return whether the caller still counts; false once the token is revoked, or the first was made and this caller has none} */
    boolean isValid() {
        return valid.test(token);
    }

    /** {@return whether every desk's orders may be seen} */
    boolean seesAll() {
        return token == null || token.desks().contains("*");
    }

    /** {@return a scorecard as the caller may see it} */
    Scorecard seen(Scorecard scorecard) {
        return seesAll() ? new DeskScorecard(scorecard, this::maySee, scorecard::progress) : new DeskScorecard(scorecard, this::maySee);
    }

    /** {@return whether the desk's orders may be seen now: the caller may, and the desk has its board on} */
    boolean maySee(String desk) {
        return mayKnow(desk) && (desks == null || desks.isOn(desk, DeskFeature.BOARD));
    }

    /** {@return whether the caller may know that there is such a desk} */
    boolean mayKnow(String desk) {
        return valid.test(token) && (token == null || token.covers(desk));
    }

    @Override
    public boolean mayApprove(String desk) {
        return may(desk, Role.TRADER, DeskRole.TRADER);
    }

    @Override
    public boolean mayStop(String desk) {
        return desk == null ? mayStopFirm()
                : may(desk, Role.TRADER, DeskRole.TRADER) || may(desk, Role.TRADER, DeskRole.RISK) || mayAdminister(desk);
    }

    @Override
    public boolean mayRestart(String desk) {
        return desk == null ? mayRestartFirm() : may(desk, Role.TRADER, DeskRole.RISK) || mayAdminister(desk);
    }

    /** {@return whether the caller may make, change and remove this desk} */
    boolean mayAdminister(String desk) {
        return may(desk, Role.ADMIN, DeskRole.ADMIN);
    }

    /** {@return whether the caller may stop all actions of the firm: a trader or administrator of every desk} */
    boolean mayStopFirm() {
        return token != null && seesAll() && valid.test(token) && token.role() != Role.VIEWER;
    }

    /** {@return whether the caller may let the firm's actions go on after somebody has stopped them: an administrator of every desk} */
    boolean mayRestartFirm() {
        return mayStopFirm() && token.role() == Role.ADMIN;
    }

    private boolean may(String desk, Role role, DeskRole named) {
        if (token == null || token.role() != role || !mayKnow(desk)) {
            return false;
        }
        DeskState state = desks == null ? null : desks.find(desk);
        boolean anybodyNamed = state != null && state.users().values().stream().anyMatch(roles -> roles.contains(named));
        return !anybodyNamed || state.has(token.user(), named);
    }
}
