package io.leakage.dropcopy.fix;

import io.leakage.dropcopy.profile.Profile;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.filterchain.IoFilterChainBuilder;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * Stands before QuickFIX/J's decoder on every connection of a source: lets whole messages through, see {@link Frames}, shows those of
 * sources whose replays come under old numbers, and keeps the rest.
 */
final class FrameGate implements IoFilterChainBuilder {
    /** Takes bytes that are no message. */
    interface Quarantine {
        /** Keeps them. */
        void keep(byte[] raw, int length, String reason);
    }

    private final Profile profile;
    private final Quarantine quarantine;
    private final Consumer<byte[]> replays;
    private final OwedFilter owed;
    private final Executor threads;

    /**
     * A gate for a source of this profile.
     *
     * @param replays sees each message, where the profile says so
     * @param owed    takes out what the session would refuse, behind the codec
     * @param threads looks again for what came with the end of a handshake
     */
    FrameGate(Profile profile, Quarantine quarantine, Consumer<byte[]> replays, OwedFilter owed, Executor threads) {
        this.profile = profile;
        this.quarantine = quarantine;
        this.replays = replays;
        this.owed = owed;
        this.threads = threads;
    }

    @Override
    public void buildFilterChain(IoFilterChain chain) {
        chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "leakage-frames", new Connection());
        chain.addAfter(FIXProtocolCodecFactory.FILTER_NAME, "leakage-owed", owed);
    }

    private final class Connection extends IoFilterAdapter implements Frames.Taker {
        private final Frames frames = new Frames(profile.largestMessage(), this);
        private NextFilter next;
        private IoSession session;

        @Override
        public void messageReceived(NextFilter nextFilter, IoSession ioSession, Object received) {
            next = nextFilter;
            session = ioSession;
            IoBuffer buffer = (IoBuffer) received;
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            frames.take(bytes, 0, bytes.length);
        }

        /**
         * MINA 2.2.10 lets lie what came in one piece with the last message of a TLS handshake, such as a logon, until more comes; so once
         * the handshake is over it is told that nothing came, and looks. Not now, amid the handshake.
         */
        @Override
        public void event(NextFilter nextFilter, IoSession ioSession, FilterEvent event) throws Exception {
            super.event(nextFilter, ioSession, event);
            if (event == SslEvent.SECURED) {
                threads.execute(() -> ioSession.getFilterChain().fireMessageReceived(IoBuffer.allocate(0)));
            }
        }

        @Override
        public void message(byte[] bytes, int offset, int length) {
            byte[] whole = Arrays.copyOfRange(bytes, offset, offset + length);
            if (profile.lowReplays()) {
                replays.accept(whole);
            }
            next.messageReceived(session, IoBuffer.wrap(whole));
        }

        @Override
        public void garbled(byte[] bytes, int length, String reason) {
            quarantine.keep(bytes, length, reason);
        }
    }
}
