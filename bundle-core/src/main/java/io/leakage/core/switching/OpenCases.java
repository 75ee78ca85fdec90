package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.score.SwitchState;
import io.leakage.core.event.LeakageEvent;
import java.util.ArrayList;
import java.util.List;

/** The switches that are not over, and what a drop copy says of them. */
final class OpenCases {
    private final List<Case> open = new ArrayList<>();

    void add(Case one) {
        open.add(one);
    }

    void remove(Case one) {
        open.remove(one);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** {@return whether the time of one is over} */
    boolean isDue(long now) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isDue(now)) {
                return true;
            }
        }
        return false;
    }

    /** {@return all of them, to go through while they change} */
    List<Case> all() {
        return List.copyOf(open);
    }

    /** {@return those that wait for a decision, of a desk or of all ({@code Absent.NAME}), to go through while they change} */
    List<Case> proposed(int desk) {
        return open.stream().filter(one -> one.state == SwitchState.PROPOSED && (desk == Absent.NAME || one.desk == desk)).toList();
    }

    /** {@return the switch of a number, null when it is over or never was} */
    Case find(long number) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).number == number) {
                return open.get(i);
            }
        }
        return null;
    }

    /** A name was given out; a drop copy may have shown a request of ours. */
    void named(LeakageEvent event) {
        for (int i = 0; i < open.size(); i++) {
            Case one = open.get(i);
            if (one.name == Absent.NAME && one.state.isInFlight() && event.textLength == one.id.length()
                    && one.id.equals(Switching.text(event))) {
                one.name = event.name;
            }
        }
    }

    /** {@return the switch whose request a drop copy's message tells of, null for none} */
    Case askedBy(LeakageEvent event) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).name != Absent.NAME && open.get(i).name == event.order().order) {
                return open.get(i);
            }
        }
        return null;
    }

    /** {@return what such a message says of the request, null for nothing} */
    static Happening answer(LeakageEvent event) {
        if (event.order().msgType == '9') {
            return Happening.DECLINED;
        }
        if (event.order().msgType != '8') {
            return null;
        }
        return switch (event.order().execType) {
            case 'E' -> Happening.PENDING;
            case '0', '5' -> Happening.ACCEPTED;
            case '8' -> Happening.DECLINED;
            default -> null;   // fills and the like say nothing of the request
        };
    }
}
