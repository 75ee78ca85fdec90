package io.leakage.core.rule;

import java.util.List;
import java.util.function.Consumer;

/** When a rule holds: clauses, and what is made of them. */
public interface Condition {
    /** {@return whether it holds when these are the truths of the rule set's clauses} */
    Truth of(Truths clauses);

    /** Tells its clauses, from left to right. */
    void clauses(Consumer<Is> to);

    /** The truths of a rule set's clauses. */
    interface Truths {
        /** {@return the truth of the clause with this number} */
        Truth of(int clause);
    }

    /**
     * One clause.
     *
     * @param clause the question
     * @param number its place among the rule set's clauses
     */
    record Is(Clause clause, int number) implements Condition {
        @Override
        public Truth of(Truths clauses) {
            return clauses.of(number);
        }

        @Override
        public void clauses(Consumer<Is> to) {
            to.accept(this);
        }

        @Override
        public String toString() {
            return clause.toString();
        }
    }

    /** All of them. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Truth of(Truths clauses) {
            Truth all = Truth.YES;
            for (int i = 0; i < parts.size(); i++) {
                all = all.and(parts.get(i).of(clauses));
            }
            return all;
        }

        @Override
        public void clauses(Consumer<Is> to) {
            parts.forEach(part -> part.clauses(to));
        }

        @Override
        public String toString() {
            return "all of " + parts;
        }
    }

    /** At least one of them. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Truth of(Truths clauses) {
            Truth any = Truth.NO;
            for (int i = 0; i < parts.size(); i++) {
                any = any.or(parts.get(i).of(clauses));
            }
            return any;
        }

        @Override
        public void clauses(Consumer<Is> to) {
            parts.forEach(part -> part.clauses(to));
        }

        @Override
        public String toString() {
            return "any of " + parts;
        }
    }

    /** Not this. */
    record Not(Condition part) implements Condition {
        @Override
        public Truth of(Truths clauses) {
            return part.of(clauses).not();
        }

        @Override
        public void clauses(Consumer<Is> to) {
            part.clauses(to);
        }

        @Override
        public String toString() {
            return "not " + part;
        }
    }
}
