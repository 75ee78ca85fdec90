package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.marketdata.wire.LobsterBook;
import io.leakage.marketdata.wire.LobsterDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * A LOBSTER zip. Its message file holds only what happened among the best K levels, so a book built from the messages alone drifts away
 * from the truth; its order book file has the best K levels after each message. Therefore the book comes from there, as levels (or as the top
 * where K is 1), and the messages tell what happened: executions (4 displayed, 5 hidden) print on the resting order's side, 6 is a cross,
 * 7 a trading state. A print is told before the book it left behind, both at the same time.
 *
 * <p>A level pushed out of the best K by better ones is told as gone. One thread; nothing is allocated per line.
 */
final class LobsterRecording extends DatedRecording {
    private static final long PRICE4 = 10_000;
    private static final long DEAREST = Long.MAX_VALUE / 2 / PRICE4;
    private static final char CROSS = 'X';

    private final LobsterFiles files;
    private final MarketInlet inlet;
    private final VenueDay day;
    private final LobsterDecoder decoder = new LobsterDecoder(this::event);
    private LobsterBook book;
    private LevelChanges changes;
    private int instrument = Absent.NAME;
    private long venueNanos = Absent.LONG;

    private LobsterRecording(Path path, LobsterFiles files, ZoneId zone, MarketInlet inlet, Consumer<String> problem) {
        super(files, new Complaints(path, problem));
        this.files = files;
        this.inlet = inlet;
        this.day = VenueDay.of(files.date(), zone);
    }

    /**
     * Opens a zip.
     *
     * @param zone whose midnight its seconds are counted from, on the day in its files' names
     * @throws IOException when it cannot be opened or is none
     */
    static LobsterRecording open(Path path, ZoneId zone, MarketInlet inlet, Consumer<String> problem) throws IOException {
        return new LobsterRecording(path, LobsterFiles.open(path), zone, inlet, problem);
    }

    @Override
    boolean play() throws IOException {
        int message = files.messages().line();
        int row = files.books().line();
        if (message < 0 || row < 0) {
            tail(message, row);
            return false;
        }
        messages++;
        read(visible(files.messages(), message), visible(files.books(), row));
        skipLine(files.messages(), message);
        skipLine(files.books(), row);
        return true;
    }

    private void read(int message, int row) {
        begin(row);
        String damage = decoder.decode(files.messages().bytes(), files.messages().position(), message);
        if (damage != null) {
            complaints.tell("message file, line " + messages, damage + "; the line is left out");
        } else if (book == null) {
            complaints.tell("order book file, line " + messages, "its numbers do not come in fours, expected price and size of offer and"
                    + " bid per level; no book is told");
        } else {
            tellBook(row);
        }
    }

    private void begin(int row) {
        if (instrument == Absent.NAME) {
            instrument = inlet.instrument(files.symbol());
            int levels = LobsterBook.levelsOf(files.books().bytes(), files.books().position(), row);
            book = levels == 0 ? null : new LobsterBook(levels);
            changes = new LevelChanges(Math.max(1, levels));
        }
    }

    private void event(long nanos, int type, long order, long shares, long price4, boolean buy) {
        if (venueNanos == Absent.LONG) {
            inlet.listed(instrument, messages, day.epochNanos(nanos));
        }
        venueNanos = day.epochNanos(nanos);
        boolean priced = price4 > -DEAREST && price4 < DEAREST;
        if (type == 7) {
            state(price4);
        } else if (type == 6 && priced) {
            inlet.crossed(instrument, messages, venueNanos, shares, price4 * PRICE4, CROSS, Absent.LONG);
        } else if ((type == 4 || type == 5) && priced) {
            inlet.traded(instrument, messages, venueNanos, buy ? Side.BUY : Side.SELL, shares, price4 * PRICE4, Absent.LONG);
        }
    }

    private void state(long code) {
        if (code == -1) {
            inlet.tradingState(instrument, messages, venueNanos, TradingState.HALTED);
        } else if (code == 0) {
            inlet.tradingState(instrument, messages, venueNanos, TradingState.QUOTATION);
        } else if (code == 1) {
            inlet.tradingState(instrument, messages, venueNanos, TradingState.TRADING);
        }
    }

    private void tellBook(int row) {
        String damage = book.read(files.books().bytes(), files.books().position(), row);
        if (damage != null) {
            complaints.tell("order book file, line " + messages, damage + "; the book stays as it was");
            inlet.passed(instrument, messages, venueNanos);
        } else if (book.levels() == 1) {
            boolean bid = isBid(0);
            boolean offer = isOffer(0);
            inlet.quoted(instrument, messages, venueNanos, bid ? book.bid4(0) * PRICE4 : Absent.LONG, bid ? book.bidShares(0) : Absent.LONG,
                    offer ? book.offer4(0) * PRICE4 : Absent.LONG, offer ? book.offerShares(0) : Absent.LONG);
        } else {
            tellLevels();
        }
    }

    private void tellLevels() {
        changes.begin();
        for (int level = 0; level < book.levels(); level++) {
            if (isBid(level)) {
                changes.put(Side.BUY, book.bid4(level) * PRICE4, book.bidShares(level), 0);
            }
            if (isOffer(level)) {
                changes.put(Side.SELL, book.offer4(level) * PRICE4, book.offerShares(level), 0);
            }
        }
        if (changes.tell(inlet, instrument, messages, venueNanos) == 0) {
            inlet.passed(instrument, messages, venueNanos);
        }
    }

    private boolean isBid(int level) {
        return book.bidShares(level) > 0 && book.bid4(level) > LobsterBook.NO_BID && book.bid4(level) < DEAREST;
    }

    private boolean isOffer(int level) {
        return book.offerShares(level) > 0 && book.offer4(level) < LobsterBook.NO_OFFER && book.offer4(level) > -DEAREST;
    }

    private void tail(int message, int row) throws IOException {
        tail("message file", files.messages());
        tail("order book file", files.books());
        if (message >= 0 != row >= 0 && complaints.problems() == 0) {
            complaints.tell((message < 0 ? "message" : "order book") + " file, line " + (messages + 1),
                    "the file ends here, expected as many lines as in the other");
        }
        if (messages == 0 && complaints.problems() == 0) {
            complaints.tell("message file, line 1", "the file is empty, expected an event");
        }
    }

    @Override
    void end() {
        inlet.ended(messages + 1);
    }

    private void tail(String which, ByteWindow window) throws IOException {
        if (window.broken() != null) {
            complaints.tell(which + ", line " + (messages + 1), window.broken() + ", expected more lines");
        } else if (window.left() > 0 && window.line() < 0) {
            complaints.tell(which + ", line " + (messages + 1), "a line of more than " + window.left() + " bytes, expected fewer");
        }
    }

    /** The line without the carriage return that some systems put before its end. */
    private static int visible(ByteWindow window, int length) {
        return length > 0 && window.bytes()[window.position() + length - 1] == '\r' ? length - 1 : length;
    }

    private static void skipLine(ByteWindow window, int length) {
        window.skip(Math.min(length + 1, window.left()));
    }

    @Override
    public long venueNanos() {
        return venueNanos;
    }

    @Override
    public List<String> doubts() {
        return List.of();
    }
}
