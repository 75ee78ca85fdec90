package io.leakage.health;

import io.leakage.api.health.HistoryState;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;

/** Judges the stores that keep the history elsewhere. One that is in trouble is a WARN: the numbers of today do not need it. */
final class HistoryCheck {
    private HistoryCheck() {
    }

    /** {@return a line for each store; OK when there is none: nobody needs one} */
    static Result of(List<HistoryState> stores) {
        Findings findings = new Findings();
        if (stores.isEmpty()) {
            findings.add(Status.OK, "no store keeps the history elsewhere");
        }
        for (HistoryState store : stores) {
            findings.add(store.trouble().isEmpty() ? Status.OK : Status.WARN, "%s is %,d bytes of the journal behind%s: records %,d, tried again %,d",
                    store.name(), store.lag(), store.trouble().isEmpty() ? "" : " (" + store.trouble() + ")", store.records(), store.retries());
        }
        return findings.result();
    }
}
