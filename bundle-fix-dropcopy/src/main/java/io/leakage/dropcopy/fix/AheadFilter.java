package io.leakage.dropcopy.fix;

import java.util.function.Predicate;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/** Shows what comes before QuickFIX/J's session sees it, and keeps from that what it would refuse. */
final class AheadFilter extends IoFilterAdapter {
    private final Predicate<String> taken;

    /** @param taken takes a message, or says that it is the session's */
    AheadFilter(Predicate<String> taken) {
        this.taken = taken;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession connection, Object message) {
        if (!(message instanceof String raw) || !taken.test(raw)) {
            next.messageReceived(connection, message);
        }
    }
}
