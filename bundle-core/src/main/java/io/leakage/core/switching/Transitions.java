package io.leakage.core.switching;

import io.leakage.api.score.SwitchState;

/**
 * The whole state machine: what a switch is after something happened to it. A function of nothing else, so that a test can go through all
 * of it. Only {@link SwitchState#APPROVED} is ever handed to a hook.
 */
final class Transitions {
    private Transitions() {
    }

    /**
     * The next state.
     *
     * @param from    the state it has, null before there is a switch
     * @param what    what happened
     * @param failing bits of the guards that do not hold now
     * @return the state it has then, null when there is still none
     */
    static SwitchState next(SwitchState from, Happening what, int failing) {
        if (from == null) {
            return first(what, failing);
        }
        return switch (from) {
            case PROPOSED -> decided(what, failing);
            case APPROVED -> sent(what);
            case SENT, PENDING_REPLACE, TIMED_OUT, UNKNOWN -> answered(from, what);
            case REJECTED, EXPIRED, WITHHELD, REPLACED, REFUSED -> from;
        };
    }

    private static SwitchState first(Happening what, int failing) {
        if ((failing & Guard.toPropose()) != 0) {
            return null;
        }
        return what == Happening.RULE_STANDS ? SwitchState.PROPOSED : what == Happening.LOT_WITHHOLDS ? SwitchState.WITHHELD : null;
    }

    private static SwitchState decided(Happening what, int failing) {
        return switch (what) {
            case APPROVE -> (failing & Guard.toSendAdvised()) == 0 ? SwitchState.APPROVED : SwitchState.PROPOSED;
            case ACT -> (failing & Guard.toSendByItself()) == 0 ? SwitchState.APPROVED : SwitchState.PROPOSED;
            case REJECT -> SwitchState.REJECTED;
            case VOID, TIME_UP, RESTART -> SwitchState.EXPIRED;
            default -> SwitchState.PROPOSED;
        };
    }

    /** Handed to the hook: what is heard of it may come before the hook has said that it sent it. */
    private static SwitchState sent(Happening what) {
        return switch (what) {
            case HOOK_SENT -> SwitchState.SENT;
            case HOOK_REFUSED -> SwitchState.REFUSED;
            case RESTART, LOST -> SwitchState.UNKNOWN;
            default -> answered(SwitchState.APPROVED, what);
        };
    }

    private static SwitchState answered(SwitchState from, Happening what) {
        return switch (what) {
            case PENDING -> from == SwitchState.UNKNOWN ? from : SwitchState.PENDING_REPLACE;
            case ACCEPTED -> SwitchState.REPLACED;
            case DECLINED -> SwitchState.REFUSED;
            case TIME_UP, SILENCE -> from == SwitchState.UNKNOWN || from == SwitchState.APPROVED && what == Happening.TIME_UP ? from
                    : SwitchState.TIMED_OUT;
            case LOST -> SwitchState.UNKNOWN;
            default -> from;
        };
    }
}
