package io.leakage.api.score;

/**
 * What a rule of a desk has saved by asking to switch from one strategy to another. Where some were withheld by lot it is what those
 * proposed gained beyond those withheld, carried out or not: who leaves out what a person declined compares chosen orders with others.
 * Orders that still work, and all decided after them, wait, so that those that are soon over do not count for more.
 *
 * @param desk     the desk ({@link NameKind#DESK})
 * @param rules    the rule set
 * @param rule     the rule
 * @param from     the strategy orders had ({@link NameKind#TEXT}), −1 when not told
 * @param to       the strategy asked for
 * @param bps      basis points of what was left of an order, on average; NaN while there is none
 * @param lo       lower end of an interval that holds at every look with 95 %; NaN unless {@link Basis#HELD_OUT}
 * @param hi       its upper end
 * @param basis    what it rests on; it is not to be told without this
 * @param switched decisions counted that were carried out
 * @param left     … proposed and not carried out
 * @param withheld … withheld by lot
 * @param waiting  decisions not counted yet
 * @param unknown  decisions that never count, since a mid is not known
 */
public record SwitchSaving(int desk, String rules, String rule, int from, String to, double bps, double lo, double hi, Basis basis,
        int switched, int left, int withheld, int waiting, int unknown) {
    /** What a saving rests on. */
    public enum Basis {
        /** Nothing. */
        NONE("nothing to reckon it by yet"),
        /** A model: none was withheld. */
        MODEL("model estimate, not identified"),
        /** Decisions withheld by lot, and others; too few. */
        INSUFFICIENT("against decisions withheld by lot, too few to say"),
        /** Decisions withheld by lot. */
        HELD_OUT("against decisions withheld by lot");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** {@return the same for a person} */
        public String words() {
            return words;
        }
    }
}
