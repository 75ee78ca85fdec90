package io.leakage.core.engine;

import io.leakage.api.score.Ask;
import io.leakage.api.score.EvidenceCard;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a reader asks that only the pipeline's thread can tell: it goes in by no door but takes a slot of the ring itself, in turn with
 * everything else, and the answer comes out with that slot. It changes nothing, so the journal does not keep it. One question is on its way
 * at a time; who asks waits three seconds at most for its answer, once it is its turn and the ring has room.
 */
final class Inquiries {
    /** What an inquiry is about when it is about no parent: who was asked for quotes. */
    static final long OF_ASKS = -1;

    private static final long PATIENCE_SECONDS = 3;

    private final Slots slots;
    private final Object turn = new Object();
    private volatile Inquiry asked;
    private long count;

    private record Inquiry(long number, CompletableFuture<Answer> answer) {
    }

    private record Answer(EvidenceCard card, List<Ask> asks) {
        private static final Answer NONE = new Answer(null, List.of());
    }

    /** @param slots its own */
    Inquiries(Slots slots) {
        this.slots = slots;
    }

    /** {@return a parent's card, null when there is none or no answer came in time} Any thread. */
    EvidenceCard card(int parent) {
        return ask(parent).card;
    }

    /** {@return who was asked for quotes, empty when nobody was or no answer came in time} Any thread. */
    List<Ask> asks() {
        return ask(OF_ASKS).asks;
    }

    private Answer ask(long about) {
        synchronized (turn) {
            Inquiry inquiry = new Inquiry(++count, new CompletableFuture<>());
            asked = inquiry;
            LeakageEvent event = slots.claim();
            event.kind(EventKind.INQUIRY);
            event.quantity = about;
            event.orderRef = inquiry.number;
            slots.publish();
            try {
                return inquiry.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException late) {
                return Answer.NONE;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Answer.NONE;
            }
        }
    }

    /** An INQUIRY came out; the outlet. An answer that nobody waits for any more is dropped. */
    void take(LeakageEvent event) {
        Inquiry inquiry = asked;
        if (inquiry != null && inquiry.number == event.orderRef) {
            inquiry.answer.complete(event.rows() == null ? Answer.NONE : new Answer(event.rows().card(), event.rows().asks()));
        }
    }
}
