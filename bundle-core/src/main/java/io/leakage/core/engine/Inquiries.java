package io.leakage.core.engine;

import io.leakage.api.score.EvidenceCard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * What a reader asks that only the pipeline's thread can tell: it answers behind the event at hand, one question an event. Whoever asks
 * waits until the next event, of which the clock makes one a second; the pipeline waits for nobody.
 */
final class Inquiries {
    private static final long PATIENCE_SECONDS = 3;

    private record Inquiry(int parent, CompletableFuture<EvidenceCard> answer) {
    }

    private final Object turn = new Object();
    private volatile Inquiry asked;

    /** {@return a parent's card, null when there is none or no event came in time} Any thread but the pipeline's. */
    EvidenceCard card(int parent) {
        synchronized (turn) {
            Inquiry inquiry = new Inquiry(parent, new CompletableFuture<>());
            asked = inquiry;
            try {
                return inquiry.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException quiet) {
                asked = null;
                return null;
            } catch (InterruptedException stop) {
                asked = null;
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /** Answers what was asked; the pipeline's thread. */
    void answer(IntFunction<EvidenceCard> cards) {
        Inquiry inquiry = asked;
        if (inquiry != null) {
            asked = null;
            inquiry.answer.complete(cards.apply(inquiry.parent));
        }
    }
}
