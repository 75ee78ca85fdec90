package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.LobsterBook;
import io.leakage.marketdata.wire.LobsterDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The one-step check: a row of the order book file and the next message give the next row. Where a level left, the row's deepest level
 * comes from below what the row before showed, so there its price need only lie deeper than the others.
 */
final class LobsterStep {
    private final int levels;
    private final List<String> wrong = new ArrayList<>();
    private final LobsterDecoder decoder = new LobsterDecoder(this::event);
    private LobsterBook before;
    private LobsterBook after;
    private long steps;

    LobsterStep(int levels) {
        this.levels = levels;
        this.before = new LobsterBook(levels);
        this.after = new LobsterBook(levels);
    }

    /** {@return how many steps there were} */
    long check(LobsterFiles files) throws IOException {
        for (long line = 0;; line++) {
            int message = files.messages().line();
            int row = files.books().line();
            if (message < 0 || row < 0) {
                return steps;
            }
            String damage = after.read(files.books().bytes(), files.books().position(), text(files.books(), row));
            if (line > 0 && damage == null) {
                steps++;
                damage = decoder.decode(files.messages().bytes(), files.messages().position(), text(files.messages(), message));
            }
            if (damage != null) {
                wrong.add("line " + line + ": " + damage);
            }
            LobsterBook spare = before;
            before = after;
            after = spare;
            files.messages().skip(Math.min(message + 1, files.messages().left()));
            files.books().skip(Math.min(row + 1, files.books().left()));
        }
    }

    /** {@return the first few steps that did not fit} */
    List<String> wrong() {
        return wrong.subList(0, Math.min(10, wrong.size()));
    }

    private void event(long nanos, int type, long order, long shares, long price4, boolean buy) {
        boolean fits = fits(true, buy, type, shares, price4) && fits(false, buy, type, shares, price4);
        if (!fits) {
            wrong.add("step " + steps + ": type " + type + " of " + shares + " at " + price4 + (buy ? " buy" : " sell"));
        }
    }

    private boolean fits(boolean bids, boolean buy, int type, long shares, long price4) {
        TreeMap<Long, Long> expected = side(before, bids);
        boolean full = expected.size() == levels;
        if (bids == buy) {
            switch (type) {
                case 1 -> expected.merge(bids ? -price4 : price4, shares, Long::sum);
                case 2, 3, 4 -> expected.merge(bids ? -price4 : price4, -shares, Long::sum);
                default -> {
                    // hidden executions and halts leave the book alone
                }
            }
        }
        if (expected.values().removeIf(left -> left < 0)) {
            return false;
        }
        expected.values().removeIf(left -> left == 0);
        while (expected.size() > levels) {
            expected.pollLastEntry();
        }
        TreeMap<Long, Long> told = side(after, bids);
        if (full && expected.size() < levels && told.size() == levels) {
            told.pollLastEntry();   // from below what was shown before
        }
        return expected.equals(told);
    }

    /** A side, the best first: bids by their negative price. */
    private TreeMap<Long, Long> side(LobsterBook book, boolean bids) {
        TreeMap<Long, Long> side = new TreeMap<>();
        for (int level = 0; level < levels; level++) {
            if (bids && book.bidShares(level) > 0) {
                side.put(-book.bid4(level), book.bidShares(level));
            } else if (!bids && book.offerShares(level) > 0) {
                side.put(book.offer4(level), book.offerShares(level));
            }
        }
        return side;
    }

    private static int text(ByteWindow window, int length) {
        return length > 0 && window.bytes()[window.position() + length - 1] == '\r' ? length - 1 : length;
    }
}
