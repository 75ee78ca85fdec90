package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;

/**
 * What a request for quotes (35=R), a quote (S), a response to one (AJ) or a cancel (Z) says beside what orders say. Who was asked,
 * or whose quote it is, are the PartyIDs (448) whose PartyRole (452) is the liquidity provider (35); where there is none, the contra
 * firm (17); where there is none, the executing firm (1). One thread.
 */
final class QuoteDetails {
    /** As {@link OrderMessage} names a QuoteResponse. */
    static final char RESPONSE = 'J';

    private static final int LIQUIDITY_PROVIDER = 35;
    private static final int[] ROLES = {LIQUIDITY_PROVIDER, ExecutionDetails.CONTRA_FIRM, ExecutionDetails.EXECUTING_FIRM};

    private final Watched watched;
    private final FixTime time;
    private final int request;
    private final int quote;
    private final int response;
    private final int bid;
    private final int offer;
    private final int validUntil;
    private final int expire;
    private final int instruments;
    private final int party;

    /** Watches for it; {@code time} reads timestamps. */
    QuoteDetails(Watched watched, FixTime time) {
        this.watched = watched;
        this.time = time;
        request = watched.add(131);
        quote = watched.add(117);
        response = watched.add(694);
        bid = watched.add(132);
        offer = watched.add(133);
        validUntil = watched.add(62);
        expire = watched.add(126);
        instruments = watched.add(146);
        party = watched.add(448);
    }

    /** Reads it. */
    void settle(byte[] raw, int start, OrderMessage message) throws Unreadable {
        if (!message.isOfQuotes()) {
            return;
        }
        message.quoteReqId = watched.slice(request);
        message.quoteId = watched.slice(quote);
        message.quoteRespType = watched.slice(response) == OrderMessage.NO_TEXT ? 0 : code(raw, start, watched.slice(response));
        message.bidPx = price(132, raw, start, watched.slice(bid));
        message.offerPx = price(133, raw, start, watched.slice(offer));
        long until = watched.slice(validUntil) == OrderMessage.NO_TEXT ? watched.slice(expire) : watched.slice(validUntil);
        if (until != OrderMessage.NO_TEXT) {
            message.validUntilNanos = time.nanos(raw, OrderMessage.offset(until), end(until));
        }
        require(raw, start, message);
        for (int i = 0; i < ROLES.length && message.askedCount == 0; i++) {
            parties(raw, start, message, ROLES[i]);
        }
    }

    private void require(byte[] raw, int start, OrderMessage message) throws Unreadable {
        boolean asks = message.msgType == 'R';
        if (asks && message.quoteReqId == OrderMessage.NO_TEXT) {
            throw Unreadable.missing(131, "the QuoteReqID of a request");
        }
        if (!asks && message.quoteReqId == OrderMessage.NO_TEXT && message.quoteId == OrderMessage.NO_TEXT) {
            throw Unreadable.missing(117, "a QuoteID, or a QuoteReqID (131)");
        }
        if (asks && message.symbol == OrderMessage.NO_TEXT) {
            throw Unreadable.missing(55, "the symbol quotes are asked for");
        }
        if (message.msgType == RESPONSE && message.quoteRespType == 0) {
            throw Unreadable.missing(694, "what is answered to a quote");
        }
        long count = watched.slice(instruments);
        if (asks && count != OrderMessage.NO_TEXT && FixNumber.integer(146, raw, start, OrderMessage.offset(count), end(count)) != 1) {
            throw Unreadable.value(146, raw, start, OrderMessage.offset(count), end(count), "1: one instrument a request");
        }
    }

    private void parties(byte[] raw, int start, OrderMessage message, int role) throws Unreadable {
        for (long one = watched.slice(party); one != OrderMessage.NO_TEXT; one = ExecutionDetails.next(message, one, 448)) {
            if (ExecutionDetails.isOf(message, one, role)) {
                if (message.askedCount == OrderMessage.MOST_ASKED) {
                    throw Unreadable.value(448, raw, start, OrderMessage.offset(one), end(one),
                            "at most " + OrderMessage.MOST_ASKED + " counterparties");
                }
                message.asked[message.askedCount++] = one;
            }
        }
    }

    private static int code(byte[] raw, int start, long slice) throws Unreadable {
        return FixCode.digit(694, raw, start, OrderMessage.offset(slice), end(slice));
    }

    private static long price(int tag, byte[] raw, int start, long slice) throws Unreadable {
        return slice == OrderMessage.NO_TEXT ? Absent.LONG
                : FixNumber.price(tag, raw, start, OrderMessage.offset(slice), end(slice));
    }

    private static int end(long slice) {
        return OrderMessage.offset(slice) + OrderMessage.length(slice);
    }
}
