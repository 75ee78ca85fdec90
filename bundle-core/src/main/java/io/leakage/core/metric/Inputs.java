package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
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
        row.input(Input.MID_NOW, price(meter.nowMidTwice()));
        row.input(Input.MID_END, price(meter.shortfall().endTwice()));
        boolean filled = meter.parent().ledger().executed() > 0;
        row.input(Input.MID_FIRST, price(filled ? meter.mids().beforeFirstFill().midTwice() : meter.nowMidTwice()));
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
        for (int i = 0; i < Horizon.count(); i++) {
            write(row, Horizon.at(i));
        }
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
