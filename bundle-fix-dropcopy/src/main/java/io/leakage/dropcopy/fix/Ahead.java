package io.leakage.dropcopy.fix;

import java.util.Map;
import java.util.TreeMap;

/**
 * Order messages that reached us before their turn, under their numbers, until the session has taken them. QuickFIX/J keeps them as well,
 * behind a gap, but forgets them when a gap fill covers their numbers or the connection ends. What was really received was really said:
 * whoever jumps over a number takes from here what stands under it. That is safer than to ask again, for a venue that has just declared
 * that nothing is there will say so once more; and taking one too many does no harm, as an execution counts once.
 *
 * <p>Holds a bounded number: beyond it what comes is not held, and {@link #forgot} tells whether a jump passed over such a number. Any
 * thread.
 */
final class Ahead {
    private static final int PER_CONNECTION = 2;

    private final TreeMap<Long, String> held = new TreeMap<>();
    /** Held under numbers that a logon which resets them (141=Y) has ended, until the session comes to that logon. */
    private final TreeMap<Long, String> ended = new TreeMap<>();
    private final int most;
    private long weight;
    private long waiting;
    private boolean gap;
    private long behind;
    private long forgottenFrom = Long.MAX_VALUE;
    private long forgottenTo = Long.MIN_VALUE;

    /** @param most messages that may wait behind a gap; each begun KiB of one counts as a message */
    Ahead(int most) {
        this.most = most;
    }

    /**
     * Holds a message.
     *
     * @param again whether it is sent again (43=Y): then it answers what was asked for, and waits for nothing
     * @return whether more wait behind a gap than may
     */
    synchronized boolean hold(long number, String raw, boolean again) {
        if (weight < (long) PER_CONNECTION * most) {
            String before = held.put(number, raw);
            weight += weight(raw) - (before == null ? 0 : weight(before));
        } else if (!held.containsKey(number)) {
            forgottenFrom = Math.min(forgottenFrom, number);
            forgottenTo = Math.max(forgottenTo, number);
        }
        waiting += gap && !again && number >= behind ? weight(raw) : 0;
        return waiting > most;
    }

    /** Numbers begin anew from here on: what comes is of the new ones, what is held of the old. */
    synchronized void renumbered() {
        ended.putAll(held);
        held.clear();
    }

    /** A gap is open, and this is the first number behind it. */
    synchronized void gapTo(long number) {
        gap = true;
        behind = number;
    }

    /** No gap is open, or the connection has ended and what waited will be sent again. */
    synchronized void nothingWaits(boolean gapClosed) {
        gap &= !gapClosed;
        waiting = 0;
    }

    /** The session has taken or refused all before this number. */
    synchronized void passed(long expected) {
        TreeMap<Long, String> here = current();
        while (!here.isEmpty() && here.firstKey() < expected) {
            weight -= weight(here.pollFirstEntry().getValue());
        }
    }

    /** The message under this number was taken. */
    synchronized void taken(long number) {
        String raw = current().remove(number);
        weight -= raw == null ? 0 : weight(raw);
    }

    /** {@return the first message held before this number, or under a number that was ended; null when there is none} */
    synchronized Map.Entry<Long, String> firstBefore(long number) {
        Map.Entry<Long, String> first = current().firstEntry();
        return first == null || ended.isEmpty() && first.getKey() >= number ? null : first;
    }

    /** {@return what is held under the numbers that the session is at} */
    private TreeMap<Long, String> current() {
        return ended.isEmpty() ? held : ended;
    }

    /** {@return whether a message from one number up to before another came and could not be held; asked once} */
    synchronized boolean forgot(long from, long to) {
        boolean forgot = forgottenFrom < to && forgottenTo >= from;
        if (forgottenTo < to) {
            forgottenFrom = Long.MAX_VALUE;
            forgottenTo = Long.MIN_VALUE;
        }
        return forgot;
    }

    /** {@return how many are held} */
    synchronized int size() {
        return held.size() + ended.size();
    }

    private static long weight(String raw) {
        return 1 + (raw.length() >> 10);
    }
}
