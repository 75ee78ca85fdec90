package io.leakage.api.score;

import static io.leakage.api.score.Formulas.bets;
import static io.leakage.api.score.Formulas.deficit;
import static io.leakage.api.score.Formulas.filled;
import static io.leakage.api.score.Formulas.impact;
import static io.leakage.api.score.Formulas.markout;
import static io.leakage.api.score.Formulas.midMarkout;
import static io.leakage.api.score.Formulas.moved;
import static io.leakage.api.score.Formulas.part;
import static io.leakage.api.score.Formulas.pwp;
import static io.leakage.api.score.Formulas.realised;
import static io.leakage.api.score.Formulas.reverted;
import static io.leakage.api.score.Formulas.shortfall;

import java.util.EnumSet;
import java.util.Set;

/**
 * The catalogue of measures: columns, JSON, rules, explanations and documentation are derived from it. A formula is written in the names
 * of {@link Input}s between braces, in the four operations and brackets alone, so that anyone can redo it from the numbers a row carries.
 */
public enum Measure {
    /** Average fill against the mid at arrival. */
    ARRIVAL_SLIPPAGE("arrival_slippage", "Slip bps", Unit.BPS, Family.LEAKAGE, moved("average_price", "arrival_mid"),
            "what the fills cost against the mid at arrival"),
    /** The same in money. */
    LEAKAGE_COST("leakage_cost", "Cost $", Unit.MONEY, Family.LEAKAGE, "{side} · ({paid} − {executed} · {arrival_mid})",
            "what the fills cost against the mid at arrival, in money"),
    /** The mid now against the mid at arrival. */
    DRIFT("drift", "Drift", Unit.BPS, Family.LEAKAGE, moved("mid_now", "arrival_mid"),
            "how far the mid has moved against the order since it arrived"),
    /** The mid just before the first fill against the mid at arrival. */
    PRE_TRADE_LEAKAGE("pre_trade_leakage", "Pre-trade leak", Unit.BPS, Family.LEAKAGE, moved("mid_first", "arrival_mid"),
            "how far the mid moved against the order before its first fill"),
    /** The mid at the last fill against the mid just before the first. */
    IN_FLIGHT_DRIFT("in_flight_drift", "In-flight drift", Unit.BPS, Family.LEAKAGE,
            "1e4 · {side} · ({mid_last} − {mid_first}) / {arrival_mid}",
            "how far the mid moved against the order from its first fill to its last"),
    /** The mid 10 ms after the last fill against the mid at the last fill. */
    POST_TRADE_DRIFT_10MS("post_trade_drift_10ms", "Post drift 10 ms", Horizon.AFTER_10MS, Family.LEAKAGE,
            moved("mid_last_10ms", "mid_last"), "the mid's move in the 10 ms after the last fill"),
    /** … 100 ms after. */
    POST_TRADE_DRIFT_100MS("post_trade_drift_100ms", "Post drift 100 ms", Horizon.AFTER_100MS, Family.LEAKAGE,
            moved("mid_last_100ms", "mid_last"), "the mid's move in the 100 ms after the last fill"),
    /** … 1 s after. */
    POST_TRADE_DRIFT_1S("post_trade_drift_1s", "Post drift 1 s", Horizon.AFTER_1S, Family.LEAKAGE,
            moved("mid_last_1s", "mid_last"), "the mid's move in the second after the last fill"),
    /** … 10 s after. */
    POST_TRADE_DRIFT_10S("post_trade_drift_10s", "Post drift 10 s", Horizon.AFTER_10S, Family.LEAKAGE,
            moved("mid_last_10s", "mid_last"), "the mid's move in the 10 s after the last fill"),
    /** … 1 minute after. */
    POST_TRADE_DRIFT_1M("post_trade_drift_1m", "Post drift 1 m", Horizon.AFTER_1M, Family.LEAKAGE,
            moved("mid_last_1m", "mid_last"), "the mid's move in the minute after the last fill"),
    /** … 5 minutes after. */
    POST_TRADE_DRIFT_5M("post_trade_drift_5m", "Post drift 5 m", Horizon.AFTER_5M, Family.LEAKAGE,
            moved("mid_last_5m", "mid_last"), "the mid's move in the 5 minutes after the last fill"),
    /** … half an hour after. */
    POST_TRADE_DRIFT_30M("post_trade_drift_30m", "Post drift 30 m", Horizon.AFTER_30M, Family.LEAKAGE,
            moved("mid_last_30m", "mid_last"), "the mid's move in the half hour after the last fill"),
    /** What of the move to the last fill was gone a second later. */
    REVERSION_1S("reversion_1s", "Reversion 1 s", Horizon.AFTER_1S, Unit.SHARE, Sign.NEUTRAL, Family.LEAKAGE, reverted("1s"),
            "what share of the move up to the last fill was gone a second later"),
    /** … 10 s later. */
    REVERSION_10S("reversion_10s", "Reversion 10 s", Horizon.AFTER_10S, Unit.SHARE, Sign.NEUTRAL, Family.LEAKAGE, reverted("10s"),
            "what share of the move up to the last fill was gone 10 s later"),
    /** … 1 minute later. */
    REVERSION_1M("reversion_1m", "Reversion 1 m", Horizon.AFTER_1M, Unit.SHARE, Sign.NEUTRAL, Family.LEAKAGE, reverted("1m"),
            "what share of the move up to the last fill was gone a minute later"),
    /** … 5 minutes later. */
    REVERSION_5M("reversion_5m", "Reversion 5 m", Horizon.AFTER_5M, Unit.SHARE, Sign.NEUTRAL, Family.LEAKAGE, reverted("5m"),
            "what share of the move up to the last fill was gone 5 minutes later"),
    /** … half an hour later. */
    REVERSION_30M("reversion_30m", "Reversion 30 m", Horizon.AFTER_30M, Unit.SHARE, Sign.NEUTRAL, Family.LEAKAGE, reverted("30m"),
            "what share of the move up to the last fill was gone half an hour later"),

