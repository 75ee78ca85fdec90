package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskTerms;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.score.StoredScorecard;

/** Behind the pipeline: puts rows where readers find them, and counts how far it has come. Never runs foreign code. */
final class Outlet {
    private static final int FLUSH_AT_LEAST_EVERY = 256;

    private final StoredScorecard scorecard;
    private final Pipeline pipeline;
    private final HostMailbox mailbox;
    private Quarantined quarantine;
    private Inquiries inquiries;
    /** Null while what was is replayed: nothing of it may be acted on again. */
    private SwitchMailbox switches;
    private long marketSequence = Absent.LONG;
    private long marketEvents;
    private long orderEvents;
    private long marketNanos = Absent.LONG;
    private long clockNanos = Absent.LONG;
    private long dropped;
    private long quarantined;
    private long storeFailures;
    private int sinceFlush;

    /** @param mailbox hears which parents changed; null when nobody listens */
    Outlet(StoredScorecard scorecard, Pipeline pipeline, HostMailbox mailbox) {
        this.scorecard = scorecard;
        this.pipeline = pipeline;
        this.mailbox = mailbox;
    }

    /** Says who lists what is quarantined. */
    void tells(Quarantined list) {
        quarantine = list;
    }

    /** Says who waits for answers. */
    void tells(Inquiries askers) {
        inquiries = askers;
    }

    /** From now on events are live, and what is decided is carried out. */
    void goLive(SwitchMailbox carrier) {
        switches = carrier;
    }

    void onEvent(LeakageEvent event, boolean endOfBatch) {
        count(event);
        try {
            scorecard.take(event);
        } catch (IllegalStateException storeFull) {
            storeFailures++;   // the store is a cache; the journal has the truth
        }
        if (switches != null && event.rows() != null && event.rows().hasSwitching()) {
            flush();   // who is told reads the rows
            switches.take(event.rows().switching());
        }
        if (mailbox != null && event.rows() != null) {
            for (int i = 0; i < event.rows().parents(); i++) {
                mailbox.changed(event.rows().parent(i).number());
            }
        }
        if (endOfBatch || ++sinceFlush >= FLUSH_AT_LEAST_EVERY) {
            flush();
        }
    }

    private void onTerms(DeskTerms terms, int desk) {
        scorecard.falseDiscoveryRate(desk, terms == null ? Double.NaN : terms.falseDiscoveryRate());
    }

    void flush() {
        sinceFlush = 0;
        try {
            scorecard.flush();
        } catch (IllegalStateException storeFull) {
            storeFailures++;
        }
        scorecard.progress(marketSequence, marketEvents, orderEvents, marketNanos, clockNanos, dropped,
                pipeline.unapplied() + storeFailures, quarantined, pipeline.stale());
        if (mailbox != null) {
            mailbox.flush();
        }
    }

    private void count(LeakageEvent event) {
        switch (event.kind()) {
            case ORDER, QUOTING -> {
                orderEvents++;
                if (quarantine != null && event.rows() != null && event.rows().isInConflict()) {
                    quarantine.conflict(event);
                }
            }
            case CARRIED -> orderEvents += event.quantity;
            case QUARANTINED -> {
                quarantined++;
                if (quarantine != null) {
                    quarantine.take(event);
                }
            }
            case CLOCK -> clockNanos = event.venueNanos;
            case DROPPED -> dropped += event.quantity;
            case DESK_TERMS -> onTerms(TermsText.read(event), event.name);
            case INQUIRY -> {
                if (inquiries != null) {
                    inquiries.take(event);
                }
            }
            case NAMED, DESK, RULES, DECISION, HOOK, RESTARTED -> { }
            case COPY_GAP, COPY_FILLED, COPY_EPOCH, COPY_HOLE, COPY_STALE, COPY_PARTIAL -> { }
            default -> {
                marketEvents++;
                marketSequence = event.venueNanos == Absent.LONG && event.kind() != EventKind.ENDED ? marketSequence : event.sequence;
                marketNanos = Math.max(marketNanos, event.venueNanos);
            }
        }
    }
}
