package io.leakage.core.score;

class HeapScoreStoreTest extends ScoreStoreContract {
    @Override
    ScoreStore emptyStore() {
        return new HeapScoreStore("heap");
    }
}
