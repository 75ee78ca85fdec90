package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.SwitchNews;
import io.leakage.dropcopy.fix.LinkReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and what is heard of them, found by name and number, beside a twin that asks every one of them. */
class FlightsTest {
    private static final long PATIENCE = 1_000;
    private static final int STEPS = 20_000;
    private static final int ORDERS = 40;
    private static final Comparator<Flight> BY_ID = Comparator.comparing(flight -> flight.request().id());
    private static final String[] EXEC_TYPES = {"E", "5", "8", "6", "4", "A", "0", "F"};

    private final Flights fast = new Flights(PATIENCE);
    private final NaiveFlights slow = new NaiveFlights(PATIENCE);
    private int requests;
    private int number;
    private long nanos;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensTheSameIsToldAsWhenEveryRequestIsAsked(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int i = 0; i < STEPS; i++) {
            nanos += random.nextInt(20);
            told += switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> ask(random);
                case 4 -> same(fast.tick(nanos), slow.tick(nanos));
                case 5 -> random.nextInt(20) == 0 ? down() : 0;
                default -> hear(report(random));
            };
        }
        assertTrue(told > STEPS / 10, "told " + told);
    }

    @Test
    void aNumberOfTheLogonBeforeSaysNothingOfARequest() {
        send("R1", "A", true);
        down();

        assertEquals(List.of(), fast.hear(fix("35=3|45=1|58=no such tag|"), new ArrayList<>()));
    }

    private int ask(Random random) {
        String original = random.nextBoolean() ? "A" + random.nextInt(ORDERS) : "R" + random.nextInt(requests + 1);
        String id = random.nextInt(20) == 0 ? "R" + random.nextInt(requests + 1) : "R" + ++requests;
        var request = Brokers.request(id, original);
        String objection = fast.objection(request, original);
        assertEquals(slow.objection(request, original), objection);
        if (objection.isEmpty()) {
            Flight flight = send(id, original, random.nextBoolean());
            if (random.nextInt(10) == 0) {
                fast.remove(flight);
                slow.remove(id);
            }
        }
        return objection.isEmpty() ? 0 : 1;
    }

    private Flight send(String id, String original, boolean replaces) {
        var request = Brokers.request(id, original);
        Flight flight = new Flight(request, original, replaces, nanos);
        fast.add(flight);
        slow.add(new Flight(request, original, replaces, nanos));
        String clOrdId = replaces ? id : id + ".C";
        fast.going(clOrdId, ++number);
        slow.going(clOrdId, number);
        return flight;
    }

    private int hear(LinkReport report) {
        List<Flight> some = new ArrayList<>();
        List<Flight> all = new ArrayList<>();
        int told = same(fast.hear(report, some), slow.hear(report, all));
        some.sort(BY_ID);
        all.sort(BY_ID);
        assertEquals(ids(all), ids(some));
        for (int i = 0; i < some.size(); i++) {
            long quantity = fast.renew(some.get(i), nanos);
            assertEquals(slow.renew(all.get(i), nanos), quantity);
            if (quantity > 0) {
                fast.going(some.get(i).request().id(), ++number);
                slow.going(some.get(i).request().id(), number);
            }
        }
        return told;
    }

    private int down() {
        number = 0;
        return same(fast.down(), slow.down());
    }

    private LinkReport report(Random random) {
        String id = random.nextInt(4) == 0 ? "A" + random.nextInt(ORDERS) : "R" + Math.max(1, requests - random.nextInt(6));
        String clOrdId = random.nextInt(4) == 0 ? id + ".C" : id;
        return fix(switch (random.nextInt(10)) {
            case 0 -> "35=9|11=" + clOrdId + "|39=1|102=0|";
            case 1 -> "35=j|45=" + (1 + random.nextInt(number + 1)) + "|379=" + clOrdId + "|380=0|";
            case 2 -> "35=3|45=" + (1 + random.nextInt(number + 1)) + "|373=5|";
            case 3 -> "35=0|45=" + number + "|11=" + clOrdId + "|";
            default -> "35=8|11=" + clOrdId + "|150=" + EXEC_TYPES[random.nextInt(EXEC_TYPES.length)] + "|14="
                    + 100 * random.nextInt(3) + "|38=1000|";
        });
    }

    private static LinkReport fix(String text) {
        return new LinkReport("8=FIX.4.4|".concat(text).replace('|', '\u0001'));
    }

    private static int same(List<SwitchNews> fast, List<SwitchNews> slow) {
        assertEquals(sorted(slow), sorted(fast));
        return slow.size();
    }

    private static List<SwitchNews> sorted(List<SwitchNews> news) {
        return news.stream().sorted(Comparator.comparing(SwitchNews::requestId)).toList();
    }

    private static List<String> ids(List<Flight> flights) {
        return flights.stream().map(flight -> flight.request().id()).toList();
    }
}
