package io.leakage.ui.league;

/**
 * One group's place in a league. What a number of fills does not allow is NaN.
 *
 * @param group       its name
 * @param fills       fills with a valid number: what everything here is computed from
 * @param quantity    shares of those fills
 * @param censored    fills whose number will never be known: a halt in the window, the end of the feed
 * @param waiting     fills whose number is not known yet
 * @param leftOut     fills with a doubtful number, or without one for another reason
 * @param mean        mean of the fills, in the measure's unit
 * @param median      their median
 * @param deciles     their nine deciles, linear between order statistics
 * @param worst       what share of them is among the worst tenth of all fills, 0 … 1; 0.1 is as many as anybody
 * @param shrunken    the mean pulled towards the mean of all
 * @param lo          lower end of the 95 % interval of the true mean
 * @param hi          upper end
 * @param pull        how much of its distance to the mean of all it lost, 0 … 1
 */
public record Standing(String group, int fills, long quantity, int censored, int waiting, int leftOut, double mean, double median,
        double[] deciles, double worst, double shrunken, double lo, double hi, double pull) {
}
