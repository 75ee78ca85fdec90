package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.DayEnd;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * When an order's day ends, by its source's calendar and its TimeInForce (59): day, at the opening, immediate, fill or kill and at the
 * close end with the day, all else outlives it. A NewOrderSingle without 59 is of the day, another message without it does not say.
 * One thread.
 */
final class TradingDay {
    private static final long SECOND = 1_000_000_000L;

    private final Watched watched;
    private final DayEnd end;
    private final int timeInForce;
    /** The day last asked for: behind the first, up to the second. */
    private long begins;
    private long ends;

    /** @param end null for a source without a calendar */
    TradingDay(Watched watched, DayEnd end) {
        this.watched = watched;
        this.end = end;
        this.timeInForce = end == null ? -1 : watched.add(59);
    }

    /** Reads it. */
    void settle(OrderMessage message) {
        if (end == null || message.isOfQuotes()) {
            return;
        }
        long told = watched.slice(timeInForce);
        long nanos = message.transactNanos == Absent.LONG ? message.sendingNanos : message.transactNanos;
        if (told != OrderMessage.NO_TEXT && !isOfDay(message, told)) {
            message.dayEndNanos = Long.MAX_VALUE;
        } else if (nanos != Absent.LONG && (told != OrderMessage.NO_TEXT || message.msgType == 'D')) {
            message.dayEndNanos = endAfter(nanos);
        }
    }

    private static boolean isOfDay(OrderMessage message, long told) {
        return OrderMessage.length(told) == 1 && switch (message.raw[OrderMessage.offset(told)]) {
            case '0', '2', '3', '4', '7' -> true;
            default -> false;
        };
    }

    /** {@return the end of the day a time lies in; what happens at the end is still of that day} */
    private long endAfter(long nanos) {
        if (nanos <= begins || nanos > ends) {
            ZonedDateTime at = Instant.ofEpochSecond(Math.floorDiv(nanos - 1, SECOND), Math.floorMod(nanos - 1, SECOND)).atZone(end.zone());
            ZonedDateTime next = at.with(end.at());
            next = next.isAfter(at) ? next : at.toLocalDate().plusDays(1).atTime(end.at()).atZone(end.zone());
            begins = nanos - 1;
            ends = next.toEpochSecond() * SECOND + next.getNano();
        }
        return ends;
    }
}
