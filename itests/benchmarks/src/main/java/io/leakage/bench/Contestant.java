package io.leakage.bench;

/** One way to do the work of a duel. */
@FunctionalInterface
public interface Contestant {
    /**
     * Does one round of the work, on the calling thread.
     *
     * @return operations done; every contestant of a duel counts alike
     * @throws Exception ends the benchmark
     */
    long round() throws Exception;
}
