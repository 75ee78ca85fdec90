package io.leakage.api.score;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The numbers measures are computed from, by the name their formulas call them. A row carries them all, so that a person, and a test, can
 * redo every measure from its row alone. Prices and money are in currency, quantities in shares; NaN while unknown, but for what
 * {@link ParentRow#input(Input)} says of rows in which nobody wrote it.
 */
public final class Input {
    private static final Map<String, Input> BY_NAME = new LinkedHashMap<>();
    private static final double UNIT = 1e8;
    private static int kept;

    /** +1 for a buy, −1 for a sell. */
    public static final Input SIDE = of("side", "+1 buys, −1 sells", When.ALWAYS, row -> row.side().sign(), Input::ofParent);
    /** OrderQty. */
    public static final Input QUANTITY = of("quantity", "quantity ordered", When.ALWAYS, row -> whole(row.quantity()), null);
    /** Quantity executed. */
    public static final Input EXECUTED = of("executed", "quantity executed", When.FILLS, ParentRow::executed,
            (input, fill, parent) -> fill.quantity());
    /** Quantity not executed. */
    public static final Input RESIDUAL = of("residual", "quantity not executed", When.ALWAYS,
            row -> row.endNanos() != Absent.LONG && row.quantity() == Absent.LONG ? 0 : whole(row.quantity()) - row.executed(), null);
    /** Average price of what was executed. */
    public static final Input AVERAGE_PRICE = of("average_price", "average price of the fills", When.FILLS, ParentRow::averagePrice,
            (input, fill, parent) -> fill.price() / UNIT);
    /** Money the fills exchanged. */
    public static final Input PAID = of("paid", "price times quantity, summed over the fills", When.FILLS,
            (input, fill, parent) -> fill.price() / UNIT * fill.quantity());
    /** Commission and fees of the executions. */
    public static final Input FEES = of("fees", "commission and fees as the executions told them, 0 when none did", When.FILLS, null);
    /** Mid at arrival. */
    public static final Input ARRIVAL_MID = of("arrival_mid", "mid of the book at arrival", When.ARRIVAL, ParentRow::arrivalMid,
            Input::ofParent);
    /** The own side of the quote at arrival. */
    public static final Input ARRIVAL_NEAR = of("arrival_near", "bid of a buy, offer of a sell at arrival", When.ARRIVAL,
            Input::ofParent);
    /** The other side of the quote at arrival. */
    public static final Input ARRIVAL_FAR = of("arrival_far", "offer of a buy, bid of a sell at arrival", When.ARRIVAL,
            Input::ofParent);
    /** Price at the decision. */
    public static final Input DECISION_PRICE = of("decision_price", "price when it was decided to trade; the arrival mid when nobody told one",
            When.ARRIVAL, null);
    /** Mid just before the first fill. */
    public static final Input MID_FIRST = of("mid_first", "mid just before the first fill, the mid now before there is one", When.FIRST_FILL, null);
    /** Mid at the last fill. */
    public static final Input MID_LAST = of("mid_last", "mid at the last fill", When.LAST_FILL, null);
    /** Newest mid. */
    public static final Input MID_NOW = of("mid_now", "newest mid", When.NOW, null);
    /** Mid at the order's end. */
    public static final Input MID_END = of("mid_end", "mid when the order ended, the mid now while it works", When.END, null);
    /** Average far side of the quote just before the fills. */
    public static final Input FAR_AT_TOUCH = of("far_at_touch", "average far side of the quote just before each fill", When.FILLS,
            (input, fill, parent) -> price(parent.side() == Side.BUY ? fill.offer() : fill.bid()));
    /** Average spread just before the fills. */
    public static final Input SPREAD_AT_TOUCH = of("spread_at_touch", "average spread just before each fill", When.FILLS,
            (input, fill, parent) -> price(fill.offer()) - price(fill.bid()));

    /** What traded over the order's life. */
    public static final Input MARKET_VOLUME = of("market_volume", "shares traded from arrival to the end, own ones included", When.END, null);
    /** … in the last minute. */
    public static final Input MARKET_VOLUME_1M = of("market_volume_1m", "the same in the last minute of it", When.END, null);
    /** … in the last five. */
    public static final Input MARKET_VOLUME_5M = of("market_volume_5m", "the same in the last 5 minutes of it", When.END, null);
    /** Own executions of the last minute. */
    public static final Input EXECUTED_1M = of("executed_1m", "quantity executed in the last minute of it", When.END, null);
    /** Own executions of the last five. */
    public static final Input EXECUTED_5M = of("executed_5m", "quantity executed in the last 5 minutes of it", When.END, null);
    /** Average price of what traded. */
    public static final Input MARKET_VWAP = of("market_vwap", "average price of all trades from arrival to the end, own ones included", When.END,
            null);
    /** … by others. */
    public static final Input MARKET_VWAP_EX_OWN = of("market_vwap_ex_own", "the same, own ones taken out", When.END, null);
    /** Average mid over time. */
    public static final Input MID_OVER_TIME = of("mid_over_time", "average mid over time from arrival to the end", When.END, null);
    /** What buyers took. */
    public static final Input MARKET_BOUGHT = of("market_bought", "shares that buyers took from arrival to the end", When.END, null);
    /** What sellers took. */
    public static final Input MARKET_SOLD = of("market_sold", "shares that sellers took from arrival to the end", When.END, null);
    /** Own executions that took liquidity. */
    public static final Input AGGRESSIVE_SHARES = of("aggressive_shares", "quantity executed that took liquidity", When.FILLS, null);
    /** Own executions that did not. */
    public static final Input PASSIVE_SHARES = of("passive_shares", "quantity executed that did not", When.FILLS, null);
    /** What waited at the touch. */
    public static final Input RESTED = of("rested", "shares that began to wait at the touch", When.ALWAYS, null);
    /** What of it was filled within 1 s. */
    public static final Input FILLED_WITHIN_1S = of("filled_within_1s",
            "what of that was filled within a second; what still waits counts as faring like what waited as long", When.ALWAYS, null);
    /** … 10 s. */
    public static final Input FILLED_WITHIN_10S = of("filled_within_10s", "the same within 10 s", When.ALWAYS, null);
    /** … 1 minute. */
    public static final Input FILLED_WITHIN_1M = of("filled_within_1m", "the same within a minute", When.ALWAYS, null);
    /** How many children that was. */
    public static final Input RESTED_CHILDREN = of("rested_children", "number of children that waited at the touch", When.ALWAYS, null);
    /** What was to be expected of it within 1 s. */
    public static final Input EXPECTED_FILL_1S = of("expected_fill_1s",
            "share executed within a second at the rates of others' shares at the touch before the arrival", When.ARRIVAL, null);
    /** … 10 s. */
    public static final Input EXPECTED_FILL_10S = of("expected_fill_10s", "the same within 10 s", When.ARRIVAL, null);
    /** … 1 minute. */
    public static final Input EXPECTED_FILL_1M = of("expected_fill_1m", "the same within a minute", When.ARRIVAL, null);
    /** What the other side withdrew after footprints. */
    public static final Input FADE_AFTER = of("fade_after", "mean share of the other side's touch withdrawn in the 10 ms after a footprint",
            When.ALWAYS, null);
    /** … at other times. */
    public static final Input FADE_PLACEBO = of("fade_placebo", "the same after instants before each at which nothing of ours was seen",
            When.ALWAYS, null);
    /** How many footprints that was. */
    public static final Input FADE_FOOTPRINTS = of("fade_footprints", "number of footprints that had such instants", When.ALWAYS, null);
    /** How often a size came again. */
    public static final Input REPEATED_SIZES = of("repeated_sizes", "share of footprints, each kind's first apart, whose size came before",
            When.ALWAYS, null);
    /** How unlike a clock they came. */
    public static final Input GAP_VARIATION = of("gap_variation", "standard deviation over mean of the time from one footprint to the next",
            When.ALWAYS, null);
    /** How often a venue came again. */
    public static final Input VENUE_REPETITION = of("venue_repetition", "chance that two footprints of a kind were on the same venue",
            When.ALWAYS, null);

    /** Opening price. */
    public static final Input DAY_OPEN = of("day_open", "opening price: as told, the opening cross, or the first trade", When.ALWAYS, null);
    /** Closing price. */
    public static final Input DAY_CLOSE = of("day_close", "closing price: as told, or the closing cross", When.ALWAYS, null);
    /** The last day's closing price. */
    public static final Input PRIOR_CLOSE = of("prior_close", "the last day's closing price", When.ALWAYS, null);
    /** A day's volatility. */
    public static final Input DAILY_VOLATILITY = of("daily_volatility", "standard deviation of a day's return", When.ALWAYS, null);
    /** Y of the square-root law. */
    public static final Input IMPACT_FACTOR = of("impact_factor", "Y of the square-root law", When.ALWAYS, null);
    /** δ of the square-root law. */
    public static final Input IMPACT_EXPONENT = of("impact_exponent", "δ of the square-root law", When.ALWAYS, null);
    /** (X / V)^δ. */
    public static final Input VOLUME_POWER = of("volume_power", "what was executed as a share of a day's volume, to the power of δ", When.FILLS,
            null);

    /** β. */
    public static final Input BETA = of("beta", "how far it moves when its reference basket moves by one", When.ALWAYS, null);
    /** The basket's move. */
    public static final Input REFERENCE_MOVE = of("reference_move", "mean move of the reference basket since arrival, as a share of the price",
            When.NOW, null);

    private static final List<Input> PWP = List.of(pwp("5"), pwp("10"), pwp("20"), pwp("30"));
    private static final List<Input> MID_AFTER_LAST = each("mid_last_", "mid {} the last fill", When.LAST_FILL, null);
    private static final List<Input> PRICE_AT = each("price_at_", "average price of the fills whose mid {} is known", When.FILLS,
            Input::fillPrice);
    private static final List<Input> MID_AT = each("mid_at_", "average mid {} those fills", When.FILLS, Input::fillMid);
    private static final List<Input> SHARES_AT = each("shares_at_", "quantity of those fills", When.FILLS,
            (input, fill, parent) -> fill.quantity());
    private static final List<Input> FILLS_AT = each("fills_at_", "number of fills whose mid {} is known", When.FILLS, null);
    private static final List<Input> CENSORED_AT = each("censored_at_", "number of fills whose mid {} will never be known", When.FILLS, null);
    private static final List<Input> PRICE_WITH = each("price_with_", "average price of the fills whose mids {} and just before are known",
            When.FILLS, Input::fillPrice);
    private static final List<Input> MID_WITH = each("mid_with_", "average mid {} those fills", When.FILLS, Input::fillMid);
    private static final List<Input> TOUCH_WITH = each("touch_with_", "average mid just before those fills, horizon {}", When.FILLS,
            (input, fill, parent) -> mid(fill, Horizon.TOUCH));

    static {
        for (int i = Horizon.AFTER_10MS.ordinal(); i <= Horizon.AFTER_10S.ordinal(); i++) {
            ofFootprints(Horizon.at(i));
        }
        ofFootprint("leak_paid", "excess after each footprint by a second, times the price, times what was executed afterwards; summed");
        ofFootprint("response_after", "mean move against the order in the second after footprints for which it had quiet windows of its own");
        ofFootprint("response_quiet", "mean move in those quiet windows, in which the order showed nothing");
        ofFootprint("phantom_1s", "mean gain of who joins at the far touch half a millisecond after a footprint and leaves at the near touch by a "
                + "second");
        ofFootprint("moved_by_market", "move of the price against the order since arrival that its reference basket explains, 0 without one");
        ofFootprint("moved_by_fills", "the same, in excess of placebos in the second after footprints that traded");
        ofFootprint("moved_by_signals", "the same, after footprints that did not trade");
        ofFootprint("moved_by_rest", "what is left of the move");
    }

    /** The time an input is of. */
    public enum When {
        /** No time. */
        ALWAYS,
        /** The order's arrival. */
        ARRIVAL,
        /** The first fill. */
        FIRST_FILL,
        /** The last fill. */
        LAST_FILL,
        /** Each fill's own. */
        FILLS,
        /** Each footprint's own. */
        FOOTPRINTS,
        /** How far the market data has come. */
        NOW,
        /** The order's end, or now. */
        END;

        private static final int COUNT = values().length;

        /** {@return how many there are} */
        static int count() {
            return COUNT;
        }
    }

    /** What an input is of one fill alone. */
    private interface OfFill {
        double of(Input input, FillRow fill, ParentRow parent);
    }

    private final String name;
    private final String meaning;
    private final When when;
    private final Horizon horizon;
    private final ToDoubleFunction<ParentRow> derived;
    private final OfFill ofFill;
    private final int place;

    private Input(String name, String meaning, When when, Horizon horizon, ToDoubleFunction<ParentRow> derived, OfFill ofFill) {
        this.name = name;
        this.meaning = meaning;
        this.when = when;
        this.horizon = horizon;
        this.derived = derived;
        this.ofFill = ofFill;
        this.place = derived == null ? kept++ : -1;
        if (BY_NAME.put(name, this) != null) {
            throw new IllegalStateException("two inputs are called " + name);
        }
    }

    /**
     * {@return a participation-weighted price}
     *
     * @param place which share of the market's trades it is of, 0 to 3: 5, 10, 20 or 30 %
     */
    public static Input pwpPrice(int place) {
        return PWP.get(place);
    }

    /** {@return the mid so long after the last fill; horizons after the fill only} */
    public static Input midAfterLast(Horizon horizon) {
        return MID_AFTER_LAST.get(horizon.ordinal());
    }

    /** {@return average price of the fills whose mid at this horizon is known} */
    public static Input priceAt(Horizon horizon) {
        return PRICE_AT.get(horizon.ordinal());
    }

    /** {@return average mid at this horizon} */
    public static Input midAt(Horizon horizon) {
        return MID_AT.get(horizon.ordinal());
    }

    /** {@return quantity of the fills whose mid at this horizon is known} */
    public static Input sharesAt(Horizon horizon) {
        return SHARES_AT.get(horizon.ordinal());
    }

    /** {@return number of fills whose mid at this horizon is known} */
    public static Input fillsAt(Horizon horizon) {
        return FILLS_AT.get(horizon.ordinal());
    }

    /** {@return number of fills whose mid at this horizon will never be known} */
    public static Input censoredAt(Horizon horizon) {
        return CENSORED_AT.get(horizon.ordinal());
    }

    /** {@return average price of the fills whose mids at this horizon and just before are known} */
    public static Input priceWith(Horizon horizon) {
        return PRICE_WITH.get(horizon.ordinal());
    }

    /** {@return average mid of those at this horizon} */
    public static Input midWith(Horizon horizon) {
        return MID_WITH.get(horizon.ordinal());
    }

    /** {@return average mid of those just before} */
    public static Input touchWith(Horizon horizon) {
        return TOUCH_WITH.get(horizon.ordinal());
    }

    /** {@return the input of this name, null when there is none} */
    public static Input named(String name) {
        return BY_NAME.get(name);
    }

    /** {@return all of them, in the order of the catalogue} */
    public static List<Input> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** {@return how formulas call it} */
    public String name() {
        return name;
    }

    /** {@return one line for a person} */
    public String meaning() {
        return meaning;
    }

    /** {@return the time it is of} */
    public When when() {
        return when;
    }

    /** {@return its number in a row, NaN while unknown} */
    double of(ParentRow row) {
        return derived == null ? row.kept(place) : derived.applyAsDouble(row);
    }

    /** {@return its place among the inputs a row keeps} */
    int place() {
        if (derived != null) {
            throw new IllegalArgumentException(name + " follows from the row, it cannot be set");
        }
        return place;
    }

    /** {@return how many inputs a row keeps} */
    static int kept() {
        return kept;
    }

    @Override
    public String toString() {
        return name;
    }

    /** {@return whether it has a meaning for one fill alone} */
    boolean isOfFill() {
        return ofFill != null;
    }

    /** {@return its number for one fill, NaN while unknown} */
    double of(FillRow fill, ParentRow parent) {
        return ofFill == null ? Double.NaN : ofFill.of(this, fill, parent);
    }

    private static double ofParent(Input input, FillRow fill, ParentRow parent) {
        return input.of(parent);
    }

    private static double fillPrice(Input input, FillRow fill, ParentRow parent) {
        return fill.price() / UNIT;
    }

    private static double fillMid(Input input, FillRow fill, ParentRow parent) {
        return mid(fill, input.horizon);
    }

    private static double mid(FillRow fill, Horizon horizon) {
        return fill.midTwice(horizon) == Absent.LONG ? Double.NaN : fill.midTwice(horizon) / (2 * UNIT);
    }

    private static double price(long price) {
        return price == Absent.LONG ? Double.NaN : price / UNIT;
    }

    private static Input of(String name, String meaning, When when, OfFill ofFill) {
        return new Input(name, meaning, when, null, null, ofFill);
    }

    private static Input of(String name, String meaning, When when, ToDoubleFunction<ParentRow> derived, OfFill ofFill) {
        return new Input(name, meaning, when, null, derived, ofFill);
    }

    private static Input pwp(String percent) {
        return of("pwp_price_" + percent, "average price of the trades from arrival on until the order is " + percent + " % of them", When.END,
                null);
    }

    private static List<Input> each(String prefix, String meaning, When when, OfFill ofFill) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < Horizon.count(); i++) {
            Horizon horizon = Horizon.at(i);
            inputs.add(new Input(prefix + horizon.id(), meaning.replace("{}", horizon.words()), when, horizon, null, ofFill));
        }
        return List.copyOf(inputs);
    }

    private static void ofFootprints(Horizon horizon) {
        String after = " by " + horizon.words().replace(" after", "");
        for (boolean all : new boolean[] {true, false}) {
            String which = all ? "footprints" : "footprints that did not trade";
            String id = (all ? "" : "unfilled_") + horizon.id();
            ofFootprint("response_" + id, "mean move of the mid against the order after its " + which + after
                    + ", bps, beyond what β and the reference basket explain");
            ofFootprint("placebo_" + id, "the same after the placebos of those");
            ofFootprint("footprints_" + id, "number of " + which + " that were ranked" + after);
            ofFootprint("bet_" + id, "what a stake of 1 on their ranks became");
        }
        ofFootprint("crowded_" + horizon.id(), "number of footprints left out" + after + ": another own one was too close");
        ofFootprint("disturbed_" + horizon.id(), "number left out: a price is not known, trading stood still, or their time is too coarse");
        ofFootprint("unmatched_" + horizon.id(), "number left out: too few placebos, or none about as volatile");
    }

    private static void ofFootprint(String name, String meaning) {
        new Input(name, meaning, When.FOOTPRINTS, null, null, null);
    }

    private static double whole(long value) {
        return value == Absent.LONG ? Double.NaN : value;
    }
}
