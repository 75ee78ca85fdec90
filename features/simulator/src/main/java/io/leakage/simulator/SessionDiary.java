package io.leakage.simulator;

import org.slf4j.Logger;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** Tells what happens to a session, and nothing of the thousands of messages. */
final class SessionDiary implements LogFactory, Log {
    private final Logger log;

    SessionDiary(Logger log) {
        this.log = log;
    }

    @Override
    public Log create(SessionID session) {
        return this;
    }

    @Override
    public void clear() {
        // keeps nothing
    }

    @Override
    public void onIncoming(String message) {
        // not told
    }

    @Override
    public void onOutgoing(String message) {
        // not told
    }

    @Override
    public void onEvent(String text) {
        log.debug(text);
    }

    @Override
    public void onErrorEvent(String text) {
        log.warn(text);
    }
}
