package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.order.Ledger;

/** Writes down what the measures are computed from, so that a reader can redo them. */
final class Inputs {
    private static final double UNIT = 1e8;

    private final Meter meter;

    Inputs(Meter meter) {
        this.meter = meter;
    }

    /** Writes what a new quote changes. */
    void writeNow(ParentRow row) {
        row.input(Input.MID_NOW, price(meter.now().midTwice()));
        row.input(Input.MID_END, price(meter.shortfall().endTwice()));
        boolean filled = meter.parent().ledger().executed() > 0;
        writeLife(row, meter.life());
        row.input(Input.REFERENCE_MOVE, meter.basket().move());
        row.input(Input.DAY_OPEN, once(VsSessionPrice.price(meter.listing(), Measure.VS_OPEN)));
        row.input(Input.DAY_CLOSE, once(VsSessionPrice.price(meter.listing(), Measure.VS_CLOSE)));
        row.input(Input.MID_FIRST, price(filled ? meter.mids().beforeFirstFill().midTwice() : meter.now().midTwice()));
    }

    private void writeLife(ParentRow row, Life life) {
        boolean known = life.missing() == 0;
        Traffic whole = life.whole();
        row.input(Input.MARKET_VOLUME, known ? whole.volume() : Double.NaN);
        row.input(Input.MARKET_BOUGHT, known ? whole.bought() : Double.NaN);
        row.input(Input.MARKET_SOLD, known ? whole.sold() : Double.NaN);
        row.input(Input.MARKET_VWAP, known ? whole.average(0, 0) / UNIT : Double.NaN);
        Ledger ledger = meter.parent().ledger();
        boolean without = known && !ledger.overflowed() && whole.volume() > ledger.executed();
        row.input(Input.MARKET_VWAP_EX_OWN, without ? whole.average(ledger.executed(), VsVwap.ownMoney(meter)) / UNIT : Double.NaN);
        row.input(Input.MID_OVER_TIME, known ? life.midOverTime() / UNIT : Double.NaN);
        writeLast(row, life, 0, Input.MARKET_VOLUME_1M, Input.EXECUTED_1M);
        writeLast(row, life, 1, Input.MARKET_VOLUME_5M, Input.EXECUTED_5M);
        for (int rate = 0; rate < 4; rate++) {
            boolean reached = meter.life().weighted(rate).look() == 0;
            row.input(Input.pwpPrice(rate), reached ? meter.life().weighted(rate).average() / UNIT : Double.NaN);
        }
    }

    private void writeLast(ParentRow row, Life life, int span, Input volume, Input executed) {
        boolean known = life.missing() == 0 && life.begin(span).missing() == 0;
        row.input(volume, known ? life.last(span).volume() : Double.NaN);
        row.input(executed, known ? Participation.own(meter, life.begin(span)) : Double.NaN);
    }

    /** Writes all. */
    void write(ParentRow row) {
        writeNow(row);
        Ledger ledger = meter.parent().ledger();
        row.input(Input.PAID, ledger.overflowed() ? Double.NaN : paid(ledger));
        row.input(Input.FEES, ledger.fees() == Absent.LONG ? 0 : ledger.fees() / UNIT);
        AsOf arrival = meter.atArrival();
        boolean buys = meter.parent().side() == Side.BUY;
        row.input(Input.ARRIVAL_NEAR, once(buys ? arrival.bid() : arrival.offer()));
        row.input(Input.ARRIVAL_FAR, once(buys ? arrival.offer() : arrival.bid()));
        row.input(Input.DECISION_PRICE, price(meter.shortfall().decisionTwice()));
        row.input(Input.MID_LAST, price(meter.mids().atLastFill().midTwice()));
        QuoteSums quotes = meter.fills().quotes();
        row.input(Input.FAR_AT_TOUCH, quotes.far() / UNIT);
        row.input(Input.SPREAD_AT_TOUCH, quotes.spread() / UNIT);
        row.input(Input.PRIOR_CLOSE, once(VsSessionPrice.price(meter.listing(), Measure.VS_PRIOR_CLOSE)));
        row.input(Input.BETA, MarketAdjustedDrift.beta(meter));
        row.input(Input.DAILY_VOLATILITY, meter.impact().volatility());
        row.input(Input.IMPACT_FACTOR, meter.impact().factor());
        row.input(Input.IMPACT_EXPONENT, meter.impact().exponent());
        row.input(Input.VOLUME_POWER, meter.impact().power());
        AggressorSums aggressors = meter.fills().aggressors();
        row.input(Input.AGGRESSIVE_SHARES, aggressors.aggressive());
        row.input(Input.PASSIVE_SHARES, aggressors.passive());
        writeRests(row, meter.footprints().rests());
        Regularity regularity = meter.footprints().regularity();
        Baseline baseline = meter.footprints().baseline();
        row.input(Input.EXPECTED_FILL_1S, baseline.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_1S)));
        row.input(Input.EXPECTED_FILL_10S, baseline.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_10S)));
        row.input(Input.EXPECTED_FILL_1M, baseline.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_1M)));
        row.input(Input.FADE_AFTER, meter.footprints().fades().after());
        row.input(Input.FADE_PLACEBO, meter.footprints().fades().placebo());
        row.input(Input.FADE_FOOTPRINTS, meter.footprints().fades().counted());
        row.input(Input.REPEATED_SIZES, regularity.repeatedSizes());
        row.input(Input.GAP_VARIATION, regularity.gapVariation());
        row.input(Input.VENUE_REPETITION, regularity.venueRepetition());
        for (int i = 0; i < Horizon.count(); i++) {
            write(row, Horizon.at(i));
        }
    }

    private static void writeRests(ParentRow row, Rests rests) {
        Incidence sums = rests.sums();
        row.input(Input.RESTED, sums.shares());
        row.input(Input.RESTED_CHILDREN, rests.children());
        row.input(Input.FILLED_WITHIN_1S, sums.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_1S)));
        row.input(Input.FILLED_WITHIN_10S, sums.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_10S)));
        row.input(Input.FILLED_WITHIN_1M, sums.filledWithin(FillProbability.within(Measure.FILL_PROBABILITY_1M)));
    }

    private void write(ParentRow row, Horizon horizon) {
        FillSums sums = meter.fills().at(horizon);
        row.input(Input.priceAt(horizon), sums.price() / UNIT);
        row.input(Input.midAt(horizon), sums.mid() / UNIT);
        row.input(Input.sharesAt(horizon), sums.shares());
        row.input(Input.fillsAt(horizon), sums.known());
        row.input(Input.censoredAt(horizon), sums.unknown());
        if (horizon != Horizon.TOUCH) {
            row.input(Input.priceWith(horizon), sums.priceOfBoth() / UNIT);
            row.input(Input.midWith(horizon), sums.midOfBoth() / UNIT);
            row.input(Input.touchWith(horizon), sums.touch() / UNIT);
        }
        if (horizon.isAfter()) {
            row.input(Input.midAfterLast(horizon), price(meter.mids().afterLast(horizon).midTwice()));
        }
    }

    private static double paid(Ledger ledger) {
        return ledger.executed() == 0 ? 0 : ledger.averagePrice() * ledger.executed();
    }

    private static double price(long twice) {
        return twice == Absent.LONG ? Double.NaN : twice / (2 * UNIT);
    }

    private static double once(long price) {
        return price == Absent.LONG ? Double.NaN : price / UNIT;
    }
}
