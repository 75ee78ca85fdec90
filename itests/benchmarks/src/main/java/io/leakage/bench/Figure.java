package io.leakage.bench;

/**
 * One line of a report.
 *
 * @param what  who and what ("ours")
 * @param unit  unit of the value ("CPU ns/message")
 * @param value the figure
 * @param goal  what it should be, null when it is only told
 */
public record Figure(String what, String unit, double value, Goal goal) {
    /** {@return "met", "MISSED", or nothing where there is no goal} */
    public String verdict() {
        return goal == null ? "" : goal.isMet(value) ? "met" : "MISSED";
    }
}
