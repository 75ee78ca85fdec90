package io.leakage.dropcopy.fix;

import java.util.function.Predicate;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/** Takes out of the stream, ahead of QuickFIX/J, the answers to what was asked for by old numbers: its session would refuse them. */
final class OwedFilter extends IoFilterAdapter {
    private final Predicate<String> taken;

    /** @param taken takes a message, or says that it is the session's */
    OwedFilter(Predicate<String> taken) {
        this.taken = taken;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession connection, Object message) {
        if (!(message instanceof String raw) || !taken.test(raw)) {
            next.messageReceived(connection, message);
        }
    }
}
