package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.core.book.L3Books;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The product's books, told what the venue said, are the venue's own: at the end of the day and at every best price on the way. */
class BooksAgreeTest {
    private static final SimulatedDay DAY = SimulatedDay.run(DayOptions.ofSeed(11).minutes(5).symbols(3));

    private final L3Books books = new L3Books();

    @Test
    void theProductsBooksAreTheVenuesOwn() throws IOException {
        int compared = 0;
        List<ItchReader.Message> messages = messages();
        for (int i = 0; i < messages.size(); i++) {
            ItchReader.Message m = messages.get(i);
            apply(m, m.locate());
            boolean last = i + 1 == messages.size() || messages.get(i + 1).nanos() > m.nanos();
            if (last && m.locate() > 0) {
                QuoteHistory quotes = DAY.quotes(DAY.symbols().get(m.locate() - 1));
                if (quotes.doubleMid(m.nanos()) != QuoteHistory.NO_PRICE) {
                    assertEquals(quotes.bid(m.nanos()), books.bid(m.locate()));
                    assertEquals(quotes.offer(m.nanos()), books.offer(m.locate()));
                    compared++;
                }
            }
        }
        assertTrue(compared > 10_000, compared + " instants compared");
        assertEquals(0, books.unapplied());
        for (int locate = 1; locate <= 3; locate++) {
            assertFalse(books.suspect(locate));
            assertEquals(DAY.ladder(DAY.symbols().get(locate - 1), Side.BUY), ladder(locate, Side.BUY));
            assertEquals(DAY.ladder(DAY.symbols().get(locate - 1), Side.SELL), ladder(locate, Side.SELL));
        }
    }

    @Test
    void theVenuesCountsAreTheTapes() throws IOException {
        List<ItchReader.Message> messages = messages();

        assertEquals(messages.size(), DAY.marketMessages());
        for (char type : ItchReader.LENGTHS.keySet()) {
            assertEquals(messages.stream().filter(m -> m.type() == type).count(), DAY.marketMessages(type), () -> "type " + type);
        }
    }

    private void apply(ItchReader.Message m, int locate) {
        switch (m.type()) {
            case 'A', 'F' -> books.added(locate, m.number(11, 8), m.bytes()[19] == 'B' ? Side.BUY : Side.SELL, m.number(20, 4),
                    m.number(32, 4) * 10_000);
            case 'E', 'C' -> books.executed(locate, m.number(11, 8), m.number(19, 4));
            case 'X' -> books.cancelled(locate, m.number(11, 8), m.number(19, 4));
            case 'D' -> books.deleted(locate, m.number(11, 8));
            case 'U' -> books.replaced(locate, m.number(11, 8), m.number(19, 8), m.number(27, 4), m.number(31, 4) * 10_000);
            default -> { }
        }
    }

    private List<BookLevel> ladder(int locate, Side side) {
        List<BookLevel> ladder = new ArrayList<>();
        for (int depth = 0; depth < books.levels(locate, side); depth++) {
            ladder.add(new BookLevel(books.price(locate, side, depth), books.shares(locate, side, depth),
                    books.orders(locate, side, depth)));
        }
        return ladder;
    }

    private static List<ItchReader.Message> messages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DAY.market().writeTo(out);
        return ItchReader.read(out.toByteArray());
    }
}
