package io.leakage.api.score;

/**
 * A rule stands on an order and asks for a switch, and something spoke against it.
 *
 * @param parent  the parent's number
 * @param nanos   venue time, nanoseconds since the epoch
 * @param rules   the rule set's id
 * @param version its version
 * @param rule    the rule's id
 * @param guard   what does not hold ({@code LIVE}, {@code NO_VETO} …)
 * @param words   the same for a person
 */
public record Objection(int parent, long nanos, String rules, int version, String rule, String guard, String words) {
}