    /** Paper portfolio less real one. */
    IMPLEMENTATION_SHORTFALL("implementation_shortfall", "IS $", Unit.MONEY, Family.SHORTFALL, shortfall(),
            "what the order cost against trading all of it at the decision price, the part not executed and fees included"),
    /** The same in basis points of the whole order. */
    IMPLEMENTATION_SHORTFALL_BPS("implementation_shortfall_bps", "IS bps", Unit.BPS, Family.SHORTFALL,
            "1e4 · (" + shortfall() + ") / ({quantity} · {decision_price})", "implementation shortfall in basis points of the whole order"),
    /** From decision to arrival. */
    IS_DELAY("is_delay", "IS delay $", Unit.MONEY, Family.SHORTFALL, "{side} · {quantity} · ({arrival_mid} − {decision_price})",
            "the mid's move from the decision to the arrival, on the whole order"),
    /** What the fills paid over the mid. */
    IS_SPREAD("is_spread", "IS spread $", Unit.MONEY, Family.SHORTFALL,
            "{side} · {shares_at_touch} · ({price_at_touch} − {mid_at_touch})", "what the fills paid over the mid just before each"),
    /** How the mid had moved by the time of the fills. */
    IS_DRIFT("is_drift", "IS drift $", Unit.MONEY, Family.SHORTFALL, "{side} · {shares_at_touch} · ({mid_at_touch} − {arrival_mid})",
            "how far the mid just before each fill was from the mid at arrival"),
    /** What was not executed. */
    IS_OPPORTUNITY("is_opportunity", "IS opportunity $", Unit.MONEY, Family.SHORTFALL,
            "{side} · {residual} · ({mid_end} − {arrival_mid})", "the mid's move from arrival to the end, on what was not executed"),
    /** Commission and fees. */
    IS_FEES("is_fees", "IS fees $", Unit.MONEY, Family.SHORTFALL, "{fees}", "commission and fees as the executions told them"),

