package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.Recourse;

/** Asks for snapshots where there is a server of them, and nobody for single messages. On the feed's thread. */
abstract class SnapshotRecourse implements Recourse {
    /** {@return whom to ask, null when there is no server} */
    abstract SnapshotServer server();

    @Override
    public boolean request(long sequence, int count) {
        return false;
    }

    @Override
    public boolean snapshot() {
        SnapshotServer server = server();
        if (server != null) {
            server.want();
        }
        return server != null;
    }

    @Override
    public void enough() {
        SnapshotServer server = server();
        if (server != null) {
            server.enough();
        }
    }
}
