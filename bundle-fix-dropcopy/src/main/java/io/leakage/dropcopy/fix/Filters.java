package io.leakage.dropcopy.fix;

import java.security.GeneralSecurityException;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.filterchain.IoFilterChainBuilder;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import quickfix.mina.message.FIXProtocolCodecFactory;

/** What stands in the place of QuickFIX/J's codec on each connection: TLS, frames, messages as text, and what goes past the session. */
final class Filters implements IoFilterChainBuilder {
    private final TlsFilter tls;
    private final FrameGate frames;
    private final AheadFilter ahead;

    /**
     * The filters of a source, made anew with each start of its connector, so that its stores are read again.
     *
     * @throws IllegalStateException with field, file and what was expected when TLS cannot be had as configured
     */
    Filters(DropCopySource source, FrameGate frames, AheadFilter ahead) throws GeneralSecurityException {
        this.tls = source.access().tls() ? TlsFilter.of(source.access(), source.acceptor()) : null;
        this.frames = frames;
        this.ahead = ahead;
    }

    @Override
    public void buildFilterChain(IoFilterChain chain) {
        if (tls != null) {
            chain.addFirst("leakage-after-tls", TlsFilter.afterHandshake());
            chain.addFirst("leakage-tls", tls);
        }
        chain.replace(FIXProtocolCodecFactory.FILTER_NAME, new ProtocolCodecFilter(new WholeMessages()));
        chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "leakage-frames", frames.connection());
        chain.addAfter(FIXProtocolCodecFactory.FILTER_NAME, "leakage-ahead", ahead);
    }
}