    /** Against the own side of the arrival quote. */
    NEAR_TOUCH("near_touch", "Near touch", Unit.BPS, Family.BENCHMARK, moved("average_price", "arrival_near"),
            "average fill against the near side of the quote at arrival: the bid of a buy, the offer of a sell"),
    /** Against the other side of the arrival quote. */
    FAR_TOUCH("far_touch", "Far touch", Unit.BPS, Family.BENCHMARK, moved("average_price", "arrival_far"),
            "average fill against the far side of the quote at arrival: the offer of a buy, the bid of a sell"),
    /** Against all trades over the order's life. */
    VS_VWAP("vs_vwap", "vs VWAP", Unit.BPS, Family.BENCHMARK, moved("average_price", "market_vwap"),
            "average fill against the average price of all trades from arrival to the end, own ones included"),
    /** Against the trades of others. */
    VS_VWAP_EX_OWN("vs_vwap_ex_own", "vs VWAP ex own", Unit.BPS, Family.BENCHMARK, moved("average_price", "market_vwap_ex_own"),
            "average fill against the average price of all trades from arrival to the end, own ones taken out"),
    /** Against the mid over time. */
    VS_TWAP("vs_twap", "vs TWAP", Unit.BPS, Family.BENCHMARK, moved("average_price", "mid_over_time"),
            "average fill against the mid's average over time from arrival to the end"),
    /** Against the volume of which the order is a twentieth. */
    PWP_5("pwp_5", "PWP 5 %", Unit.BPS, Family.BENCHMARK, moved("average_price", "pwp_price_5"), pwp("5")),
    /** … a tenth. */
    PWP_10("pwp_10", "PWP 10 %", Unit.BPS, Family.BENCHMARK, moved("average_price", "pwp_price_10"), pwp("10")),
    /** … a fifth. */
    PWP_20("pwp_20", "PWP 20 %", Unit.BPS, Family.BENCHMARK, moved("average_price", "pwp_price_20"), pwp("20")),
    /** … three tenths. */
    PWP_30("pwp_30", "PWP 30 %", Unit.BPS, Family.BENCHMARK, moved("average_price", "pwp_price_30"), pwp("30")),

    /** Against the opening price. */
    VS_OPEN("vs_open", "vs open", Unit.BPS, Family.BENCHMARK, moved("average_price", "day_open"), "average fill against the opening price"),
    /** Against the closing price. */
    VS_CLOSE("vs_close", "vs close", Unit.BPS, Family.BENCHMARK, moved("average_price", "day_close"), "average fill against the closing price"),
    /** Against the last day's closing price. */
    VS_PRIOR_CLOSE("vs_prior_close", "vs prior close", Unit.BPS, Family.BENCHMARK, moved("average_price", "prior_close"),
            "average fill against the last day's closing price"),

    /** Twice what the fills paid over the mid. */
    EFFECTIVE_SPREAD("effective_spread", "Eff. spread", Horizon.TOUCH, Family.SPREAD,
            "2e4 · {side} · ({price_at_touch} − {mid_at_touch}) / {mid_at_touch}", "twice what the fills paid over the mid just before each"),
    /** What of it the other side kept after 10 ms. */
    REALISED_SPREAD_10MS("realised_spread_10ms", "Real. spread 10 ms", Horizon.AFTER_10MS, Family.SPREAD, realised("10ms"),
            "what of the effective spread the other side still had 10 ms later"),
    /** … 100 ms. */
    REALISED_SPREAD_100MS("realised_spread_100ms", "Real. spread 100 ms", Horizon.AFTER_100MS, Family.SPREAD, realised("100ms"),
            "what of the effective spread the other side still had 100 ms later"),
    /** … 1 s. */
    REALISED_SPREAD_1S("realised_spread_1s", "Real. spread 1 s", Horizon.AFTER_1S, Family.SPREAD, realised("1s"),
            "what of the effective spread the other side still had a second later"),
    /** … 10 s. */
    REALISED_SPREAD_10S("realised_spread_10s", "Real. spread 10 s", Horizon.AFTER_10S, Family.SPREAD, realised("10s"),
            "what of the effective spread the other side still had 10 s later"),
    /** … 1 minute. */
    REALISED_SPREAD_1M("realised_spread_1m", "Real. spread 1 m", Horizon.AFTER_1M, Family.SPREAD, realised("1m"),
            "what of the effective spread the other side still had a minute later"),
    /** … 5 minutes. */
    REALISED_SPREAD_5M("realised_spread_5m", "Real. spread 5 m", Horizon.AFTER_5M, Family.SPREAD, realised("5m"),
            "what of the effective spread the other side still had 5 minutes later"),
    /** … half an hour. */
    REALISED_SPREAD_30M("realised_spread_30m", "Real. spread 30 m", Horizon.AFTER_30M, Family.SPREAD, realised("30m"),
            "what of the effective spread the other side still had half an hour later"),
    /** What of the spread the fills kept. */
    SPREAD_CAPTURE("spread_capture", "Spread capture", Horizon.TOUCH, Unit.SHARE, Sign.GAIN, Family.SPREAD,
            "100 · {side} · ({far_at_touch} − {price_at_touch}) / {spread_at_touch}",
            "what share of the spread the fills kept: none at the far side, all at the near"),

