package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.book.L3Books;
import io.leakage.core.book.Market;
import io.leakage.core.book.Moved;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import io.leakage.marketdata.feed.ItchFile;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.simulator.DeskMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real messages of Apple on 2020-01-30 over UDP into the bundles running in Felix, and a parent order over FIX in the middle of them. */
class AppleMorningLiveTest {
    private static final LocalDate DATE = LocalDate.of(2020, 1, 30);
    private static final Path DAY = Path.of(System.getProperty("leakage.data", "."), "itch/aapl-20200130-premarket-10k.itch50");
    private static final Path LADDER = DAY.resolveSibling("aapl-20200130-premarket-10k.ladder.csv");
    private static final int MESSAGES = 10_000;
    private static final int WINDOW = 500;

    @Test
    void theRunningBundlesBookIsTheRecordersAndGivesAParentItsArrivalPrice() throws Exception {
        Assumptions.assumeTrue(Files.exists(DAY), () -> "no recording at " + DAY);
        try (LiveDesk live = new LiveDesk(DATE)) {
            Sender sender = new Sender(live);
            try (ItchFile file = ItchFile.open(DAY, problem -> {
                throw new AssertionError(problem);
            })) {
                file.readAll(sender);
            }
            live.awaitMeasured();
            assertEquals(MESSAGES, live.venue.sent());
            assertEquals(0, live.scorecard.progress().unapplied());

            Market journaled = new Market();
            List<long[]> mids = new ArrayList<>();
            int apple = read(live.local.journal().resolve("events"), journaled, mids);
            assertEquals(Files.readAllLines(LADDER), ladder(journaled.books(apple), apple));

            ParentRow row = new ParentRow();
            assertTrue(live.scorecard.read(live.scorecard.find("APPLE"), row));
            assertEquals(midAt(mids, sender.arrival) / 2e8, row.arrivalMid(), 0.0);
            assertEquals(Status.VALID, row.status(Measure.DRIFT));
            long last = mids.get(mids.size() - 1)[1];
            assertEquals(1e4 * (last / 2e8 - row.arrivalMid()) / row.arrivalMid(), row.value(Measure.DRIFT), 1e-9);
            assertTrue(Flag.NO_FILL.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        }
    }

    /** Reads the journal into a market of its own, and writes down every mid with its time; {@return the number of AAPL} */
    private static int read(Path events, Market market, List<long[]> mids) {
        int[] apple = {-1};
        Replay replay = Replay.of(events, new LeakageEvent(), event -> {
            if (event.kind() == EventKind.NAMED && event.nameKind() == NameKind.INSTRUMENT
                    && new String(event.text(), 0, event.textLength, StandardCharsets.US_ASCII).equals("AAPL")) {
                apple[0] = event.name;
            } else if (market.apply(event) == Moved.QUOTE && event.instrument == apple[0]) {
                L3Books books = market.books(apple[0]);
                mids.add(new long[] {event.venueNanos, books.bid(apple[0]) + books.offer(apple[0])});
            }
        });
        assertEquals(List.of(), replay.damages());
        return apple[0];
    }

    private static long midAt(List<long[]> mids, long nanos) {
        long mid = Long.MIN_VALUE;
        for (long[] change : mids) {
            if (change[0] <= nanos) {
                mid = change[1];
            }
        }
        return mid;
    }

    private static List<String> ladder(L3Books books, int apple) {
        List<String> lines = new ArrayList<>(List.of("side,price,shares,orders"));
        for (Side side : Side.values()) {
            for (int level = 0; level < books.levels(apple, side); level++) {
                lines.add((side == Side.BUY ? "B," : "S,") + BigDecimal.valueOf(books.price(apple, side, level), 8).setScale(2) + ","
                        + books.shares(apple, side, level) + "," + books.orders(apple, side, level));
            }
        }
        return lines;
    }

    /** The recording to UDP, never further ahead than the bundles can follow; half way a trader sends a parent order. */
    private static final class Sender implements MessageSink {
        private final LiveDesk live;
        private long arrival;

        Sender(LiveDesk live) {
            this.live = live;
        }

        @Override
        public void packet(long receiveNanos) {
            // the sender makes packets of its own
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            live.venue.message(buffer, offset, length);
            if (sequence == MESSAGES / 2) {
                long sinceMidnight = 0;
                for (int i = 5; i < 11; i++) {
                    sinceMidnight = sinceMidnight << 8 | buffer[offset + i] & 0xFF;
                }
                arrival = DATE.atStartOfDay(ZoneId.of("America/New_York")).toEpochSecond() * 1_000_000_000L + sinceMidnight;
                live.send(new DeskMessage("D", arrival).text(11, "APPLE").text(55, "AAPL").text(54, "1").number(38, 1_000).text(40, "1")
                        .time(60, arrival));
            }
            if (sequence % WINDOW == 0) {
                live.awaitMeasured();
            }
            return true;
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            throw new AssertionError("the recording has a gap from " + fromSequence + " to " + toSequence);
        }

        @Override
        public void ended(long nextSequence) {
            // the venue goes on: no end of session
        }
    }
}
