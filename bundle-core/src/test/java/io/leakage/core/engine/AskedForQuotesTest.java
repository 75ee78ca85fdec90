package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Ask;
import io.leakage.api.score.Ask.Outcome;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.NameKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requests for quotes in one instrument, quoted 99.99 to 100.01 unless it says otherwise. */
class AskedForQuotesTest {
    private final Scene scene = new Scene(Scene.Order.NONE);

    private static Tape.Message asks(double millis, String id, String... firms) {
        return new Tape.Message('R', Scene.nanos(millis)).quote(id, null).side(Side.BUY).quantity(500).asks(firms);
    }

    private static Tape.Message quotes(double millis, String id, String quote, String firm) {
        return new Tape.Message('S', Scene.nanos(millis)).quote(id, quote).asks(firm).prices("99.98", "100.02");
    }

    private static Tape.Message answers(double millis, String quote, int response) {
        return new Tape.Message('J', Scene.nanos(millis)).quote(null, quote).answers(response);
    }

    private void tell(Tape.Message... messages) {
        for (Tape.Message message : messages) {
            scene.orders.accept(message.message());
        }
    }

    private List<Ask> asks() {
        return scene.engine.scorecard().asks();
    }

    private Ask ask(String firm) {
        return asks().stream().filter(ask -> firm.equals(scene.engine.scorecard().text(NameKind.TEXT, ask.counterparty()))).findFirst()
                .orElseThrow();
    }

    private Map<String, Outcome> outcomes() {
        return asks().stream().collect(Collectors.toMap(ask -> scene.engine.scorecard().text(NameKind.TEXT, ask.counterparty()),
                Ask::outcome, (one, other) -> other, TreeMap::new));
    }

