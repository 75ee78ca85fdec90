package io.leakage.dropcopy.order;

import io.leakage.api.event.Absent;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.LinkReport;
import java.util.Locale;

/**
 * One request that went out, and what was heard of it. Where the order is cancelled and sent anew, it says when that may be done and for
 * how much: only after a cancel's own, first, timely acknowledgement that says how much was filled. {@link Flights} sees to threads.
 */
final class Flight {
    /** What is waited for. */
    enum Step {
        /** The answer to a cancel/replace. */
        REPLACE,
        /** The answer to a cancel, after which a new order follows. */
        CANCEL,
        /** The answer to the new order. */
        NEW
    }

    private static final String CANCEL_MARK = ".C";
    private static final String PENDING_CANCEL = "6";
    private static final String PENDING_REPLACE = "E";
    private static final String PENDING_NEW = "A";

    private final SwitchRequest request;
    private final String original;
    private Step step;
    private SwitchState state = SwitchState.SENT;
    private String reason = "";
    private long sentNanos;
    /** MsgSeqNum (34) of what went out last, 0 before it went. */
    private int number;
    /** Most that was heard filled of the order, and how much its cancel said. */
    private long filled;
    private long filledAtCancel = -1;
    /** How much a new order is to be for, 0 for none. */
    private long renews;

    /** A request about to go out at this time. */
    Flight(SwitchRequest request, String original, boolean replaces, long nanos) {
        this.request = request;
        this.original = original;
        this.step = replaces ? Step.REPLACE : Step.CANCEL;
        this.sentNanos = nanos;
    }

    SwitchRequest request() {
        return request;
    }

    String original() {
        return original;
    }

    SwitchState state() {
        return state;
    }

    /** {@return the ClOrdID of its cancel} */
    String cancelId() {
        return request.id() + CANCEL_MARK;
    }

    /** {@return how much a new order must be for, 0 for none; asked once} */
    long takeRenewal() {
        long quantity = renews;
        renews = 0;
        return quantity;
    }

    /** {@return whether a message of this ClOrdID is one of ours} */
    boolean isOurs(String clOrdId) {
        return clOrdId.equals(request.id()) || step != Step.REPLACE && clOrdId.equals(cancelId());
    }

    /** {@return whether a message of this ClOrdID is one of ours, or about the order} */
    boolean isNamed(String clOrdId) {
        return isOurs(clOrdId) || clOrdId.equals(original);
    }

    /** {@return the MsgSeqNum (34) of what went out last, 0 before it went} */
    int number() {
        return number;
    }

    /** {@return whether it waits for an answer} */
    boolean isWaiting() {
        return state == SwitchState.SENT || state == SwitchState.PENDING_REPLACE;
    }

    /** It goes out under this MsgSeqNum. */
    void going(int seqNum) {
        number = seqNum;
    }

    /** {@return the news when the session ended, null for none} */
    SwitchNews down() {
        return number != 0 && isWaiting() ? turn(SwitchState.UNKNOWN, "the session ended before an answer", true) : null;
    }

    /** {@return the news when the time is up, null for none} */
    SwitchNews tick(long nanos, long patience) {
        return number != 0 && isWaiting() && nanos - sentNanos >= patience ? turn(SwitchState.TIMED_OUT,
                "no answer to its " + step.name().toLowerCase(Locale.ROOT) + " in " + patience / 1_000_000 + " ms", true) : null;
    }

    /** The new order goes out. */
    SwitchNews renewed(String sent) {
        return new SwitchNews(request.id(), state, "cancelled; the rest was sent anew", sent, false);
    }

    /** Before the new order goes out. */
    void renewing(long nanos) {
        step = Step.NEW;
        state = SwitchState.SENT;
        number = 0;
        sentNanos = nanos;
    }

    /** {@return the news when the new order could not go out} */
    SwitchNews notRenewed(String why) {
        return turn(SwitchState.UNKNOWN, "cancelled, and no new order was sent: " + why, true);
    }

    /** {@return the news of a report about it or its order, null for none} */
    SwitchNews hear(LinkReport report) {
        return switch (report.type()) {
            case "8" -> execution(report);
            case "9" -> isOurs(report.text(11)) ? cancelReject(report) : null;
            case "3" -> refused("35=3", report, 373);
            default -> refused("35=j", report, 380);
        };
    }

    private SwitchNews cancelReject(LinkReport report) {
        return step != Step.NEW ? refused("35=9", report, 102)
                : turn(SwitchState.UNKNOWN, "the cancel was refused after it was acknowledged; the order may work twice", true);
    }

