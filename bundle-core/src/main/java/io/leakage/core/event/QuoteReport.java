package io.leakage.core.event;

import io.leakage.api.event.OrderMessage;

/**
 * What a message of a request for quotes says beside what {@link OrderReport} holds: there are its order and parent, side, quantity and
 * where its raw bytes are. Names as numbers: request and quote are ORDER, who was asked TEXT; prices in 1e-8; what is absent as there.
 */
public final class QuoteReport {
    /** QuoteReqID (131). */
    public int request;
    /** QuoteID (117). */
    public int quote;
    /** QuoteRespType (694), 0 when absent. */
    public int response;
    /** BidPx (132). */
    public long bid;
    /** OfferPx (133). */
    public long offer;
    /** Until when it is valid, nanoseconds since the epoch. */
    public long validUntilNanos;
    private final int[] asked = new int[OrderMessage.MOST_ASKED];
    private int count;

    /** Names nobody. */
    public void forget() {
        count = 0;
    }

    /** Names one more; those behind {@code OrderMessage.MOST_ASKED} are not taken. */
    public void name(int counterparty) {
        if (count < asked.length) {
            asked[count++] = counterparty;
        }
    }

    /** {@return how many counterparties it names} */
    public int count() {
        return count;
    }

    /** {@return the one at a place} */
    public int asked(int place) {
        return asked[place];
    }
}
