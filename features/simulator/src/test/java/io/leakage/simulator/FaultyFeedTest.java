package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.SequenceCounts;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A market of 20,000 messages through every kind of fault. */
class FaultyFeedTest {
    private static final Tape MARKET = market();
    private static final long HOUR = 3_600_000_000_000L;

    private final Listener heard = new Listener();

    @Test
    void withoutFaultsEveryMessageComesOnceAndInOrder() {
        SequenceCounts counts = play(Faults.NONE, 1);

        assertEquals(MARKET.size(), counts.messages());
        assertEquals(List.of(), heard.told());
        assertTrue(heard.resting.isSameAs(truth()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsLostReorderedDoubledOrDamagedIsMadeUpForByTheRequestServer(long seed) {
        SequenceCounts counts = play(Faults.NONE.loss(0.01, 0.01).reordering(0.02).duplication(0.02).corruption(0.01)
                .servers(true, 0.05, false), seed);

        assertEquals(MARKET.size(), counts.messages());
        assertEquals(0, counts.lost());
        assertTrue(counts.gaps() > 10 && counts.gaps() == heard.count("filled"), counts.gaps() + " gaps, " + heard.told());
        assertTrue(heard.resting.isSameAs(truth()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatNobodyRepeatsASnapshotMakesUpFor(long seed) {
        SequenceCounts counts = play(Faults.NONE.loss(0, 0.002).servers(false, 0, true), seed);

        assertTrue(counts.snapshots() > 0 && counts.lost() > 0, counts.snapshots() + " snapshots, lost " + counts.lost());
        assertEquals(counts.snapshots(), heard.count("recovered"));
        assertTrue(heard.resting.isSameAs(truth()), heard.resting.size() + " orders rest, in truth " + truth().size());
    }

    @Test
    void whatNobodyMakesUpForIsToldAsAGap() {
        SequenceCounts counts = play(Faults.NONE.loss(0, 0.01).servers(false, 0, false), 4);

        assertEquals(MARKET.size() - counts.lost(), counts.messages());
        assertTrue(counts.lost() > 0);
        assertEquals(counts.lost(), heard.missed);
    }

    @Test
    void silencesAreToldAndWhatTheySwallowedIsAskedFor() {
        SequenceCounts counts = play(Faults.NONE.silences(0.0005, 5_000_000_000L), 5);

        assertTrue(heard.count("silent true") > 0, heard.told()::toString);
        assertEquals(heard.count("silent true"), heard.count("silent false"));
        assertEquals(MARKET.size(), counts.messages() + counts.lost());
        assertTrue(heard.resting.isSameAs(truth()));
    }

    @Test
    void anotherSessionBringsTheBooksAnew() {
        SequenceCounts counts = play(Faults.NONE.loss(0.01, 0).sessionChange(10 * HOUR + HOUR / 120), 6);

        assertEquals(1, heard.count("session"));
        assertEquals(2, counts.sessions());
        assertTrue(heard.resting.isSameAs(truth()));
    }

    @Test
    void theSameSeedGivesTheSameCallsAndAnotherOthers() {
        Faults all = Faults.NONE.loss(0.02, 0.01).reordering(0.05).duplication(0.05).corruption(0.02).silences(0.0005, 3_000_000_000L)
                .servers(true, 0.2, true);
        play(all, 7);
        Listener again = new Listener();
        play(all, 7, again);
        Listener other = new Listener();
        play(all, 8, other);

        assertEquals(heard.calls, again.calls);
        assertTrue(!heard.calls.equals(other.calls));
        assertTrue(heard.resting.isSameAs(truth()));
        assertTrue(other.resting.isSameAs(truth()));
    }

    private SequenceCounts play(Faults faults, long seed) {
        return play(faults, seed, heard);
    }

    private static SequenceCounts play(Faults faults, long seed, Listener listener) {
        FaultyFeed feed = new FaultyFeed(MARKET, faults, seed, RecoveryLimits.DEFAULT, 0, listener);
        feed.until(10 * HOUR);
        feed.finish();
        assertTrue(feed.lines().resequencer().isEnded(), "the day did not end");
        return feed.lines().resequencer().counts();
    }

    private static RestingOrders truth() {
        RestingOrders truth = new RestingOrders();
        for (int i = 0; i < MARKET.size(); i++) {
            MARKET.send(i, truth);
        }
        return truth;
    }

    /** Ten stocks from ten o'clock on, a message each 3 ms: adds, and now and then a cancel, an execution, a replacement, a deletion. */
    private static Tape market() {
        Tape tape = new Tape();
        ItchWriter writer = new ItchWriter(tape);
        long nanos = 10 * HOUR;
        for (int locate = 1; locate <= 10; locate++) {
            writer.directory(locate, nanos, "S" + locate);
            writer.tradingAction(locate, nanos, "S" + locate, 'T');
        }
        for (int i = 20; i < 20_000; i++) {
            nanos += 3_000_000;
            int locate = 1 + i % 10;
            switch (i % 5) {
                case 3 -> writer.cancelled(locate, nanos, i - 10 - i % 3, 10);
                case 4 -> writer.deleted(locate, nanos, i - 11 - i % 3);
                default -> writer.add(locate, nanos, i, io.leakage.api.event.Side.BUY, 100, "S" + locate, 10_000_000_000L);
            }
        }
        return tape;
    }

    /** Keeps the books as they are told, and every call. */
    private static final class Listener implements LiveSink {
        private final List<String> calls = new ArrayList<>();
        private RestingOrders resting = new RestingOrders();
        private long missed;

        List<String> told() {
            return calls.stream().filter(call -> !call.matches("[0-9a-f]+|ended .*")).toList();
        }

        long count(String beginning) {
            return calls.stream().filter(call -> call.startsWith(beginning)).count();
        }

        @Override
        public void packet(long receiveNanos) {
        }

        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            calls.add(HexFormat.of().formatHex(buffer, offset, offset + length));
            resting.message(buffer, offset, length);
            return true;
        }

        @Override
        public void gap(long fromSequence, long toSequence) {
            calls.add("gap " + fromSequence + " " + toSequence);
            missed += toSequence - fromSequence;
        }

        @Override
        public void ended(long sequence) {
            calls.add("ended " + sequence);
        }

        @Override
        public void filled() {
            calls.add("filled");
        }

        @Override
        public void recovering() {
            calls.add("recovering");
            resting = new RestingOrders();
        }

        @Override
        public void recovered(long sequence) {
            calls.add("recovered " + sequence);
        }

        @Override
        public void silent(boolean silent) {
            calls.add("silent " + silent);
        }

        @Override
        public void lagging(long nanos) {
            calls.add("lagging " + nanos);
        }

        @Override
        public void sessionChanged() {
            calls.add("session");
            resting = new RestingOrders();
        }

        @Override
        public long venueNanos() {
            return Long.MIN_VALUE;
        }
    }
}