    private SwitchNews execution(LinkReport report) {
        long cum = report.number(14);
        boolean ours = isOurs(report.text(11));
        if (step == Step.REPLACE || !report.text(11).equals(request.id())) {
            filled = cum == Absent.LONG ? filled : Math.max(filled, cum);
        }
        if (filledAtCancel >= 0 && filled > filledAtCancel) {
            filledAtCancel = filled;
            return turn(SwitchState.UNKNOWN, "filled after its cancel said otherwise; the new order may fill too much", true);
        }
        return switch (step) {
            case REPLACE -> ours ? replaceHeard(report) : null;
            case CANCEL -> cancelHeard(report, ours);
            case NEW -> report.text(11).equals(request.id()) ? newHeard(report) : null;
        };
    }

    private SwitchNews replaceHeard(LinkReport report) {
        return switch (report.text(150)) {
            case PENDING_REPLACE -> pending(report);
            case "5" -> answered(SwitchState.REPLACED, said(report), false);
            case "8" -> refused("35=8", report, 103);
            default -> null;
        };
    }

    private SwitchNews cancelHeard(LinkReport report, boolean ours) {
        return switch (report.text(150)) {
            case PENDING_CANCEL -> ours ? pending(report) : null;
            case "4" -> ours ? cancelled(report) : state == SwitchState.UNKNOWN ? null
                    : turn(SwitchState.UNKNOWN, "cancelled, but not by us: no new order", true);
            default -> null;
        };
    }

    private SwitchNews cancelled(LinkReport report) {
        if (filledAtCancel >= 0) {
            return null;
        }
        String doubt = doubt(report);
        if (!doubt.isEmpty()) {
            return turn(SwitchState.UNKNOWN, "cancelled, and no new order: " + doubt, true);
        }
        filledAtCancel = report.number(14);
        renews = request.terms().quantity() - filledAtCancel;
        return renews > 0 ? null : answered(SwitchState.REFUSED, "filled before it was cancelled; nothing is left", false);
    }

    /** Why nobody may send a new order after this acknowledgement; empty when it can be relied on. */
    private String doubt(LinkReport report) {
        long cum = report.number(14);
        long quantity = report.number(38);
        if (!isWaiting()) {
            return "it was given up before (" + state + ")";
        }
        if (report.isAgain()) {
            return "told again (43 or 97)";
        }
        if (cum == Absent.LONG || cum < filled || cum > request.terms().quantity()) {
            return "CumQty (14) says \"" + report.text(14) + "\" where " + filled + " of " + request.terms().quantity()
                    + " were heard filled";
        }
        return quantity == Absent.LONG || quantity == request.terms().quantity() ? ""
                : "OrderQty (38) says " + quantity + ", expected " + request.terms().quantity();
    }

    private SwitchNews newHeard(LinkReport report) {
        return switch (report.text(150)) {
            case PENDING_NEW -> pending(report);
            case "0", "1", "2", "F" -> answered(SwitchState.REPLACED, said(report), false);
            case "8" -> refused("35=8", report, 103);
            default -> null;
        };
    }

    private SwitchNews pending(LinkReport report) {
        return state == SwitchState.SENT ? turn(SwitchState.PENDING_REPLACE, said(report), false) : null;
    }

    private SwitchNews refused(String message, LinkReport report, int reasonTag) {
        String why = message + " " + reasonTag + "=" + report.text(reasonTag) + " 39=" + report.text(39) + " 58=" + report.text(58);
        return answered(SwitchState.REFUSED, step == Step.NEW ? "cancelled, and the new order refused: " + why : why, step == Step.NEW);
    }

    private SwitchNews answered(SwitchState answer, String why, boolean escalate) {
        if (state == answer) {
            return null;
        }
        if (state.isAnswered()) {
            return turn(SwitchState.UNKNOWN, "said " + state + " before, and now " + answer + ": " + why, true);
        }
        return turn(answer, why, escalate);
    }

    private SwitchNews turn(SwitchState to, String why, boolean escalate) {
        if (state == to && reason.equals(why)) {
            return null;
        }
        state = to;
        reason = why;
        return new SwitchNews(request.id(), to, why, "", escalate);
    }

    private static String said(LinkReport report) {
        return "35=8 150=" + report.text(150) + " 39=" + report.text(39) + " 14=" + report.text(14);
    }
}
