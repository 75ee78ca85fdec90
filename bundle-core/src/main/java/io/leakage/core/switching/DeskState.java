package io.leakage.core.switching;

import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.SwitchDesk;
import java.util.ArrayList;
import java.util.List;

/** What a desk may do now, and what it has done; or the firm, which can only be killed. One thread. */
final class DeskState {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    /** The second person has so long, by the clock of the machine that took the decisions. */
    private static final long FOUR_EYES_NANOS = 15 * MINUTE;

    final int number;
    /** Null when it has no configuration. */
    private DeskTerms terms;
    private String killed = "";
    private long kills;
    private String rearmed = "";
    private long rearmedNanos;
    private String latched = "";
    private final List<String> auto = new ArrayList<>(2);
    private long autoNanos;
    private String reason = "";
    private int sent;
    /** Venue times of what went out in the last minute. */
    private final Recent lately = new Recent();

    DeskState(int number) {
        this.number = number;
    }

    DeskTerms terms() {
        return terms;
    }

    /** {@return whether that is another configuration; then it may no longer act by itself} */
    boolean terms(DeskTerms now) {
        if (now == null ? terms == null : now.equals(terms)) {
            return false;
        }
        terms = now;
        autoOff("the desk's configuration changed");
        return true;
    }

    /** A person decided about the desk, or the firm. */
    void decide(Decision decision, String by, long wallNanos) {
        switch (decision) {
            case KILL -> kill(by);
            case REARM -> rearm(by, wallNanos);
            case UNLATCH_DESK -> unlatch(by);
            case AUTO_ON -> autoOn(by, wallNanos);
            case AUTO_OFF -> autoOff("by " + by);
            default -> throw new IllegalArgumentException(decision + " is not about a desk");
        }
    }

    boolean isKilled() {
        return !killed.isEmpty();
    }

    private void kill(String by) {
        killed = by;
        kills++;
        rearmed = "";
        autoOff("killed by " + by);
    }

    /** One person says that it may go on; the second, who must not be the one that killed it, puts it in force. */
    private void rearm(String by, long nanos) {
        if (killed.isEmpty()) {
            reason = "not killed";
        } else if (rearmed.isEmpty() || nanos - rearmedNanos > FOUR_EYES_NANOS) {
            rearmed = by;
            rearmedNanos = nanos;
            reason = by + " asks to rearm; a second person has to";
        } else if (rearmed.equals(by) || killed.equals(by)) {
            reason = "to rearm takes a second person, who is neither " + rearmed + " nor " + killed;
        } else {
            reason = "rearmed by " + rearmed + " and " + by;
            killed = "";
            rearmed = "";
        }
    }

    boolean isLatched(long now) {
        if (!latched.isEmpty() || terms == null) {
            return !latched.isEmpty();
        }
        return sent >= terms.maxSwitchesPerDesk() || lately.within(MINUTE, now) >= terms.maxSwitchesPerMinute();
    }

    private void unlatch(String by) {
        latched = "";
        sent = 0;
        lately.clear();
        reason = "re-enabled by " + by;
    }

    /** {@return whether as many went out in the last second as may} */
    boolean isBusy(long now) {
        return terms != null && lately.within(SECOND, now) >= terms.maxMessagesPerSecond();
    }

    /** One goes out; where that reaches a limit, it was the last. */
    void sends(long now) {
        sent++;
        lately.add(now);
        if (sent >= terms.maxSwitchesPerDesk()) {
            latched = "as many switches as the desk may have: " + sent;
        } else if (lately.within(MINUTE, now) >= terms.maxSwitchesPerMinute()) {
            latched = "as many switches as the desk may have in a minute: " + lately.within(MINUTE, now);
        }
    }

    /** One person lets it act by itself; with the second it does. */
    private void autoOn(String by, long nanos) {
        if (terms == null || terms.switching() != DeskMode.AUTO) {
            reason = "the desk's configuration does not say AUTO";
        } else if (auto.size() == 2) {
            reason = "on already, by " + String.join(" and ", auto);
        } else if (auto.isEmpty() || nanos - autoNanos > FOUR_EYES_NANOS) {
            auto.clear();
            auto.add(by);
            autoNanos = nanos;
            reason = by + " asks for AUTO; a second person has to";
        } else if (auto.contains(by)) {
            reason = "AUTO takes a second person, other than " + by;
        } else {
            auto.add(by);
            reason = "AUTO on, by " + String.join(" and ", auto);
        }
    }

    void autoOff(String why) {
        if (!auto.isEmpty() || why.startsWith("killed")) {
            reason = (auto.isEmpty() ? "" : "AUTO off: ") + why;
        }
        auto.clear();
    }

    /** {@return whether anybody has let it act by itself, one person or two} */
    boolean hasAuto() {
        return !auto.isEmpty();
    }

    boolean isAuto() {
        return auto.size() == 2 && terms != null && terms.switching() == DeskMode.AUTO;
    }

    /** {@return how far a switch may go here} */
    DeskMode mode() {
        return terms == null ? DeskMode.OFF : terms.switching();
    }

    SwitchDesk told() {
        return new SwitchDesk(number, mode().name(), killed, kills, rearmed, latched, auto, reason);
    }
}
