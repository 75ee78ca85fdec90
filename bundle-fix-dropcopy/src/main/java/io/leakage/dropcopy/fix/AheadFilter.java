package io.leakage.dropcopy.fix;

import java.util.function.Predicate;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/**
 * Shows what comes before QuickFIX/J's session sees it, and keeps from that what it would refuse. A stranger's logon ends the connection:
 * QuickFIX/J would log it as it came, with its password.
 */
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

    private final Predicate<String> stranger;
    private final Taker taker;

    /**
     * A filter of one source's connections.
     *
     * @param stranger says whether a message asks for another session than ours
     * @param taker    takes a message, or says that it is the session's
     */
    AheadFilter(Predicate<String> stranger, Taker taker) {
        this.stranger = stranger;
        this.taker = taker;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession connection, Object message) {
        if (message instanceof String raw && stranger.test(raw)) {
            connection.closeNow();
            return;
        }
        Object shown = message instanceof String raw ? taker.take(raw, connection::closeNow) : message;
        if (shown != null) {
            next.messageReceived(connection, shown);
        }
    }
}