    /** Own share of the market's volume. */
    PARTICIPATION("participation", "Part. %", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION, "100 · {executed} / {market_volume}",
            "what share of the market's volume the order was, from arrival to the end"),
    /** … over the last minute. */
    PARTICIPATION_1M("participation_1m", "Part. 1 m", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION,
            "100 · {executed_1m} / {market_volume_1m}", "what share of the market's volume the order was in the last minute"),
    /** … over the last five. */
    PARTICIPATION_5M("participation_5m", "Part. 5 m", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION,
            "100 · {executed_5m} / {market_volume_5m}", "what share of the market's volume the order was in the last 5 minutes"),
    /** How aggressive the order was. */
    AGGRESSOR_RATIO("aggressor_ratio", "Aggr. %", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION,
            "100 · {aggressive_shares} / ({aggressive_shares} + {passive_shares})", "what share of the fills took liquidity"),
    /** How aggressive the market's buyers were. */
    MARKET_AGGRESSOR_RATIO("market_aggressor_ratio", "Mkt aggr. buy %", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION,
            "100 · {market_bought} / ({market_bought} + {market_sold})",
            "what share of the market's volume buyers took, of what is known who took it, from arrival to the end"),
    /** What of the quantity waiting at the touch is filled within 1 s. */
    FILL_PROBABILITY_1S("fill_probability_1s", "Fill prob. 1 s", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, filled("1s"),
            "what share of the quantity that waited at the touch was filled within a second, before it was withdrawn"),
    /** … 10 s. */
    FILL_PROBABILITY_10S("fill_probability_10s", "Fill prob. 10 s", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, filled("10s"),
            "what share of the quantity that waited at the touch was filled within 10 s, before it was withdrawn"),
    /** … 1 minute. */
    FILL_PROBABILITY_1M("fill_probability_1m", "Fill prob. 1 m", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, filled("1m"),
            "what share of the quantity that waited at the touch was filled within a minute, before it was withdrawn"),
    /** That beyond what was to be expected within 1 s. */
    FILL_DEFICIT_1S("fill_deficit_1s", "Fill deficit 1 s", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, deficit("1s"),
            "how much more of what waited at the touch was filled within a second than of others' orders there before; below 0 it is less"),
    /** … 10 s. */
    FILL_DEFICIT_10S("fill_deficit_10s", "Fill deficit 10 s", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, deficit("10s"),
            "how much more of what waited at the touch was filled within 10 s than of others' orders there before; below 0 it is less"),
    /** … 1 minute. */
    FILL_DEFICIT_1M("fill_deficit_1m", "Fill deficit 1 m", null, Unit.SHARE, Sign.GAIN, Family.EXECUTION, deficit("1m"),
            "how much more of what waited at the touch was filled within a minute than of others' orders there before; below 0 it is less"),
    /** What the other side withdrew when it saw us. */
    QUOTE_FADE("quote_fade", "Fade", null, Unit.SHARE, Sign.COST, Family.EXECUTION, "100 · ({fade_after} − {fade_placebo})",
            "what share of the other side's touch was withdrawn in the 10 ms after what others could see of the order, beyond other times"),
    /** How predictable the order's own actions were. */
    OWN_REGULARITY("own_regularity", "Own regularity", null, Unit.SHARE, Sign.NEUTRAL, Family.EXECUTION,
            "100 · ({repeated_sizes} + 1 / (1 + {gap_variation}) + {venue_repetition}) / 3",
            "how predictable what others could see of the order was: 100 is one size on one venue like a clock"),

