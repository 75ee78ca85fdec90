package io.leakage.dropcopy.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** An order session's events in our log. Messages are not logged: what was sent is in the audit, and a logon may carry a password. */
final class OrderLog implements Log, LogFactory {
    private static final Logger LOG = LoggerFactory.getLogger(OrderLink.class);

    private final String name;
    private final LogonSecrets secrets;

    /** The log of this line. */
    OrderLog(DropCopySource line) {
        this.name = line.name();
        this.secrets = new LogonSecrets(line.access());
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
    }

    @Override
    public void onOutgoing(String message) {
    }

    @Override
    public void onEvent(String text) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("orders {}: {}", name, secrets.shown(text));
        }
    }

    @Override
    public void onErrorEvent(String text) {
        LOG.warn("orders {}: {}", name, secrets.shown(text));
    }
}
