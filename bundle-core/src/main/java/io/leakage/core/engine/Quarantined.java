package io.leakage.core.engine;

import io.leakage.api.health.Quarantine;
import io.leakage.api.health.QuarantinedMessage;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.score.StoredScorecard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the quarantine holds: places of raw records, told by events. The bytes stay on disk until somebody looks. */
final class Quarantined implements Quarantine {
    private static final int KEPT = 1000;
    private static final char SOH = 1;

    private final StoredScorecard names;
    private final RawJournals raw;
    private final Deque<Place> newest = new ArrayDeque<>();
    private long count;

    Quarantined(StoredScorecard names, RawJournals raw) {
        this.names = names;
        this.raw = raw;
    }

    /** Takes in a QUARANTINED event. */
    synchronized void take(LeakageEvent event) {
        keep(event, new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8));
    }

    /** Takes in an execution that contradicts what was told before under its key. */
    synchronized void conflict(LeakageEvent event) {
        String key = names.text(NameKind.EXECUTION, event.order().execution).replace(SOH, '|');
        keep(event, "CONFLICT: execution " + key + " was told before with another content or of another order, which stands");
    }

    private void keep(LeakageEvent event, String reason) {
        count++;
        newest.addLast(new Place(event.source, event.order().rawPosition, reason));
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
    }

    @Override
    public synchronized long count() {
        return count;
    }

    @Override
    public List<QuarantinedMessage> newest(int most) {
        List<QuarantinedMessage> messages = new ArrayList<>();
        for (Place place : places(most)) {
            String source = names.text(NameKind.SOURCE, place.source);
            messages.add(new QuarantinedMessage(source, place.position, place.reason, raw.message(source, place.position)));
        }
        return messages;
    }

    private synchronized List<Place> places(int most) {
        List<Place> all = new ArrayList<>(newest);
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size());
    }

    /** Where one is. */
    private record Place(int source, long position, String reason) {
    }
}
