package io.leakage.core.book;

import io.leakage.api.event.Side;

/** What the fast books and their slow twin have in common; see {@link L3Books} for what each call means. */
interface Books {
    boolean added(int instrument, long orderRef, Side side, long shares, long price);

    boolean executed(int instrument, long orderRef, long shares);

    boolean cancelled(int instrument, long orderRef, long shares);

    boolean deleted(int instrument, long orderRef);

    boolean replaced(int instrument, long orderRef, long newOrderRef, long shares, long price);

    int levels(int instrument, Side side);

    long price(int instrument, Side side, int depth);

    long shares(int instrument, Side side, int depth);

    int orders(int instrument, Side side, int depth);

    long bid(int instrument);

    long offer(int instrument);

    long bidShares(int instrument);

    long offerShares(int instrument);

    int liveOrders();

    long unapplied();

    boolean suspect(int instrument);

    void clear();

    void clear(int instrument);
}
