package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How predictable what others could see of an order was. */
class OwnRegularityTest {
    private static final String[] VENUES = {"XNAS", "ARCX", "BATS"};

    private final ToldDesk desk = new ToldDesk();

    private record Seen(char kind, long nanos, long size, String venue) {
    }

    @Test
    void tenEqualChildrenASecondApartOnTwoVenuesAreAsRegularAsTheirVenuesAllow() {
        for (int i = 0; i < 10; i++) {
            accepted(1_000 * i, "C" + i, 100, VENUES[i % 2]);
        }

        ParentRow row = desk.parent("P");

        assertEquals(1, row.input(Input.REPEATED_SIZES), "nine of nine");
        assertEquals(0, row.input(Input.GAP_VARIATION), "a clock");
        assertEquals(20.0 / 45, row.input(Input.VENUE_REPETITION), 1e-15, "10 and 10 pairs of 45");
        assertEquals(100 * (1 + 1 + 20.0 / 45) / 3, row.value(Measure.OWN_REGULARITY), 1e-12);
        assertEquals(Status.VALID, row.status(Measure.OWN_REGULARITY));
    }

    @Test
    void noSizeTwiceOnNoVenueTwiceAtUnequalTimesIsNotRegular() {
        for (int i = 0; i < 10; i++) {
            accepted(Math.pow(3, i), "C" + i, 100 + i, "V" + i);
        }

        ParentRow row = desk.parent("P");

        assertEquals(0, row.input(Input.REPEATED_SIZES));
        assertEquals(0, row.input(Input.VENUE_REPETITION));
        // gaps 2, 6, 18 … 2 · 3^8 ms: mean 2,186.89, deviation 4,091.56
        assertEquals(1.87095, row.input(Input.GAP_VARIATION), 5e-6);
        assertEquals(100 / (1 + 1.87095) / 3, row.value(Measure.OWN_REGULARITY), 1e-4);
    }

    @Test
    void ofNineFootprintsNothingIsSaid() {
        for (int i = 0; i < 9; i++) {
            accepted(1_000 * i, "C" + i, 100, "XNAS");
        }
        assertEquals(Status.SUPPRESSED, desk.parent("P").status(Measure.OWN_REGULARITY));
        assertTrue(Flag.NOT_IDENTIFIED.in(desk.parent("P").flags(Measure.OWN_REGULARITY)));

        desk.tell(ToldDesk.fill(9_000, "C0", "E", 100, "100"));
        assertEquals(Status.VALID, desk.parent("P").status(Measure.OWN_REGULARITY), "the fill is the tenth");

        desk.tell(ToldDesk.report(9_500, "C0", 'H', '0').execution("B").reference("E"));
        assertEquals(Status.SUPPRESSED, desk.parent("P").status(Measure.OWN_REGULARITY), "it was busted");
    }

    @Test
    void withoutAVenueNothingIsSaid() {
        for (int i = 0; i < 12; i++) {
            desk.tell(ToldDesk.child(i, "C" + i, 100), ToldDesk.report(i, "C" + i, '0', '0'));
        }

        assertEquals(Status.SUPPRESSED, desk.parent("P").status(Measure.OWN_REGULARITY));
        assertTrue(Flag.NO_REFERENCE.in(desk.parent("P").flags(Measure.OWN_REGULARITY)));
    }

    @Test
    void whatIsToldTwiceIsSeenOnce() {
        for (int i = 0; i < 10; i++) {
            accepted(1_000 * i, "C" + i, 100 + i, "XNAS");
            accepted(1_000 * i, "C" + i, 100 + i, "XNAS");
        }

        assertEquals(0, desk.parent("P").input(Input.REPEATED_SIZES));
    }

    @Test
    void timesCutOffAtTheMillisecondGiveAnIntervalThatHoldsTheTruth() {
        SplittableRandom random = new SplittableRandom(7);
        ToldDesk coarse = new ToldDesk();
        for (int i = 0; i < 30; i++) {
            double at = 5 * i + random.nextInt(4_000_000) / 1e6;
            accepted(at, "C" + i, 100, "XNAS");
            coarse.tell(ToldDesk.child(0, "C" + i, 100).venue("XNAS"),
                    ToldDesk.report(Math.floor(at), "C" + i, '0', '0').truncation(1_000_000));
        }

        double truth = desk.parent("P").value(Measure.OWN_REGULARITY);
        ParentRow row = coarse.parent("P");
        assertTrue(row.lo(Measure.OWN_REGULARITY) < truth && truth < row.hi(Measure.OWN_REGULARITY), truth + " in " + row.lo(
                Measure.OWN_REGULARITY) + " … " + row.hi(Measure.OWN_REGULARITY));
    }

