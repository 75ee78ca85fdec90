package io.leakage.dropcopy.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;
import quickfix.SessionStateListener;

/** A session's events in our log. Messages are not logged: the journal has them, and a logon may carry a password. */
final class SessionLog implements Log, LogFactory, SessionStateListener {
    private static final Logger LOG = LoggerFactory.getLogger(DropCopySession.class);

    private final String source;
    private final SessionWatch watch;
    private final LogonSecrets secrets;

    /** The log of the source with this name; {@code watch} sees what comes in and what is asked for, {@code secrets} are left out. */
    SessionLog(String source, SessionWatch watch, LogonSecrets secrets) {
        this.source = source;
        this.watch = watch;
        this.secrets = secrets;
    }

    @Override
    public Log create(SessionID session) {
        return this;
    }

    @Override
    public void clear() {
    }

    @Override
    public void onIncoming(String message) {
        watch.heard(message);
    }

    @Override
    public void onResendRequestSent(int first, int last, int chunkEnd) {
        watch.onResendRequestSent(first, last, chunkEnd);
    }

    @Override
    public void onOutgoing(String message) {
    }

    @Override
    public void onEvent(String text) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("drop copy {}: {}", source, secrets.shown(text));
        }
    }

    @Override
    public void onErrorEvent(String text) {
        LOG.warn("drop copy {}: {}", source, secrets.shown(text));
    }
}
