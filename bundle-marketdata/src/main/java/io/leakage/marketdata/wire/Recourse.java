package io.leakage.marketdata.wire;

/** Where messages that did not come can be had. Called on the feed's thread; returns at once, answers come later or never. */
public interface Recourse {
    /** Nobody can be asked: what is missing is lost. */
    Recourse NONE = new Recourse() {
        @Override
        public boolean request(long sequence, int count) {
            return false;
        }

        @Override
        public boolean snapshot() {
            return false;
        }

        @Override
        public void enough() {
        }
    };

    /**
     * Asks for messages again.
     *
     * @param sequence the first
     * @param count    how many, 1 to 65534
     * @return false when there is no server to ask
     */
    boolean request(long sequence, int count);

    /**
     * Asks for a snapshot; one under way is given up.
     *
     * @return false when there is no server to ask
     */
    boolean snapshot();

    /** The snapshot is here, or no longer wanted. */
    void enough();
}