    @Test
    void aRandomLifeIsAsItsFootprintsSummedPlainlyWhateverTheOrderTheyAreToldIn() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Seen> seen = new ArrayList<>();
            List<Tape.Message> told = new ArrayList<>();
            life(random, seen, told);
            for (int i = told.size() - 1; i > 0 && seed % 2 == 0; i--) {
                told.add(i, told.remove(Math.max(0, i - random.nextInt(4))));
            }
            ToldDesk day = new ToldDesk();
            told.forEach(day::tell);

            ParentRow row = day.parent("P");
            assertEquals(repeatedSizes(seen), row.input(Input.REPEATED_SIZES), 1e-12, "day " + seed);
            assertEquals(gapVariation(seen), row.input(Input.GAP_VARIATION), 1e-9, "day " + seed);
            assertEquals(venueRepetition(seen), row.input(Input.VENUE_REPETITION), 1e-12, "day " + seed);
            assertEquals(Formula.of(Measure.OWN_REGULARITY).value(row), row.value(Measure.OWN_REGULARITY), 1e-9, "day " + seed);
        }
    }

    private static void life(SplittableRandom random, List<Seen> seen, List<Tape.Message> told) {
        for (int i = 0; i < 12; i++) {
            String id = "C" + i;
            String venue = VENUES[random.nextInt(VENUES.length)];
            long size = 100 * (1 + random.nextInt(4));
            double at = random.nextInt(60_000);
            told.add(ToldDesk.child(at, id, size).venue(venue));
            told.add(ToldDesk.report(at + 1, id, '0', '0'));
            seen.add(new Seen('A', ToldDesk.nanos(at + 1), size, venue));
            if (random.nextBoolean()) {
                at += 2 + random.nextInt(5_000);
                size += 100;
                told.add(ToldDesk.report(at, id + "r", '5', '0').original(id).quantity(size));
                seen.add(new Seen('R', ToldDesk.nanos(at), size, venue));
                id += "r";
            }
            at += 3 + random.nextInt(5_000);
            if (random.nextBoolean()) {
                told.add(ToldDesk.fill(at, id, "E" + i, 50, "100"));
                seen.add(new Seen('F', ToldDesk.nanos(at), 50, venue));
                size -= 50;
            }
            if (random.nextBoolean()) {
                told.add(ToldDesk.report(at + 5, id, '4', '4'));
                seen.add(new Seen('C', ToldDesk.nanos(at + 5), size, venue));
            }
        }
    }

    private static double repeatedSizes(List<Seen> seen) {
        long kinds = seen.stream().map(Seen::kind).distinct().count();
        long distinct = seen.stream().map(one -> List.of(one.kind, one.size)).distinct().count();
        return (double) (seen.size() - distinct) / (seen.size() - kinds);
    }

    private static double venueRepetition(List<Seen> seen) {
        long pairs = 0;
        long same = 0;
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (seen.get(i).kind == seen.get(j).kind) {
                    pairs++;
                    same += seen.get(i).venue.equals(seen.get(j).venue) ? 1 : 0;
                }
            }
        }
        return (double) same / pairs;
    }

    private static double gapVariation(List<Seen> seen) {
        List<Double> gaps = new ArrayList<>();
        for (char kind : new char[] {'A', 'R', 'F', 'C'}) {
            long[] times = seen.stream().filter(one -> one.kind == kind).mapToLong(Seen::nanos).sorted().toArray();
            for (int i = 1; i < times.length; i++) {
                gaps.add((double) (times[i] - times[i - 1]));
            }
        }
        double[] all = gaps.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        return Math.sqrt(Arrays.stream(all).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow()) / mean;
    }

    private void accepted(double millis, String id, long quantity, String venue) {
        desk.tell(ToldDesk.child(millis, id, quantity).venue(venue), ToldDesk.report(millis, id, '0', '0'));
    }
}