    @Test
    void whoseQuoteIsHitWinsAndTheOthersLose() {
        tell(asks(10, "R", "A", "B", "C"), quotes(20, "R", "QA", "A"), quotes(21, "R", "QB", "B"));
        assertEquals(Map.of("A", Outcome.OPEN, "B", Outcome.OPEN, "C", Outcome.OPEN), outcomes());

        tell(answers(30, "QB", 1));
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.WON, "C", Outcome.LOST), outcomes());
        assertEquals(Tape.price("100.02"), ask("A").offer());
        assertEquals(Absent.LONG, ask("C").offer());
        assertEquals(500, ask("C").quantity());
    }

    /** Tells all in order, and then shuffled: asks and outcomes are the same. */
    private void anyOrderTellsTheSame(Tape.Message... messages) {
        List<Tape.Message> all = new ArrayList<>(List.of(messages));
        tell(messages);
        scene.passed(20_000);
        for (int seed = 0; seed < 40; seed++) {
            Collections.shuffle(all, new Random(seed));
            Scene other = new Scene(Scene.Order.NONE);
            all.forEach(message -> other.orders.accept(message.message()));
            other.passed(20_000);
            assertEquals(told(scene), told(other), "seed " + seed);
        }
    }

    @Test
    void theOrderOfTheMessagesAndThoseSentAgainChangeNothing() {
        anyOrderTellsTheSame(asks(10, "R", "A"), asks(10.5, "R", "B"), quotes(20, "R", "QA", "A"), quotes(22, "R", "QA2", "A"),
                quotes(21, "R", "QB", "B"), answers(30, "QB", 1), answers(31, "QA", 6), asks(10, "R", "A").again(),
                answers(30, "QB", 1).again());
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.WON), outcomes());
    }

    private static Tape.Message answersTo(double millis, String request, String quote, int response) {
        return new Tape.Message('J', Scene.nanos(millis)).quote(request, quote).answers(response);
    }

    @Test
    void theOrderOfAnswersThatNameTheirRequestChangesNothing() {
        anyOrderTellsTheSame(asks(10, "R", "A", "B"), quotes(20, "R", "QA", "A"), quotes(21, "R", "QB", "B"), answersTo(30, "R", "QB", 1),
                asks(10, "R2", "C"), answersTo(31, "R2", null, 6), asks(11, "R3", "D"), answersTo(32, "R3", null, 1),
                asks(12, "R4", "E", "F"), answersTo(33, "R4", "QE", 6), quotes(22, "R4", "QE", "E"),
                new Tape.Message('Z', Scene.nanos(40)).quote("R3", null));
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.WON, "C", Outcome.LOST, "D", Outcome.WON, "E", Outcome.LOST,
                "F", Outcome.OPEN), outcomes());
    }

    @Test
    void aHitThatNamesARequestNotHeardOfYetIsKept() {
        tell(answersTo(30, "R", "QA", 1), quotes(20, "R", "QA", "A"), asks(10, "R", "A", "B"));

        assertEquals(Map.of("A", Outcome.WON, "B", Outcome.LOST), outcomes());
    }

    @Test
    void aQuoteIdUsedAgainForAnotherRequestOrFirmIsAnotherQuote() {
        tell(asks(10, "R1", "A"), quotes(20, "R1", "1", "A"), answers(30, "1", 1), asks(40, "R2", "B"), quotes(50, "R2", "1", "B"));
        assertEquals(Map.of("A", Outcome.WON, "B", Outcome.OPEN), outcomes());

        tell(asks(60, "R3", "C", "D"), quotes(61, "R3", "2", "C"), answersTo(62, "R3", "2", 6), quotes(63, "R3", "2", "D"));
        assertEquals(Outcome.LOST, outcomes().get("C"));
        assertEquals(Outcome.OPEN, outcomes().get("D"));

        tell(asks(70, "R4", "E"), answersTo(71, "R4", "1", 1));
        assertEquals(Outcome.WON, outcomes().get("E"), "the answer names another request than the quote known by its id");
        assertEquals(Outcome.OPEN, outcomes().get("B"));
    }

    @Test
    void oneFirmsCancelOrPassIsItsAloneEvenWhenToldBeforeItsQuote() {
        anyOrderTellsTheSame(asks(10, "R", "A", "B", "C"), new Tape.Message('Z', Scene.nanos(31)).quote("R", "QA"),
                answersTo(32, "R", "QB", 6), quotes(20, "R", "QA", "A"), quotes(20, "R", "QB", "B"));
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.LOST, "C", Outcome.OPEN), outcomes());
    }

    @Test
    void ofAnswersToQuotesNeverToldOnlyTheNewestAreKept() {
        for (int i = 0; i <= 8192; i++) {
            tell(answers(5, "Q" + i, 1));
        }
        tell(asks(10, "R0", "A"), quotes(20, "R0", "Q0", "A"), asks(10, "R1", "B"), quotes(20, "R1", "Q1", "B"));

        assertEquals(Map.of("A", Outcome.OPEN, "B", Outcome.WON), outcomes());
    }

    @Test
    void aCancelThatNamesARequestAndAQuoteNobodyPlacedYetIsOneFirmsOnly() {
        tell(asks(10, "R", "A", "B"), answers(30, "Q", 2), new Tape.Message('Z', Scene.nanos(31)).quote("R", "Q"));
        assertEquals(Map.of("A", Outcome.OPEN, "B", Outcome.OPEN), outcomes());

        tell(quotes(20, "R", "Q", "B"));
        assertEquals(Map.of("A", Outcome.OPEN, "B", Outcome.LOST), outcomes());
    }

    private static List<String> told(Scene of) {
        int parent = of.engine.scorecard().find("P");
        return of.engine.scorecard().asks().stream().map(ask -> name(of, ask) + ask.outcome() + ask.nanos() + ask.side() + ask.bid()
                + (ask.parent() < 0 ? " apart " : ask.parent() == parent ? " of P " : " placed ") + ask.after()).sorted().toList();
    }

    private static String name(Scene of, Ask ask) {
        return of.engine.scorecard().text(NameKind.ORDER, ask.request()) + "/"
                + of.engine.scorecard().text(NameKind.TEXT, ask.counterparty());
    }

    private List<String> winners() {
        return asks().stream().filter(ask -> ask.outcome() == Outcome.WON).map(ask -> name(scene, ask)).sorted().toList();
    }

    private static Tape.Message sent(double millis, String id) {
        return new Tape.Message('D', Scene.nanos(millis)).id(id).side(Side.BUY).quantity(500);
    }

    private static Tape.Message fills(double millis, String id, String execution, String firm) {
        return new Tape.Message('8', Scene.nanos(millis)).id(id).execution(execution).exec('F', '1').last(100, "100.01").counterparty(firm);
    }

    private static Tape.Message isNew(double millis, String id, String parent) {
        return new Tape.Message('8', Scene.nanos(millis)).id(id).parent(parent).side(Side.BUY).quantity(500).exec('0', '0');
    }

    @Test
    void aFillTakesTheNewestRequestInWhichItsFirmWasAskedByThen() {
        anyOrderTellsTheSame(sent(5, "O"), asks(10, "R1", "A", "B").id("O"), asks(50, "R2", "A", "C").id("O"),
                asks(90, "R3", "A").id("O"), fills(60, "O", "E1", "A"));
        assertEquals(List.of("R2/A"), winners());

        tell(fills(20, "O", "E2", "B"));
        assertEquals(List.of("R1/B", "R2/A"), winners());
    }

    @Test
    void aFillTakesARequestOfItsOrderBeforeOneOfItsParent() {
        anyOrderTellsTheSame(sent(5, "P"), asks(20, "RP", "A", "B").id("P"), isNew(6, "C", "P"), asks(10, "RC", "A").id("C"),
                fills(30, "C", "E1", "A"));
        assertEquals(List.of("RC/A"), winners());

        tell(fills(40, "C", "E2", "B"));
        assertEquals(List.of("RC/A", "RP/B"), winners());
    }

    @Test
    void whoIsOutBeforeTheFillHasNotSoldAndWhoIsOutLaterHas() {
        anyOrderTellsTheSame(sent(5, "O"), asks(10, "R1", "A").id("O"), asks(50, "R2", "A").id("O"), quotes(51, "R2", "Q", "A"),
                answersTo(55, "R2", "Q", 6), fills(60, "O", "E1", "A"), new Tape.Message('Z', Scene.nanos(70)).quote("R1", null));
        assertEquals(List.of("R1/A"), winners());
    }

    @Test
    void aFillTakenBackHasNoWinner() {
        anyOrderTellsTheSame(sent(5, "O"), asks(10, "R", "A", "B").id("O"), fills(60, "O", "E1", "A"),
                new Tape.Message('8', Scene.nanos(70)).id("O").execution("E2").reference("E1").exec('H', '1'));
        assertEquals(List.of(), winners());
        assertEquals(Outcome.OPEN, ask("B").outcome());
    }

    @Test
    void anOrderThatComesUnderAParentTakesThatParentsRequestsToo() {
        anyOrderTellsTheSame(asks(10, "R", "A", "B").parent("P"), isNew(11, "C", "P"), fills(30, "C", "E", "A"), sent(5, "P"));
        assertEquals(List.of("R/A"), winners());
        assertEquals(scene.engine.scorecard().find("P"), ask("B").parent());
    }

    @Test
    void aRequestThatNamesAnOrderBetweenIsOfTheParentAboveIt() {
        anyOrderTellsTheSame(asks(20, "R", "A").parent("M"), isNew(7, "C", "M"), isNew(6, "M", "P"), sent(5, "P"));

        int parent = scene.engine.scorecard().find("P");
        assertEquals(parent, ask("A").parent());
        assertEquals(4, ask("A").after().size());
    }

    @Test
    void anIdOfAnOrderFinishedYesterdayMeansTodaysOrderWhichIsYetToCome() {
        tell(sent(5, "O"), new Tape.Message('8', Scene.nanos(6)).id("O").execution("E").exec('F', '2').last(500, "100"));
        int yesterdays = scene.engine.scorecard().find("O");
        double today = 20 * 3_600_000;
        tell(asks(today, "R", "A").id("O"), asks(today + 1, "R2", "B").parent("O"));
        assertEquals(-1, ask("A").parent());
        assertEquals(-1, ask("B").parent());

        tell(sent(today + 30, "O"));
        assertTrue(scene.engine.scorecard().find("O") != yesterdays);
        assertEquals(scene.engine.scorecard().find("O"), ask("A").parent());
        assertEquals(scene.engine.scorecard().find("O"), ask("B").parent());
    }

    @Test
    void whenARequestFindsItsOrderOthersAskedAtThatTimeStay() {
        anyOrderTellsTheSame(asks(10, "R1", "A").id("O"), asks(10, "R2", "B"), asks(3_000, "R3", "C"), sent(30, "O"));

        assertEquals(scene.engine.scorecard().find("O"), ask("A").parent());
        assertEquals(-1, ask("B").parent());
        assertEquals(4, ask("A").after().size());
        assertEquals(4, ask("B").after().size());
        assertEquals(4, ask("C").after().size());
    }

    @Test
    void whatIsPassedExpiredOrCancelledLosesWithoutAWinner() {
        tell(asks(10, "R", "A", "B", "C"), quotes(20, "R", "QA", "A"), quotes(20, "R", "QB", "B"), answers(30, "QA", 6));
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.OPEN, "C", Outcome.OPEN), outcomes());

        tell(new Tape.Message('Z', Scene.nanos(31)).quote(null, "QB"));
        assertEquals(Map.of("A", Outcome.LOST, "B", Outcome.LOST, "C", Outcome.OPEN), outcomes());

        tell(new Tape.Message('Z', Scene.nanos(32)).quote("R", null));
        assertEquals(Outcome.LOST, outcomes().get("C"));
    }

    @Test
    void aFillOfItsOrderWithAFirmThatWasAskedSaysWhoWon() {
        tell(asks(10, "R", "A", "B").id("O"), new Tape.Message('D', Scene.nanos(11)).id("O").side(Side.BUY).quantity(500),
                new Tape.Message('8', Scene.nanos(40)).id("O").execution("E").exec('F', '2').last(500, "100.01").counterparty("A"));

        assertEquals(Map.of("A", Outcome.WON, "B", Outcome.LOST), outcomes());
    }

    @Test
    void anAskIsItsOrdersFootprintOnceThatIsKnownAndItsInstrumentsBefore() {
        tell(asks(10, "R", "A").id("O"));
        scene.quote(12, "100.01", "100.03").passed(20_000);
        assertEquals(-1, ask("A").parent());
        assertEquals(4, ask("A").after().size());

        tell(new Tape.Message('D', Scene.nanos(30)).id("O").side(Side.BUY).quantity(500));
        int parent = scene.engine.scorecard().find("O");
        assertEquals(parent, ask("A").parent());
        EvidenceCard card = scene.engine.scorecard().evidence(parent);
        assertEquals(1, card.footprints());
        assertEquals("ASKED", card.looks().get(0).kinds());
        assertEquals(Scene.nanos(10), card.looks().get(0).nanos());
        assertEquals(4, ask("A").after().size());
    }

    @Test
    void aQuoteThatAnOrderHitsMakesTheAskThatOrders() {
        tell(asks(10, "R", "A"), quotes(20, "R", "QA", "A"), answers(30, "QA", 1).id("O").side(Side.BUY),
                new Tape.Message('8', Scene.nanos(31)).id("O").parent("P").side(Side.BUY).quantity(500).exec('0', '0'));

        assertEquals(scene.engine.scorecard().find("P"), ask("A").parent());
    }

    @Test
    void aParentThatOnlyItsChildrenNameHasItsAskToo() {
        tell(new Tape.Message('8', Scene.nanos(5)).id("C").parent("P").side(Side.BUY).quantity(500).exec('0', '0'),
                asks(10, "R", "A").parent("P"));
        int parent = scene.engine.scorecard().find("P");

        assertEquals(parent, ask("A").parent());
        assertEquals(2, scene.engine.scorecard().evidence(parent).footprints());
    }

    @Test
    void whoIsAskedForBothSidesIsNoFootprintUntilASideIsKnown() {
        tell(new Tape.Message('R', Scene.nanos(10)).quote("R", null).asks("A"), quotes(20, "R", "QA", "A"));
        assertNull(ask("A").side());
        assertEquals(List.of(), ask("A").after());

        tell(answers(30, "QA", 1).side(Side.SELL));
        assertEquals(Side.SELL, ask("A").side());
        assertEquals(4, ask("A").after().size());
    }

    @Test
    void anIdTakenForAnotherInstrumentIsCountedAndTheFirstStands() {
        tell(asks(10, "R", "A"), new Tape.Message('R', Scene.nanos(11), "OTHER").quote("R", null).side(Side.BUY).asks("B"));

        assertEquals(1, asks().size());
        assertEquals(1, scene.unapplied());
    }

    @Test
    void severalAskedWithinAMillisecondAreOneFootprintAndLaterOnesCrowd() {
        tell(asks(10, "R1", "A"), asks(10.5, "R2", "B"), asks(500, "R3", "C"));
        scene.passed(30_000);

        assertEquals(ask("A").after().toString(), ask("B").after().toString());
        assertEquals("CROWDED", ask("A").after().get(2).fate(), "C was asked within the second");
        assertTrue(!ask("A").after().get(0).fate().equals("CROWDED"));
    }

    /** Three orders, one under another, and requests for them or for one that never comes; quoted, answered, cancelled, filled by lot. */
    private static List<Tape.Message> dayOfRequests(Random random) {
        List<Tape.Message> day = new ArrayList<>(List.of(sent(1, "P"), isNew(2, "M", "P"), isNew(3, "C", "M")));
        List<String> firms = new ArrayList<>(List.of("A", "B", "C", "D"));
        for (int i = 0; i < 5; i++) {
            double at = 10 + 40 * i;
            Collections.shuffle(firms, random);
            List<String> asked = firms.subList(0, 1 + random.nextInt(3));
            Tape.Message asks = asks(at, "R" + i, asked.toArray(String[]::new));
            switch (random.nextInt(6)) {
                case 0 -> asks.id("C");
                case 1 -> asks.parent("P");
                case 2 -> asks.parent("M");
                case 3 -> asks.id("O");
                default -> { }
            }
            day.add(asks);
            for (String firm : asked) {
                day.addAll(answered(at, "R" + i, firm, random));
            }
            String order = List.of("P", "M", "C").get(random.nextInt(3));
            day.add(fills(at + random.nextInt(100), order, "E" + i, firms.get(random.nextInt(4))));
            if (random.nextInt(4) == 0) {
                day.add(new Tape.Message('8', Scene.nanos(at + 150)).id(order).execution("H" + i).reference("E" + i).exec('H', '1'));
            }
        }
        return day;
    }

    private static List<Tape.Message> answered(double at, String request, String firm, Random random) {
        String quote = request + firm;
        double later = at + 10 + random.nextInt(30);
        Tape.Message quotes = quotes(at + 1 + random.nextInt(9), request, quote, firm);
        return switch (random.nextInt(6)) {
            case 0 -> List.of(quotes, answers(later, quote, random.nextInt(8)));
            case 1 -> List.of(quotes, answersTo(later, request, quote, random.nextInt(8)).id("C"));
            case 2 -> List.of(quotes, new Tape.Message('Z', Scene.nanos(later)).quote(request, random.nextBoolean() ? quote : null));
            default -> List.of(quotes);
        };
    }

    @Test
    void anyRequestsToldInAnyOrderHaveTheSameParentsOutcomesAndQuotes() {
        for (int seed = 0; seed < 60; seed++) {
            List<Tape.Message> day = dayOfRequests(new Random(seed));
            List<String> before = null;
            for (int shuffle = 0; shuffle < 6; shuffle++) {
                Scene other = new Scene(Scene.Order.NONE);
                day.forEach(message -> other.orders.accept(message.message()));
                other.passed(20_000);
                List<String> now = told(other).stream().map(ask -> ask.substring(0, ask.indexOf('['))).toList();
                assertEquals(before == null ? now : before, now, "seed " + seed + ", shuffled " + shuffle);
                before = now;
                Collections.shuffle(day, new Random(shuffle));
            }
        }
    }
}
