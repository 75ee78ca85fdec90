package io.leakage.core.engine;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Days;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import io.leakage.core.score.DayRows;
import io.leakage.core.score.HeapScoreStore;
import io.leakage.core.score.StoredScorecard;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Three days of a desk, 2 to 4 January 2026 in UTC, journalled and scored on the spot. Each begins and fills one order, D1 to D3; N1 begins
 * at 23:59 of the first and is filled on the second; the third is today.
 */
final class ThreeDays implements AutoCloseable {
    static final long MILLI = 1_000_000L;
    static final long DAY = 86_400_000 * MILLI;
    static final LocalDate FIRST = LocalDate.of(2026, 1, 2);
    static final LocalDate SECOND = FIRST.plusDays(1);
    static final LocalDate TODAY = FIRST.plusDays(2);

    final long midnight = Math.floorDiv(Tape.START, DAY) * DAY;
    final StoredScorecard scorecard = new StoredScorecard(new HeapScoreStore("memory"));
    private final Inlets inlets;
    private final Pipeline pipeline = new Pipeline();
    private final Outlet outlet = new Outlet(scorecard, pipeline, null);
    private final ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final Days days = new Days(ZoneId.of("UTC"));
    private final Journal journal;
    private long sequence;
    private long ref;

    ThreeDays(Path directory) {
        journal = Journal.open(TailEngine.events(directory), Replay.CONTENT, 1 << 16);
        DirectSlots slots = new DirectSlots(this::handle);
        long[] raw = {0};
        inlets = new Doors(new Names(), () -> slots, source -> (bytes, offset, length) -> raw[0]++);
        day(0);
        night(DAY - 60_000 * MILLI);
        day(1);
        orders().accept(new Tape.Message('8', midnight + DAY + 36_001_000 * MILLI, "SYM").id("N1").execution("XN1").exec('F', '2')
                .side(Side.BUY).quantity(30).last(30, "100.10").message());
        day(2);
        settle(2 * DAY + 37_000_000 * MILLI);
    }

    /** {@return how much memory the largest of the days' orders take} */
    long ordersFit(int orders) {
        return orders * Math.max(Math.max(bytes("D1"), bytes("D2")), Math.max(bytes("D3"), bytes("N1")));
    }

    /** {@return how much memory an order takes, with its evidence} */
    long bytes(String id) {
        ParentRow row = new ParentRow();
        scorecard.read(scorecard.find(id), row);
        DayRows rows = new DayRows();
        rows.put(row);
        rows.put(row.number(), pipeline.card(row.number()));
        ChildRow child = new ChildRow();
        for (int i = 0; i < row.children() && scorecard.readChild(row.number(), i, child); i++) {
            rows.put(child);
        }
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills() && scorecard.readFill(row.number(), i, fill); i++) {
            rows.put(fill);
        }
        return rows.bytes();
    }

    OrderInlet orders() {
        return inlets.orders("street");
    }

    /** At ten o'clock of a day an order, filled a second later. */
    void day(int day) {
        long begin = midnight + day * DAY + 36_000_000 * MILLI;
        clock(begin - 1000 * MILLI);
        MarketInlet market = inlets.market("feed", WhenFull.WAIT);
        market.session(++sequence, begin - 900 * MILLI, 'O');
        for (String symbol : List.of("SYM", "OTHER")) {
            int instrument = market.instrument(symbol);
            market.listed(instrument, ++sequence, begin - 800 * MILLI);
            for (int i = 0; i < 20; i++) {
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.9" + i % 9));
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.SELL, 100, Tape.price("100.1" + i % 9));
            }
        }
        String id = String.valueOf(day + 1);
        orders().accept(new Tape.Message('D', begin, "SYM").id("D" + id).side(Side.SELL).quantity(50).message());
        orders().accept(new Tape.Message('8', begin + 500 * MILLI, "SYM").id("D" + id).execution("X" + id).exec('F', '2').side(Side.SELL)
                .quantity(50).last(50, "99.98").message());
        for (int i = 0; i < 50; i++) {
            market.added(market.instrument("OTHER"), ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
            market.added(market.instrument("SYM"), ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
        }
    }

    private void night(long since) {
        clock(midnight + since);
        orders().accept(new Tape.Message('D', midnight + since, "SYM").id("N1").side(Side.BUY).quantity(30).message());
    }

    void settle(long since) {
        clock(midnight + since);
    }

    private void clock(long nanos) {
        if (days.isOver(nanos)) {
            journal.day(days.turn(nanos));
        }
        inlets.desk().clock(nanos, ClockState.LOCKED, 100);
    }

    private void handle(LeakageEvent event) {
        frame.clear();
        Frame.write(event, frame);
        journal.append(frame.flip());
        pipeline.onEvent(event);
        outlet.onEvent(event, true);
        pipeline.release(event);
    }

    @Override
    public void close() {
        journal.close();
    }
}
