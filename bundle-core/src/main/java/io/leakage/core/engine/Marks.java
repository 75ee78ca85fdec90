package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.OrderMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What desks have claimed that stands only in a message's bytes: clients, SenderSubIDs, tags of the desk's own. One thread claims at a
 * time,
 * any thread looks; looking allocates nothing, and costs a desk that claims none of these nothing.
 */
final class Marks {
    private static final byte SOH = 1;
    private static final byte[] PARTY = field("448=");
    private static final byte[] ROLE = field("452=");
    private static final int CLIENT_ROLE = '3';

    /** Sorted by key, then by value, so that of two the same one is found whoever came first. Never changed, only replaced. */
    private volatile Mark[] claimed = {};

    /** @param fields each with the SOH before it; all but a party's with the SOH behind it */
    private record Mark(OrderKey key, String value, int name, byte[][] fields) {
    }

    /** A desk claims what orders say, or no longer. */
    void claim(OrderKey key, String value, int name, boolean given) {
        if (key == OrderKey.ACCOUNT || key == OrderKey.BROKER) {
            return;   // messages carry these as fields of their own
        }
        Mark[] others = Arrays.stream(claimed).filter(mark -> mark.key != key || mark.name != name).toArray(Mark[]::new);
        if (given) {
            others = Arrays.copyOf(others, others.length + 1);
            others[others.length - 1] = new Mark(key, value, name, fields(key, value));
            Arrays.sort(others, Comparator.comparing(Mark::key).thenComparing(Mark::value));
        }
        claimed = others;
    }

    private static byte[][] fields(OrderKey key, String value) {
        return switch (key) {
            case CLIENT -> new byte[][] {field("109=" + value + "\1"), field("448=" + value + "\1")};
            case SENDER_SUB -> new byte[][] {field("50=" + value + "\1"), field("57=" + value + "\1")};
            default -> new byte[][] {field(value + "\1")};
        };
    }

    private static byte[] field(String text) {
        return ("\1" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the name of the first claimed value of this key that stands in the message, {@code Absent.NAME} when none does} */
    int find(OrderKey key, OrderMessage message) {
        Mark[] all = claimed;
        for (int i = 0; i < all.length; i++) {
            if (all[i].key == key && says(message, all[i])) {
                return all[i].name;
            }
        }
        return Absent.NAME;
    }

    private static boolean says(OrderMessage message, Mark mark) {
        int end = message.rawOffset + message.rawLength;
        if (at(message.raw, message.rawOffset, end, mark.fields[0]) >= 0) {
            return true;
        }
        return switch (mark.key) {
            case SENDER_SUB -> (message.msgType == '8' || message.msgType == '9')
                    && at(message.raw, message.rawOffset, end, mark.fields[1]) >= 0;
            case CLIENT -> hasClient(message.raw, message.rawOffset, end, mark.fields[1]);
            default -> false;
        };
    }

    /** A party's role stands behind its id and before the next party's. */
    private static boolean hasClient(byte[] raw, int from, int end, byte[] party) {
        for (int found = at(raw, from, end, party); found >= 0; found = at(raw, found + 1, end, party)) {
            int next = at(raw, found + party.length - 1, end, PARTY);
            int stop = next < 0 ? end : next + 1;
            int role = at(raw, found + party.length - 1, stop, ROLE);
            int digit = role + ROLE.length;
            if (role >= 0 && digit + 1 < end && raw[digit] == CLIENT_ROLE && raw[digit + 1] == SOH) {
                return true;
            }
        }
        return false;
    }

    /** {@return where this stands first, −1 when nowhere before the end} */
    private static int at(byte[] raw, int from, int end, byte[] wanted) {
        for (int i = from; i + wanted.length <= end; i++) {
            int same = 0;
            while (same < wanted.length && raw[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
