package io.leakage.ui.text;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person may do about a switch, an order and a desk as they stand, each named as its address below {@code /leakage/v1/} is. It saves
 * a page from asking what would be refused; what counts is decided when it is asked. An immutable value.
 */
final class SwitchDeeds {
    private final SwitchRights rights;

    SwitchDeeds(SwitchRights rights) {
        this.rights = rights;
    }

    /** {@return what may be done about a switch of an order on this desk, and about the order} */
    List<String> of(AlgoSwitch one, String desk, String takenOverBy) {
        List<String> deeds = new ArrayList<>();
        boolean approves = rights.mayApprove(desk);
        add(deeds, approves && one.state() == SwitchState.PROPOSED, "approve");
        add(deeds, approves && one.state() == SwitchState.PROPOSED, "reject");
        deeds.addAll(of(desk, takenOverBy));
        return deeds;
    }

    /** {@return what may be done about an order on this desk} */
    List<String> of(String desk, String takenOverBy) {
        return !rights.mayApprove(desk) ? List.of() : List.of(takenOverBy.isEmpty() ? "take-over" : "release");
    }

    /** {@return what may be done about a desk; {@code id} is null for the firm} */
    List<String> of(SwitchDesk desk, String id) {
        boolean stops = rights.mayStop(id);
        boolean restarts = rights.mayRestart(id);
        List<String> deeds = new ArrayList<>();
        add(deeds, stops && desk.killed().isEmpty(), "kill");
        add(deeds, restarts && !desk.killed().isEmpty() && !rights.user().equals(desk.rearmed()), "rearm");
        add(deeds, restarts && !desk.latched().isEmpty(), "unlatch");
        boolean asks = "AUTO".equals(desk.mode()) && !desk.isAuto() && !desk.auto().contains(rights.user());
        add(deeds, id != null && restarts && asks, "auto-on");
        add(deeds, id != null && stops && !desk.auto().isEmpty(), "auto-off");
        return deeds;
    }

    private static void add(List<String> deeds, boolean may, String deed) {
        if (may) {
            deeds.add(deed);
        }
    }
}
