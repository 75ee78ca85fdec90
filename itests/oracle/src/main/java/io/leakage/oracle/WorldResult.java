package io.leakage.oracle;

import io.leakage.simulator.World;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** All parents of one world together. */
final class WorldResult {
    /** α of amber and of red. */
    static final double[] ALPHAS = {.2, .02};

    private final World world;
    private final List<Finding> findings;

    /** @param findings of all its parents */
    WorldResult(World world, List<Finding> findings) {
        this.world = world;
        this.findings = settle(findings);
    }

    /** Gives means over footprints their truth: what one changes on average, of each family in the parent's own proportion. */
    private static List<Finding> settle(List<Finding> findings) {
        double[] filled = changed(findings, true);
        double[] unfilled = changed(findings, false);
        for (Finding finding : findings) {
            for (Quantity quantity : Quantity.values()) {
                if (quantity.isOfFootprints()) {
                    int h = quantity.horizon;
                    double share = quantity.all ? finding.traded()[h] : 0;
                    int at = quantity.ordinal();
                    finding.estimates()[at] = finding.estimates()[at].truth(share * filled[h] + (1 - share) * unfilled[h]);
                }
            }
        }
        return findings;
    }

    /** {@return what a footprint of a family changed by each horizon, on average; 0 where none was looked at} */
    private static double[] changed(List<Finding> findings, boolean traded) {
        double[] means = new double[Finding.HORIZONS];
        for (int h = 0; h < means.length; h++) {
            int at = h;
            means[h] = findings.stream().filter(finding -> finding.leftTraded() == traded).mapToDouble(finding -> finding.left()[at])
                    .filter(Double::isFinite).average().orElse(0);
        }
        return means;
    }

    World world() {
        return world;
    }

    int parents() {
        return findings.size();
    }

    /** {@return share of parents of which something holds} */
    double share(Predicate<Finding> holds) {
        return findings.stream().filter(holds).count() / (double) findings.size();
    }

    double alarms(double alpha) {
        return share(finding -> finding.peak() >= 1 / alpha);
    }

    double unfilledAlarms(double alpha) {
        return share(finding -> finding.peakUnfilled() >= 1 / alpha);
    }

    /** {@return standard error of a share p of the parents} */
    double error(double p) {
        return Math.sqrt(p * (1 - p) / findings.size());
    }

    /** {@return share of parents that were amber within so many footprints} */
    double power(int footprints) {
        return share(finding -> finding.amber() > 0 && finding.amber() <= footprints);
    }

    /** {@return median of the footprints shown by amber, of the parents that became it; NaN of none} */
    double medianFootprints() {
        int[] ambers = findings.stream().mapToInt(Finding::amber).filter(amber -> amber > 0).sorted().toArray();
        return ambers.length == 0 ? Double.NaN : ambers[ambers.length / 2];
    }

    double footprints() {
        return findings.stream().mapToInt(Finding::footprints).average().orElse(Double.NaN);
    }

    /** {@return standard deviation of responses at a second, mean over parents, in basis points} */
    double spread() {
        return findings.stream().mapToDouble(finding -> finding.naive().spread()).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    SwitchTrial switches() {
        return new SwitchTrial(findings.stream().map(Finding::switchCase).toList());
    }

    private double[] of(Quantity quantity, ToDoubleFunction<Finding.Estimate> what) {
        return findings.stream().map(finding -> finding.estimates()[quantity.ordinal()]).filter(Finding.Estimate::isSaid).mapToDouble(what)
                .toArray();
    }

    int said(Quantity quantity) {
        return of(quantity, Finding.Estimate::value).length;
    }

    double truth(Quantity quantity) {
        return mean(of(quantity, Finding.Estimate::truth));
    }

    /** {@return standard error of the truth about footprints that did not trade: it is a mean over one of them a parent} */
    double truthError(Quantity quantity) {
        double[] left = findings.stream().filter(finding -> !finding.leftTraded()).mapToDouble(finding -> finding.left()[quantity.horizon])
                .filter(Double::isFinite).toArray();
        double mean = mean(left);
        return Math.sqrt(Arrays.stream(left).map(x -> (x - mean) * (x - mean)).sum() / (left.length - 1) / left.length);
    }

    double bias(Quantity quantity) {
        return mean(of(quantity, estimate -> estimate.value() - estimate.truth()));
    }

    /** {@return standard error of the bias} */
    double biasError(Quantity quantity) {
        double[] off = of(quantity, estimate -> estimate.value() - estimate.truth());
        double mean = mean(off);
        double squares = Arrays.stream(off).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (off.length - 1) / off.length);
    }

    double coverage(Quantity quantity) {
        return mean(of(quantity, estimate -> estimate.covers() ? 1 : 0));
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }
}
