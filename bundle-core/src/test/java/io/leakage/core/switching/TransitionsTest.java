package io.leakage.core.switching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.SwitchState;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every state, every happening, every set of guards that fail: 2^20 of them. */
class TransitionsTest {
    private static final int ALL_GUARDS = (1 << Guard.values().length) - 1;

    /** The whole table: from, what, to. What is not here changes nothing. */
    private static final Set<String> TABLE = Set.of(
            "null RULE_STANDS PROPOSED", "null LOT_WITHHOLDS WITHHELD",
            "PROPOSED APPROVE APPROVED", "PROPOSED ACT APPROVED", "PROPOSED REJECT REJECTED",
            "PROPOSED VOID EXPIRED", "PROPOSED TIME_UP EXPIRED", "PROPOSED RESTART EXPIRED",
            "APPROVED HOOK_SENT SENT", "APPROVED HOOK_REFUSED REFUSED", "APPROVED RESTART UNKNOWN", "APPROVED LOST UNKNOWN",
            "APPROVED PENDING PENDING_REPLACE", "APPROVED ACCEPTED REPLACED", "APPROVED DECLINED REFUSED", "APPROVED SILENCE TIMED_OUT",
            "SENT PENDING PENDING_REPLACE", "SENT ACCEPTED REPLACED", "SENT DECLINED REFUSED", "SENT TIME_UP TIMED_OUT",
            "SENT SILENCE TIMED_OUT", "SENT LOST UNKNOWN",
            "PENDING_REPLACE ACCEPTED REPLACED", "PENDING_REPLACE DECLINED REFUSED", "PENDING_REPLACE TIME_UP TIMED_OUT",
            "PENDING_REPLACE SILENCE TIMED_OUT", "PENDING_REPLACE LOST UNKNOWN",
            "TIMED_OUT PENDING PENDING_REPLACE", "TIMED_OUT ACCEPTED REPLACED", "TIMED_OUT DECLINED REFUSED", "TIMED_OUT LOST UNKNOWN",
            "UNKNOWN ACCEPTED REPLACED", "UNKNOWN DECLINED REFUSED");

    @Test
    void theMachineIsItsTableAndNothingElse() {
        Set<String> found = new TreeSet<>();
        forAll((from, what, failing, next) -> {
            if (next != from) {
                found.add(from + " " + what + " " + next);
            }
        });
        assertEquals(new TreeSet<>(TABLE), found);
    }

    @Test
    void nothingIsProposedWhileAGuardOfProposalsFails() {
        forAll((from, what, failing, next) -> {
            if (from == null && next != null) {
                assertEquals(0, failing & Guard.toPropose());
            }
        });
    }

    @Test
    void nothingIsApprovedWhileAnyGuardFailsButTheOneForTheOtherWay() {
        forAll((from, what, failing, next) -> {
            if (next == SwitchState.APPROVED && from != SwitchState.APPROVED) {
                int other = (what == Happening.APPROVE ? Guard.AUTO : Guard.APPROVED).bit();
                assertEquals(0, failing & ~other, from + " " + what);
            }
        });
    }

    @Test
    void everyWayToSentLeadsThroughProposedAndApproved() {
        Set<SwitchState> before = EnumSet.noneOf(SwitchState.class);
        forAll((from, what, failing, next) -> {
            if (next == SwitchState.SENT && from != SwitchState.SENT) {
                before.add(from);
            }
            if (next == SwitchState.APPROVED && from != SwitchState.APPROVED) {
                assertEquals(SwitchState.PROPOSED, from);
            }
        });
        assertEquals(EnumSet.of(SwitchState.APPROVED), before);
    }

    @Test
    void noStateThatMayHaveBeenSentIsReachedWithoutHavingBeenApproved() {
        Set<SwitchState> reached = new HashSet<>();
        forAll((from, what, failing, next) -> {
            if (next != null && next.isInFlight() && next != from && next != SwitchState.APPROVED) {
                assertTrue(from != null && from.isInFlight(), from + " " + what + " " + next);
                reached.add(next);
            }
        });
        assertEquals(EnumSet.of(SwitchState.SENT, SwitchState.PENDING_REPLACE, SwitchState.TIMED_OUT, SwitchState.UNKNOWN), reached);
    }

    @Test
    void whatIsOverStaysOver() {
        forAll((from, what, failing, next) -> {
            if (from != null && from.isOver()) {
                assertEquals(from, next);
            }
        });
    }

    private static void forAll(Check check) {
        for (int place = -1; place < SwitchState.values().length; place++) {
            SwitchState from = place < 0 ? null : SwitchState.values()[place];
            for (Happening what : Happening.values()) {
                for (int failing = 0; failing <= ALL_GUARDS; failing++) {
                    check.of(from, what, failing, Transitions.next(from, what, failing));
                }
            }
        }
    }

    private interface Check {
        void of(SwitchState from, Happening what, int failing, SwitchState next);
    }
}
