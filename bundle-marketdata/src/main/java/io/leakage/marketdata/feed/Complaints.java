package io.leakage.marketdata.feed;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Tells what could not be read, the first twenty places one by one and the rest as a number. One thread. */
final class Complaints {
    private static final int TOLD = 20;

    private final Path file;
    private final Consumer<String> problem;
    private long problems;

    Complaints(Path file, Consumer<String> problem) {
        this.file = file;
        this.problem = problem;
    }

    /** Tells of one place. */
    void tell(String place, String what) {
        if (++problems <= TOLD) {
            problem.accept(file + ", " + place + ": " + what);
        }
    }

    /** Tells of one byte. */
    void tell(long offset, String what) {
        tell("byte " + offset, what);
    }

    /** Nothing more will be told. */
    void end() {
        if (problems > TOLD) {
            problem.accept(file + ": " + (problems - TOLD) + " more places could not be read");
        }
    }

    /** {@return how many places} */
    long problems() {
        return problems;
    }
}
