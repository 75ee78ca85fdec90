package io.leakage.itests.scenarios;

import io.leakage.api.event.Absent;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Family;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.event.LeakageEvent;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.FixLog;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.Faults;
import io.leakage.simulator.FaultyFeed;
import io.leakage.simulator.SimulatedDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One simulated day through a faulty feed into the pipeline, orders merged in at their times; what was published is kept to compare. */
final class FaultyDay {
    private static final double BPS = 1e-6;

    private final ReplayEngine engine = new ReplayEngine(this::note);
    /** Every row of every parent, at every order message and at the end. */
    private final List<ParentRow> published = new ArrayList<>();
    /** By parent, by how far the market data had come: the mid now. */
    private final List<NavigableMap<Long, List<Double>>> mids = new ArrayList<>();

    private FaultyDay() {
    }

    static FaultyDay play(SimulatedDay day, Path orders, Faults faults, long seed) throws IOException {
        FaultyDay played = new FaultyDay();
        played.play(day.options(), day, orders, faults, seed);
        return played;
    }

    private void play(DayOptions options, SimulatedDay day, Path orders, Faults faults, long seed) throws IOException {
        ItchToInlet sink = new ItchToInlet(engine.inlets().market("venue", WhenFull.WAIT), VenueDay.of(options.date(), options.zone()));
        FaultyFeed feed = new FaultyFeed(day.market(), faults, seed, RecoveryLimits.DEFAULT, options.midnightNanos(), sink);
        DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), engine.inlets().orders("desk"));
        try (FixLog log = new FixLog(orders, reader, problem -> { })) {
            while (log.next()) {
                feed.until(log.eventNanos() - options.midnightNanos());
                log.deliver();
                publish();
            }
        }
        feed.finish();
        publish();
    }

    private void publish() {
        Scorecard scorecard = scorecard();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            scorecard.read(parent, row);
            published.add(row);
        }
    }

    private void note(LeakageEvent event) {
        for (int i = 0; event.rows() != null && i < event.rows().parents(); i++) {
            ParentRow row = event.rows().parent(i);
            while (mids.size() <= row.number()) {
                mids.add(new TreeMap<>());
            }
            if (row.asOfNanos() != Absent.LONG) {
                mids.get(row.number()).computeIfAbsent(row.asOfNanos(), any -> new ArrayList<>()).add(row.input(Input.MID_NOW));
            }
        }
    }

    Scorecard scorecard() {
        return engine.scorecard();
    }

    /** {@return how many numbers there are, over all that was published} */
    long published() {
        long numbers = 0;
        for (ParentRow row : published) {
            for (int i = 0; i < Measure.count(); i++) {
                numbers += row.status(Measure.at(i)) == Status.SUPPRESSED ? 0 : 1;
            }
        }
        return numbers;
    }

    /** Adds to {@code wrong} what was said to be valid and does not hold the truth. {@return how many valid numbers there were} */
    long compareWith(FaultyDay truth, String what, List<String> wrong) {
        long valid = 0;
        for (int i = 0; i < published.size(); i++) {
            ParentRow row = published.get(i);
            for (int j = 0; j < Measure.count(); j++) {
                Measure measure = Measure.at(j);
                if (row.status(measure) == Status.VALID) {
                    valid++;
                    if (!holds(row, measure, truth, truth.published.get(i))) {
                        wrong.add(what + ": parent " + row.number() + " " + measure.id() + " " + row.value(measure) + " in [" + row.lo(measure)
                                + ", " + row.hi(measure) + "], in truth " + truth.published.get(i).value(measure));
                    }
                }
            }
        }
        return valid;
    }

    private static boolean holds(ParentRow row, Measure measure, FaultyDay truth, ParentRow then) {
        if (isOfOtherFills(row, measure, then) || isOfOtherFootprints(row, measure, then) || isOfAnotherWhile(row, measure, then)) {
            return true;
        }
        if (within(row, measure, then.value(measure))) {
            return true;
        }
        Map.Entry<Long, List<Double>> at = truth.mids.get(row.number()).floorEntry(row.asOfNanos());
        return at != null && at.getValue().stream().anyMatch(mid -> within(row, measure, redone(measure, then, mid)));
    }

    /** What a measure of an order as it stood then is when the newest mid is this: the market data may be behind the order. */
    private static double redone(Measure measure, ParentRow then, double mid) {
        boolean works = then.endNanos() == Absent.LONG;
        return Formula.of(measure).value(input -> input == Input.MID_NOW || works && input == Input.MID_END
                || then.executed() == 0 && input == Input.MID_FIRST ? mid : then.input(input));
    }

    /** Over the fills whose horizon the market has reached: behind a gap it is over fewer, says so, and is another number. */
    private static boolean isOfOtherFills(ParentRow row, Measure measure, ParentRow then) {
        return Flag.AWAITING_MARKET_DATA.in(row.flags(measure)) && measure.horizon() != null
                && row.input(Input.fillsAt(measure.horizon())) != then.input(Input.fillsAt(measure.horizon()));
    }

    /** The same over footprints. */
    private static boolean isOfOtherFootprints(ParentRow row, Measure measure, ParentRow then) {
        return measure.family() == Family.EVIDENCE && Flag.AWAITING_MARKET_DATA.in(row.flags(measure)) && Input.all().stream()
                .anyMatch(input -> input.name().startsWith("footprints_") && row.input(input) != then.input(input));
    }

    /** Of what the market did from the arrival until now, while the order works: where the feed is behind, until another now. */
    private static boolean isOfAnotherWhile(ParentRow row, Measure measure, ParentRow then) {
        boolean untilNow = Flag.OPEN.in(row.flags(measure)) || Flag.AWAITING_MARKET_DATA.in(row.flags(measure));
        return untilNow && row.asOfNanos() != then.asOfNanos() && Formula.of(measure).inputs().stream()
                .anyMatch(input -> input.when() == Input.When.END && input != Input.MID_END);
    }

    private static boolean within(ParentRow row, Measure measure, double value) {
        return value >= row.lo(measure) - BPS && value <= row.hi(measure) + BPS;
    }
}