    /** The move an order of this size is expected to make. */
    EXPECTED_IMPACT("expected_impact", "Exp. impact", Unit.BPS, Family.IMPACT, impact(),
            "how far what was executed is expected to have moved the price, by the square-root law"),
    /** What that is expected to cost. */
    EXPECTED_COST("expected_cost", "Exp. cost", Unit.BPS, Family.IMPACT, impact() + " / (1 + {impact_exponent})",
            "what a steady execution of so much is expected to cost, by the square-root law"),
    /** The move beyond that. */
    EXCESS_IMPACT("excess_impact", "Excess impact", Unit.BPS, Family.IMPACT, moved("mid_now", "arrival_mid") + " − " + impact(),
            "how much further the mid moved against the order than was to be expected of its size; negative when less"),
    /** The move beyond that of the market. */
    MARKET_ADJUSTED_DRIFT("market_adjusted_drift", "Mkt adj. drift", Unit.BPS, Family.IMPACT,
            moved("mid_now", "arrival_mid") + " − 1e4 · {side} · {beta} · {reference_move}",
            "how far the mid moved against the order beyond what its reference basket explains; own names are left out of the basket"),

    /** E. */
    EVIDENCE("evidence", "E", null, Unit.TIMES, Sign.NEUTRAL, Family.EVIDENCE, bets(),
            "what a stake on \"the market answers to our footprints\" became: were it not so, it would reach N at most once in N orders"),
    /** How far the mid moves in excess after footprints, by 10 ms. */
    LEAK_10MS("leak_10ms", "Leak 10 ms", Horizon.AFTER_10MS, Family.EVIDENCE, "{response_10ms} − {placebo_10ms}",
            "how much further the mid moved against the order within 10 ms of its footprints than of their placebos"),
    /** … by 100 ms. */
    LEAK_100MS("leak_100ms", "Leak 100 ms", Horizon.AFTER_100MS, Family.EVIDENCE, "{response_100ms} − {placebo_100ms}",
            "how much further the mid moved against the order within 100 ms of its footprints than of their placebos"),
    /** … by 1 s. */
    LEAK_1S("leak_1s", "Leak 1 s", Horizon.AFTER_1S, Family.EVIDENCE, "{response_1s} − {placebo_1s}",
            "how much further the mid moved against the order within a second of its footprints than of their placebos"),
    /** … by 10 s. */
    LEAK_10S("leak_10s", "Leak 10 s", Horizon.AFTER_10S, Family.EVIDENCE, "{response_10s} − {placebo_10s}",
            "how much further the mid moved against the order within 10 s of its footprints than of their placebos"),
    /** The same after footprints that did not trade, by 10 ms. */
    SIGNAL_10MS("signal_10ms", "Signal 10 ms", Horizon.AFTER_10MS, Family.EVIDENCE, "{response_unfilled_10ms} − {placebo_unfilled_10ms}",
            "the same within 10 ms of footprints that took nothing: what the signal alone moved"),
    /** … by 100 ms. */
    SIGNAL_100MS("signal_100ms", "Signal 100 ms", Horizon.AFTER_100MS, Family.EVIDENCE, "{response_unfilled_100ms} − {placebo_unfilled_100ms}",
            "the same within 100 ms of footprints that took nothing: what the signal alone moved"),
    /** … by 1 s. */
    SIGNAL_1S("signal_1s", "Signal 1 s", Horizon.AFTER_1S, Family.EVIDENCE, "{response_unfilled_1s} − {placebo_unfilled_1s}",
            "the same within a second of footprints that took nothing: what the signal alone moved"),
    /** … by 10 s. */
    SIGNAL_10S("signal_10s", "Signal 10 s", Horizon.AFTER_10S, Family.EVIDENCE, "{response_unfilled_10s} − {placebo_unfilled_10s}",
            "the same within 10 s of footprints that took nothing: what the signal alone moved"),
    /** What the excess added to the price of everything bought later. */
    LEAK_COST("leak_cost", "Leak $", Unit.MONEY, Family.EVIDENCE, "{leak_paid}",
            "what the excess after each footprint, by a second, added to the price of all that was executed afterwards"),
    /** After footprints against the order's own quiet windows. */
    CONTRAST("contrast", "Contrast", Unit.BPS, Family.EVIDENCE, "{response_after} − {response_quiet}",
            "how much further the mid moved in the second after a footprint than in windows alike of the same order in which it showed nothing"),
    /** What somebody could have earned on it. */
    EXPLOITABLE_BPS("exploitable_bps", "Exploitable", Unit.BPS, Family.EVIDENCE, "{phantom_1s}",
            "what somebody earned who took the far touch half a millisecond after each footprint and left at the near touch by a second"),
    /** The part of the drift that the market explains. */
    DRIFT_MARKET("drift_market", "Drift: market", Unit.BPS, Family.EVIDENCE, part("moved_by_market"),
            "what of the drift the reference basket explains"),
    /** … that own fills explain. */
    DRIFT_IMPACT("drift_impact", "Drift: impact", Unit.BPS, Family.EVIDENCE, part("moved_by_fills"),
            "what of the drift came in excess after own fills"),
    /** … that own signals explain. */
    DRIFT_LEAKAGE("drift_leakage", "Drift: leakage", Unit.BPS, Family.EVIDENCE, part("moved_by_signals"),
            "what of the drift came in excess after footprints that took nothing"),
    /** … that nothing explains. */
    DRIFT_REST("drift_rest", "Drift: rest", Unit.BPS, Family.EVIDENCE,
            moved("mid_now", "arrival_mid") + " − " + part("moved_by_market") + " − " + part("moved_by_fills") + " − "
                    + part("moved_by_signals"),
            "what is left of the drift: alpha, noise, and what no horizon reaches"),

