package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.NameKind;
import io.leakage.core.book.Listing;
import io.leakage.core.book.PrintTape;
import io.leakage.core.book.QuoteTape;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/** {@link HistoryTable#QUOTES} and {@link HistoryTable#TRADES}: what the books made of an event. */
final class MarketRecords {
    private static final int BID = 0;
    private static final int OFFER = 1;
    private static final int FLAGS = 2;
    private static final int PRINTED = 3;
    private static final int WORDS = 4;

    private final Teller out;
    /** What was told last of each instrument. */
    private long[] last = new long[0];

    MarketRecords(Teller out) {
        this.out = out;
    }

    /** @param listing the event's instrument as it stands after it */
    void write(LeakageEvent event, Listing listing) {
        int at = place(event.instrument);
        boolean printed = isTrade(event.kind()) && hasPrinted(listing.prints(), at);
        QuoteTape tape = listing.tape();
        int row = tape.last();
        boolean quoted = row >= 0 && (tape.bid(row) != last[at + BID] || tape.offer(row) != last[at + OFFER]
                || tape.flags(row) != last[at + FLAGS]);
        if (quoted) {
            last[at + BID] = tape.bid(row);
            last[at + OFFER] = tape.offer(row);
            last[at + FLAGS] = tape.flags(row);
        }
        if (out.isSilent()) {
            return;
        }
        if (isTrade(event.kind())) {
            trade(event, printed ? listing.prints() : null);
        }
        if (quoted) {
            quote(event, tape, row);
        }
    }

    private boolean hasPrinted(PrintTape prints, int at) {
        boolean printed = prints.printed() != last[at + PRINTED];
        last[at + PRINTED] = prints.printed();
        return printed;
    }

    private static boolean isTrade(EventKind kind) {
        return switch (kind) {
            case EXECUTED, EXECUTED_AT, TRADED, CROSSED, BROKEN -> true;
            default -> false;
        };
    }

    private void trade(LeakageEvent event, PrintTape prints) {
        out.begin(HistoryTable.TRADES, event.venueNanos, event.instrument);
        if (prints == null) {
            boolean priced = event.kind() != EventKind.EXECUTED && event.kind() != EventKind.BROKEN;
            out.units(priced ? event.price : Absent.LONG);
            out.number(event.quantity);
            out.nothing();
        } else {
            long print = prints.printed() - 1;
            out.units(prints.price(print));
            out.number(prints.shares(print));
            int aggressor = prints.aggressor(print);
            out.side(aggressor == 0 ? null : aggressor > 0 ? Side.BUY : Side.SELL);
        }
        out.number(event.otherRef);
        out.text(event.kind().name());
        out.flag(event.kind() != EventKind.BROKEN && (event.kind() != EventKind.EXECUTED_AT || event.on));
        source(event);
    }

    private void quote(LeakageEvent event, QuoteTape tape, int row) {
        out.begin(HistoryTable.QUOTES, tape.nanos(row), event.instrument);
        out.units(tape.bid(row));
        out.units(tape.offer(row));
        out.number(tape.bidShares(row));
        out.number(tape.offerShares(row));
        out.number(tape.flags(row));
        source(event);
    }

    private void source(LeakageEvent event) {
        out.name(NameKind.FEED, event.source);
        out.number(event.sequence);
        out.end();
    }

    private int place(int instrument) {
        int at = instrument * WORDS;
        if (at + WORDS > last.length) {
            int from = last.length;
            last = Arrays.copyOf(last, Math.max(at + WORDS, 2 * last.length));
            Arrays.fill(last, from, last.length, Absent.LONG);
            for (int i = from + PRINTED; i < last.length; i += WORDS) {
                last[i] = 0;
            }
        }
        return at;
    }
}
