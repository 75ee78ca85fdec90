package io.leakage.dropcopy.fix;

import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/** Shows what comes before QuickFIX/J's session sees it, and keeps from that what it would refuse. */
final class AheadFilter extends IoFilterAdapter {
    /** Sees each message first. */
    interface Taker {
        /**
         * Takes a message.
         *
         * @param hangUp ends the connection it came over
         * @return what the session is to see in its place, null for nothing
         */
        String take(String raw, Runnable hangUp);
    }

    private final Taker taker;

    /** @param taker takes a message, or says that it is the session's */
    AheadFilter(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession connection, Object message) {
        Object shown = message instanceof String raw ? taker.take(raw, connection::closeNow) : message;
        if (shown != null) {
            next.messageReceived(connection, shown);
        }
    }
}
