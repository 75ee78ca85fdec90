package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;

/**
 * What a message says beside the trade: what it cost, who executed it, with whom, and the price at which it was decided. A value of these that cannot
 * be read is absent, not an error: the fill beside it is true all the same.
 *
 * <p>Commission (12) is, by CommType (13), an amount for each unit (1), a fraction of LastPx × LastQty, so that 5 per cent is written .05
 * (2), or an amount (3, also where 13 is missing); each MiscFeeAmt (137) comes on top. One thread.
 */
final class ExecutionDetails {
    private static final double UNITS = 1e8;
    private static final double MOST = 9e18;
    /** PartyRole (452) of who executes. */
    static final int EXECUTING_FIRM = 1;
    /** PartyRole (452) of who is on the other side. */
    static final int CONTRA_FIRM = 17;

    private final Watched watched;
    private final int commission;
    private final int commissionType;
    private final int miscFee;
    private final int broker;
    private final int contra;
    private final int party;
    private final int decision;

    /** Watches for it; {@code decisionTag} names the price at which it was decided, 0 when nothing does. */
    ExecutionDetails(Watched watched, int decisionTag) {
        this.watched = watched;
        commission = watched.add(12);
        commissionType = watched.add(13);
        miscFee = watched.add(137);
        broker = watched.add(76);
        contra = watched.add(375);
        party = watched.add(448);
        decision = decisionTag == 0 ? -1 : watched.add(decisionTag);
    }

    /** Reads it. */
    void settle(OrderMessage message) {
        if (decision >= 0) {
            message.decisionPrice = amount(message, watched.slice(decision));
        }
        message.broker = named(message, broker, EXECUTING_FIRM);
        message.counterparty = named(message, contra, CONTRA_FIRM);
        message.fees = commission(message);
        if (watched.slice(miscFee) != OrderMessage.NO_TEXT) {
            addMiscFees(message, watched.slice(miscFee));
        }
    }

    private long commission(OrderMessage message) {
        long amount = amount(message, watched.slice(commission));
        long type = watched.slice(commissionType);
        char code = type == OrderMessage.NO_TEXT ? '3' : (char) message.raw[OrderMessage.offset(type)];
        if (amount == Absent.LONG || code == '3') {
            return amount;
        }
        boolean known = message.lastQty != Absent.LONG && (code == '1' || code == '2' && message.lastPx != Absent.LONG);
        if (!known) {
            return Absent.LONG;
        }
        double money = code == '1' ? (double) amount * message.lastQty : amount / UNITS * message.lastPx * message.lastQty;
        boolean exact = code == '1' && Math.abs(money) < MOST;
        return exact ? amount * message.lastQty : Math.abs(money) < MOST ? Math.round(money) : Absent.LONG;
    }

    /** The first is known to the scan, those behind it are found from there on. */
    private static void addMiscFees(OrderMessage message, long first) {
        for (long one = first; one != OrderMessage.NO_TEXT; one = next(message, one, 137)) {
            long amount = amount(message, one);
            if (amount != Absent.LONG) {
                message.fees = (message.fees == Absent.LONG ? 0 : message.fees) + amount;
            }
        }
    }

    /** {@return the firm a field of its own names, else the party of that role} */
    private long named(OrderMessage message, int field, int role) {
        return watched.slice(field) == OrderMessage.NO_TEXT ? party(message, watched.slice(party), role) : watched.slice(field);
    }

    /** {@return the PartyID (448) with that PartyRole (452)} */
    private static long party(OrderMessage message, long first, int role) {
        for (long one = first; one != OrderMessage.NO_TEXT; one = next(message, one, 448)) {
            if (isOf(message, one, role)) {
                return one;
            }
        }
        return OrderMessage.NO_TEXT;
    }

    /** {@return whether the party at a slice has that PartyRole (452)} */
    static boolean isOf(OrderMessage message, long party, int role) {
        long other = next(message, party, 448);
        long told = next(message, party, 452);
        return told != OrderMessage.NO_TEXT && (other == OrderMessage.NO_TEXT || told < other) && isRole(message, told, role);
    }

    private static boolean isRole(OrderMessage message, long slice, int role) {
        int at = OrderMessage.offset(slice);
        return switch (OrderMessage.length(slice)) {
            case 1 -> message.raw[at] - '0' == role;
            case 2 -> (message.raw[at] - '0') * 10 + message.raw[at + 1] - '0' == role;
            default -> false;
        };
    }

    /** {@return the next field of a tag of three digits behind a slice} */
    static long next(OrderMessage message, long slice, int tag) {
        byte[] raw = message.raw;
        int end = message.rawOffset + message.rawLength;
        int at = OrderMessage.offset(slice) + OrderMessage.length(slice) + 1;
        while (at + 4 < end) {
            int stop = FixBytes.soh(raw, at, end);
            boolean its = raw[at] - '0' == tag / 100 && raw[at + 1] - '0' == tag / 10 % 10 && raw[at + 2] - '0' == tag % 10
                    && raw[at + 3] == '=';
            if (its && stop > at + 4) {
                return OrderMessage.slice(at + 4, stop - at - 4);
            }
            at = stop + 1;
        }
        return OrderMessage.NO_TEXT;
    }

    private static long amount(OrderMessage message, long slice) {
        if (slice == OrderMessage.NO_TEXT) {
            return Absent.LONG;
        }
        try {
            int at = OrderMessage.offset(slice);
            return FixNumber.price(0, message.raw, message.rawOffset, at, at + OrderMessage.length(slice));
        } catch (Unreadable e) {
            return Absent.LONG;
        }
    }
}
