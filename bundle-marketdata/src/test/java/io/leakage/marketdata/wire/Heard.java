package io.leakage.marketdata.wire;

import io.leakage.marketdata.tape.Words;
import java.util.List;

/** What a sink and a recourse were told, in a word each; who can be asked is said beforehand. */
final class Heard extends Words implements LiveSink, Recourse {
    boolean requestServer = true;
    boolean snapshotServer;

    /** {@return what was told since the last call} */
    List<String> take() {
        List<String> taken = List.copyOf(words);
        words.clear();
        return taken;
    }

    @Override
    public boolean message(long sequence, byte[] buffer, int offset, int length) {
        words.add(length == 1 ? String.valueOf(sequence) : "rests " + new String(buffer, offset, length));
        return true;
    }

    @Override
    public void filled() {
        words.add("filled");
    }

    @Override
    public void recovering() {
        words.add("recovering");
    }

    @Override
    public void recovered(long sequence) {
        words.add("recovered " + sequence);
    }

    @Override
    public void silent(boolean silent) {
        words.add(silent ? "silent" : "speaks");
    }

    @Override
    public void lagging(long nanos) {
        words.add("lagging " + nanos);
    }

    @Override
    public long venueNanos() {
        return Long.MIN_VALUE;
    }

    @Override
    public void sessionChanged() {
        words.add("new session");
    }

    @Override
    public boolean request(long sequence, int count) {
        if (requestServer) {
            words.add("ask " + sequence + "+" + count);
        }
        return requestServer;
    }

    @Override
    public boolean snapshot() {
        if (snapshotServer) {
            words.add("ask snapshot");
        }
        return snapshotServer;
    }

    @Override
    public void enough() {
        words.add("enough");
    }
}