    /** The fills against the mid a minute before each. */
    MARKOUT_BEFORE_1M("markout_before_1m", "Markout −1 m", Horizon.BACK_1M, Family.MARKOUT, markout("before_1m"),
            "the mid a minute before each fill against its price"),
    /** … 10 s before. */
    MARKOUT_BEFORE_10S("markout_before_10s", "Markout −10 s", Horizon.BACK_10S, Family.MARKOUT, markout("before_10s"),
            "the mid 10 s before each fill against its price"),
    /** … 1 s before. */
    MARKOUT_BEFORE_1S("markout_before_1s", "Markout −1 s", Horizon.BACK_1S, Family.MARKOUT, markout("before_1s"),
            "the mid a second before each fill against its price"),
    /** … 10 ms after. */
    MARKOUT_10MS("markout_10ms", "Markout 10 ms", Horizon.AFTER_10MS, Family.MARKOUT, markout("10ms"),
            "the mid 10 ms after each fill against its price"),
    /** … 100 ms after. */
    MARKOUT_100MS("markout_100ms", "Markout 100 ms", Horizon.AFTER_100MS, Family.MARKOUT, markout("100ms"),
            "the mid 100 ms after each fill against its price"),
    /** … 1 s after. */
    MARKOUT_1S("markout_1s", "Markout 1 s", Horizon.AFTER_1S, Family.MARKOUT, markout("1s"),
            "the mid a second after each fill against its price"),
    /** … 10 s after. */
    MARKOUT_10S("markout_10s", "Markout 10 s", Horizon.AFTER_10S, Family.MARKOUT, markout("10s"),
            "the mid 10 s after each fill against its price"),
    /** … 1 minute after. */
    MARKOUT_1M("markout_1m", "Markout 1 m", Horizon.AFTER_1M, Family.MARKOUT, markout("1m"),
            "the mid a minute after each fill against its price"),
    /** … 5 minutes after. */
    MARKOUT_5M("markout_5m", "Markout 5 m", Horizon.AFTER_5M, Family.MARKOUT, markout("5m"),
            "the mid 5 minutes after each fill against its price"),
    /** … half an hour after. */
    MARKOUT_30M("markout_30m", "Markout 30 m", Horizon.AFTER_30M, Family.MARKOUT, markout("30m"),
            "the mid half an hour after each fill against its price"),
    /** The mid a minute before each fill against the mid just before it. */
    MID_MARKOUT_BEFORE_1M("mid_markout_before_1m", "Mid markout −1 m", Horizon.BACK_1M, Family.MARKOUT, midMarkout("before_1m"),
            "the mid a minute before each fill against the mid just before it"),
    /** … 10 s before. */
    MID_MARKOUT_BEFORE_10S("mid_markout_before_10s", "Mid markout −10 s", Horizon.BACK_10S, Family.MARKOUT, midMarkout("before_10s"),
            "the mid 10 s before each fill against the mid just before it"),
    /** … 1 s before. */
    MID_MARKOUT_BEFORE_1S("mid_markout_before_1s", "Mid markout −1 s", Horizon.BACK_1S, Family.MARKOUT, midMarkout("before_1s"),
            "the mid a second before each fill against the mid just before it"),
    /** … 10 ms after. */
    MID_MARKOUT_10MS("mid_markout_10ms", "Mid markout 10 ms", Horizon.AFTER_10MS, Family.MARKOUT, midMarkout("10ms"),
            "the mid 10 ms after each fill against the mid just before it"),
    /** … 100 ms after. */
    MID_MARKOUT_100MS("mid_markout_100ms", "Mid markout 100 ms", Horizon.AFTER_100MS, Family.MARKOUT, midMarkout("100ms"),
            "the mid 100 ms after each fill against the mid just before it"),
    /** … 1 s after. */
    MID_MARKOUT_1S("mid_markout_1s", "Mid markout 1 s", Horizon.AFTER_1S, Family.MARKOUT, midMarkout("1s"),
            "the mid a second after each fill against the mid just before it"),
    /** … 10 s after. */
    MID_MARKOUT_10S("mid_markout_10s", "Mid markout 10 s", Horizon.AFTER_10S, Family.MARKOUT, midMarkout("10s"),
            "the mid 10 s after each fill against the mid just before it"),
    /** … 1 minute after. */
    MID_MARKOUT_1M("mid_markout_1m", "Mid markout 1 m", Horizon.AFTER_1M, Family.MARKOUT, midMarkout("1m"),
            "the mid a minute after each fill against the mid just before it"),
    /** … 5 minutes after. */
    MID_MARKOUT_5M("mid_markout_5m", "Mid markout 5 m", Horizon.AFTER_5M, Family.MARKOUT, midMarkout("5m"),
            "the mid 5 minutes after each fill against the mid just before it"),
    /** … half an hour after. */
    MID_MARKOUT_30M("mid_markout_30m", "Mid markout 30 m", Horizon.AFTER_30M, Family.MARKOUT, midMarkout("30m"),
            "the mid half an hour after each fill against the mid just before it");

