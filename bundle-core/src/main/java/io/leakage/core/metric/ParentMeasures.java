package io.leakage.core.metric;

import io.leakage.api.score.Measure;
import java.util.Arrays;

/** Every measure of a parent, one line each. */
final class ParentMeasures {
    /** All of them. */
    static final ParentMeasure[] ALL = {
        new ArrivalSlippage(),
        new LeakageCost(),
        new Drift(),
        new PreTradeLeakage(),
        new InFlightDrift(),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_10MS),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_100MS),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_1S),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_10S),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_1M),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_5M),
        new PostTradeDrift(Measure.POST_TRADE_DRIFT_30M),
        new Reversion(Measure.REVERSION_1S),
        new Reversion(Measure.REVERSION_10S),
        new Reversion(Measure.REVERSION_1M),
        new Reversion(Measure.REVERSION_5M),
        new Reversion(Measure.REVERSION_30M),
        new ImplementationShortfall(Measure.IMPLEMENTATION_SHORTFALL),
        new ImplementationShortfall(Measure.IMPLEMENTATION_SHORTFALL_BPS),
        new IsDelay(),
        new IsSpread(),
        new IsDrift(),
        new IsOpportunity(),
        new IsFees(),
        new ArrivalTouch(Measure.NEAR_TOUCH),
        new ArrivalTouch(Measure.FAR_TOUCH),
        new VsVwap(Measure.VS_VWAP),
        new VsVwap(Measure.VS_VWAP_EX_OWN),
        new VsTwap(),
        new ParticipationWeighted(Measure.PWP_5, 0),
        new ParticipationWeighted(Measure.PWP_10, 1),
        new ParticipationWeighted(Measure.PWP_20, 2),
        new ParticipationWeighted(Measure.PWP_30, 3),
        new VsSessionPrice(Measure.VS_OPEN),
        new VsSessionPrice(Measure.VS_CLOSE),
        new VsSessionPrice(Measure.VS_PRIOR_CLOSE),
        new EffectiveSpread(),
        new RealisedSpread(Measure.REALISED_SPREAD_10MS),
        new RealisedSpread(Measure.REALISED_SPREAD_100MS),
        new RealisedSpread(Measure.REALISED_SPREAD_1S),
        new RealisedSpread(Measure.REALISED_SPREAD_10S),
        new RealisedSpread(Measure.REALISED_SPREAD_1M),
        new RealisedSpread(Measure.REALISED_SPREAD_5M),
        new RealisedSpread(Measure.REALISED_SPREAD_30M),
        new SpreadCapture(),
        new Participation(Measure.PARTICIPATION),
        new Participation(Measure.PARTICIPATION_1M),
        new Participation(Measure.PARTICIPATION_5M),
        new MarketAggressor(),
        new Aggressor(),
        new OwnRegularity(),
        new ExpectedImpact(Measure.EXPECTED_IMPACT),
        new ExpectedImpact(Measure.EXPECTED_COST),
        new ExcessImpact(),
        new MarketAdjustedDrift(),
        new Markout(Measure.MARKOUT_BEFORE_1M),
        new Markout(Measure.MARKOUT_BEFORE_10S),
        new Markout(Measure.MARKOUT_BEFORE_1S),
        new Markout(Measure.MARKOUT_10MS),
        new Markout(Measure.MARKOUT_100MS),
        new Markout(Measure.MARKOUT_1S),
        new Markout(Measure.MARKOUT_10S),
        new Markout(Measure.MARKOUT_1M),
        new Markout(Measure.MARKOUT_5M),
        new Markout(Measure.MARKOUT_30M),
        new MidMarkout(Measure.MID_MARKOUT_BEFORE_1M),
        new MidMarkout(Measure.MID_MARKOUT_BEFORE_10S),
        new MidMarkout(Measure.MID_MARKOUT_BEFORE_1S),
        new MidMarkout(Measure.MID_MARKOUT_10MS),
        new MidMarkout(Measure.MID_MARKOUT_100MS),
        new MidMarkout(Measure.MID_MARKOUT_1S),
        new MidMarkout(Measure.MID_MARKOUT_10S),
        new MidMarkout(Measure.MID_MARKOUT_1M),
        new MidMarkout(Measure.MID_MARKOUT_5M),
        new MidMarkout(Measure.MID_MARKOUT_30M),
    };

    /** What a new quote changes when nothing else happened. */
    static final ParentMeasure[] OF_NOW = Arrays.stream(ALL).filter(ParentMeasure::followsQuote)
            .toArray(ParentMeasure[]::new);

    private ParentMeasures() {
    }
}
