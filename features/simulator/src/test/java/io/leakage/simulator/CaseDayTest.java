package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseDayTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<DeskMessage> copied = new ArrayList<>();
    private final List<DeskMessage> answered = new ArrayList<>();
    private CaseDay last;

    private byte[] play(double predator, long switchAfterSeconds, DeskMessage request) throws IOException {
        copied.clear();
        answered.clear();
        Tape tape = new Tape();
        CaseDay day = new CaseDay(new CaseDay.Options(7, predator, 20, 4_000), tape);
        long at = CaseDay.midnightNanos() + Stretch.OPEN.toNanoOfDay() + (20 + switchAfterSeconds) * SECOND;
        boolean asked = request == null;
        boolean goesOn = true;
        while (goesOn) {
            if (!asked && day.now() >= at) {
                day.request(request);
                asked = true;
            }
            goesOn = day.step();
            copied.addAll(day.takeOrders());
            answered.addAll(day.takeAnswers());
        }
        assertEquals(4_000, day.executed());
        last = day;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tape.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static DeskMessage replace(String original, String strategy) {
        return new DeskMessage("G", 0).text(11, "R1").text(41, original).text(847, strategy);
    }

    @Test
    void theSameOptionsAndRequestsGiveTheSameBytes() throws IOException {
        byte[] once = play(1, 60, replace(CaseDay.PARENT, Algo.LIQUIDITY_SEEKER.wire()));

        assertArrayEquals(once, play(1, 60, replace(CaseDay.PARENT, Algo.LIQUIDITY_SEEKER.wire())));
    }

    @Test
    void aReplaceIsTakenThenInForceOnSessionAndDropCopyAlikeAndThePatternIsGone() throws IOException {
        play(1, 60, replace(CaseDay.PARENT, Algo.LIQUIDITY_SEEKER.wire()));

        assertEquals(List.of("E", "5"), answered.stream().map(message -> message.get(150)).toList());
        assertTrue(copied.containsAll(answered));
        DeskMessage inForce = answered.get(1);
        assertEquals("R1", inForce.get(11));
        assertEquals(CaseDay.PARENT, inForce.get(41));
        assertEquals("1003", inForce.get(847));
        assertEquals(Algo.LIQUIDITY_SEEKER, last.algo());
        List<DeskMessage> after = copied.stream().filter(one -> one.type().equals("D") && one.sentNanos() > inForce.sentNanos()).toList();
        assertTrue(after.size() > 3, after.toString());
        assertTrue(after.stream().noneMatch(one -> one.get(38).equals("200") || one.get(59).equals("3")), after.toString());
    }

    @Test
    void aStrategyThereIsNotAndAnOrderNotInForceAreRefused() throws IOException {
        play(0, 60, replace(CaseDay.PARENT, "7"));
        assertEquals(List.of("9"), answered.stream().map(DeskMessage::type).toList());
        assertEquals(Algo.VWAP, last.algo());

        play(0, 60, replace("OTHER", Algo.LIQUIDITY_SEEKER.wire()));
        assertEquals(List.of("9"), answered.stream().map(DeskMessage::type).toList());
    }

    @Test
    void thePredatorMakesThePatternDearAndWhoHidesPaysLess() throws IOException {
        play(0, 0, null);
        double alone = last.averagePrice();
        play(1, 0, null);
        double preyed = last.averagePrice();
        play(1, 40, replace(CaseDay.PARENT, Algo.LIQUIDITY_SEEKER.wire()));

        // of a price near 100 a basis point is 1e6: half of one, and they differ by 0.9
        assertTrue(preyed - alone > 5e5, preyed + " beside " + alone);
        assertTrue(preyed - last.averagePrice() > 5e5, preyed + " beside " + last.averagePrice());
    }
}