    private static final Measure[] ALL = values();
    /** What a table shows unless a person chooses otherwise. */
    private static final Set<Measure> HEADLINES = EnumSet.of(ARRIVAL_SLIPPAGE, LEAKAGE_COST, DRIFT, PRE_TRADE_LEAKAGE,
            POST_TRADE_DRIFT_10MS, POST_TRADE_DRIFT_100MS, POST_TRADE_DRIFT_1S, POST_TRADE_DRIFT_10S, POST_TRADE_DRIFT_1M,
            IMPLEMENTATION_SHORTFALL_BPS, EFFECTIVE_SPREAD, EVIDENCE, MARKOUT_1S);

    private final String id;
    private final String header;
    private final Unit unit;
    private final Sign sign;
    private final Family family;
    private final Horizon horizon;
    private final String formula;
    private final String meaning;

    Measure(String id, String header, Unit unit, Family family, String formula, String meaning) {
        this(id, header, null, unit, Sign.COST, family, formula, meaning);
    }

    Measure(String id, String header, Horizon horizon, Family family, String formula, String meaning) {
        this(id, header, horizon, Unit.BPS, family == Family.MARKOUT ? Sign.NEUTRAL : Sign.COST, family, formula, meaning);
    }

    Measure(String id, String header, Horizon horizon, Unit unit, Sign sign, Family family, String formula, String meaning) {
        this.id = id;
        this.header = header;
        this.horizon = horizon;
        this.unit = unit;
        this.sign = sign;
        this.family = family;
        this.formula = formula;
        this.meaning = meaning;
    }

    /** {@return how files, JSON and rules call it; a horizon is its suffix} */
    public String id() {
        return id;
    }

    /** {@return the column's header} */
    public String header() {
        return header;
    }

    /** {@return what the number counts} */
    public Unit unit() {
        return unit;
    }

    /** {@return what a number above zero means} */
    public Sign sign() {
        return sign;
    }

    /** {@return the measures it is read with} */
    public Family family() {
        return family;
    }

    /** {@return how long before or after the fills it looks, null for a measure without a horizon} */
    public Horizon horizon() {
        return horizon;
    }

    /** {@return how it is computed, in the names of {@link Input}s between braces} */
    public String formula() {
        return formula;
    }

    /** {@return one line for a person} */
    public String meaning() {
        return meaning;
    }

    /** {@return whether a table shows it unless a person chooses otherwise} */
    public boolean isHeadline() {
        return HEADLINES.contains(this);
    }

    /** {@return the product version that brought it} */
    public String since() {
        return "1.0";
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the measure at this place of the catalogue; makes no copy, unlike {@link #values}} */
    public static Measure at(int ordinal) {
        return ALL[ordinal];
    }
}
