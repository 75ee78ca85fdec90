package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;

/** What kind of report an execution report is, in FIX 4.2 (ExecTransType) and later (ExecType) alike. */
final class Reports {
    private Reports() {
    }

    /** {@return the time a message tells itself, {@code Absent.LONG} when it tells none} */
    static long time(LeakageEvent event) {
        return event.order().timed ? event.venueNanos : Absent.LONG;
    }

    /** {@return whether it only answers a question: 150=I, 20=3} */
    static boolean isStatus(OrderReport report) {
        return report.execTransType == '3' || report.execType == 'I';
    }

    /** {@return whether it takes an execution back, or tells one or the order itself anew} */
    static boolean takesBack(OrderReport report) {
        return isRevision(report) || report.execType == 'D';
    }

    /** {@return whether it takes an execution back or tells it anew} */
    static boolean isRevision(OrderReport report) {
        return Correction.busts(report) || Correction.corrects(report);
    }

    /** {@return whether it only says that a request was received} */
    static boolean isPending(OrderReport report) {
        return report.execType == 'E' || report.execType == '6'
                || report.execType == 0 && (report.ordStatus == 'E' || report.ordStatus == '6');
    }

    /** {@return whether it tells of an execution; a stop, a clearing hold or its release does not} */
    static boolean isTrade(OrderReport report) {
        return switch (report.execType) {
            case 'F' -> report.lastQty != 0;
            case '1', '2', 0 -> report.lastQty != Absent.LONG && report.lastQty > 0;
            default -> false;
        };
    }

    /** {@return whether it tells that the order was accepted} */
    static boolean accepts(OrderReport report) {
        return !isStatus(report) && (report.execType == '0' || report.execType == 0 && report.ordStatus == '0' && !isTrade(report));
    }

    /** {@return whether it tells that the order was replaced} */
    static boolean replaces(OrderReport report) {
        return !isStatus(report) && (report.execType == '5' || report.execType == 0 && report.ordStatus == '5' && !isTrade(report));
    }

    /**
     * A report that moves an execution between accounts: TrdType (828) 3, transfer; TrdSubType (829) 0 CMTA, 1 and 2 internal and external
     * transfer, 5 and 6 offset and onset of an allocation. It is a trade of the books, not of the market.
     */
    static boolean isBooking(OrderReport report) {
        return report.trdType == 3 || switch (report.trdSubType) {
            case 0, 1, 2, 5, 6 -> true;
            default -> false;
        };
    }

    /** {@return whether its figures are the order's: not those of a leg, nor of a booking between accounts} */
    static boolean isOfWhole(OrderReport report) {
        return report.multiLeg != '2' && !isBooking(report);
    }

    /** {@return the step others could see that it tells of, with its time; null for none. A market order never rests} */
    static Step.Kind step(OrderReport report) {
        if (!report.timed || isStatus(report) || isRevision(report) || isPending(report) || !isOfWhole(report)) {
            return null;
        }
        return switch (report.execType) {
            case '0' -> report.ordType == '1' ? null : Step.Kind.ACCEPTED;
            case '5' -> Step.Kind.REPLACED;
            case '3', '4', 'C' -> Step.Kind.LEFT;
            default -> null;
        };
    }

    /** {@return OrdStatus (39), when absent the one its ExecType makes, 0 for none} */
    static char status(OrderReport report) {
        if (report.ordStatus != 0) {
            return report.ordStatus;
        }
        return switch (report.execType) {
            case '0', '3', '4', '6', '7', '8', '9', 'A', 'B', 'C', 'E' -> report.execType;
            default -> 0;
        };
    }
}
