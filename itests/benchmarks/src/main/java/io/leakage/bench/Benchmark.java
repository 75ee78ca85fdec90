package io.leakage.bench;

/** A benchmark by name; listed in {@link Benchmarks}. */
public interface Benchmark {
    /** {@return its name on the command line and of its JSON file} */
    String name();

    /**
     * Runs it, minutes at most.
     *
     * @return what it found
     * @throws Exception when it could not run
     */
    Report run() throws Exception;
}
