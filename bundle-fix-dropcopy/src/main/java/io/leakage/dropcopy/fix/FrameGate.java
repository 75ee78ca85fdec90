package io.leakage.dropcopy.fix;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/**
 * Stands before QuickFIX/J's decoder on every connection of a source: lets whole messages through, see {@link Frames}, and keeps the
 * rest. What can be neither let through nor kept ends the connection, and nothing behind it is let through: the other side has to send it
 * again.
 */
final class FrameGate {
    /** Takes bytes that are no message. */
    interface Quarantine {
        /** Keeps them. */
        void keep(byte[] raw, int length, String reason);

        /** They could not be kept, and the connection ends for it. */
        void lost(UncheckedIOException why);
    }

    private final int largest;
    private final Quarantine quarantine;
    private final AtomicInteger open = new AtomicInteger();

    /** A gate that lets messages of so many bytes through. */
    FrameGate(int largest, Quarantine quarantine) {
        this.largest = largest;
        this.quarantine = quarantine;
    }

    /** {@return the filter of one connection} */
    IoFilter connection() {
        return new Connection();
    }

    /** {@return whether a connection stands, or its end is still being told to QuickFIX/J; any thread} */
    boolean isConnected() {
        return open.get() > 0;
    }

    private final class Connection extends IoFilterAdapter implements Frames.Taker {
        private final Frames frames = new Frames(largest, this);
        private boolean broken;
        private NextFilter next;
        private IoSession session;

        @Override
        public void sessionOpened(NextFilter nextFilter, IoSession ioSession) {
            open.incrementAndGet();
            nextFilter.sessionOpened(ioSession);
        }

        @Override
        public void sessionClosed(NextFilter nextFilter, IoSession ioSession) {
            nextFilter.sessionClosed(ioSession);
            open.decrementAndGet();
        }

        @Override
        public void messageReceived(NextFilter nextFilter, IoSession ioSession, Object received) {
            if (broken) {
                return;
            }
            next = nextFilter;
            session = ioSession;
            IoBuffer buffer = (IoBuffer) received;
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            take(bytes);
        }

        private void take(byte[] bytes) {
            try {
                frames.take(bytes, 0, bytes.length);
            } catch (NotKept e) {
                broken = true;
                session.closeNow();
                quarantine.lost(e.why);
            }
        }

        @Override
        public void message(byte[] bytes, int offset, int length) {
            next.messageReceived(session, IoBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
        }

        @Override
        public void garbled(byte[] bytes, int length, String reason) {
            try {
                quarantine.keep(bytes, length, reason);
            } catch (UncheckedIOException e) {
                throw new NotKept(e);
            }
        }
    }

    /** Of our own, so that what the filters behind throw is not taken for it. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient UncheckedIOException why;

        private NotKept(UncheckedIOException why) {
            super(why);
            this.why = why;
        }
    }
}
