package io.leakage.core.order;

import io.leakage.api.event.Absent;

/** Which message states an order's terms in full: the request that put them in force, or else the report that told them. */
final class Stated {
    private int asked = Absent.NAME;
    private int askedSource;
    private long askedRaw = Absent.LONG;
    /** The request before, which is in force while the newest is not granted. */
    private int before = Absent.NAME;
    private int beforeSource;
    private long beforeRaw = Absent.LONG;
    private int reported = Absent.NAME;
    private int reportedSource;
    private long reportedRaw = Absent.LONG;

    /** A NewOrderSingle, or a request to replace. */
    void ask(int id, int source, long raw) {
        if (id != asked) {
            before = asked;
            beforeSource = askedSource;
            beforeRaw = askedRaw;
        }
        asked = id;
        askedSource = source;
        askedRaw = raw;
    }

    /** A report that tells terms in force. */
    void report(int id, int source, long raw) {
        reported = id;
        reportedSource = source;
        reportedRaw = raw;
    }

    long rawPosition(int id) {
        return id == asked ? askedRaw : id == before ? beforeRaw : id == reported ? reportedRaw : Absent.LONG;
    }

    int source(int id) {
        return id == asked ? askedSource : id == before ? beforeSource : reportedSource;
    }
}
