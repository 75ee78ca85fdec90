package io.leakage.dropcopy.fix;

import quickfix.Acceptor;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/**
 * QuickFIX/J's settings for a source. What is pinned here is pinned for a reason measured: a drop copy is read, not judged, so nothing in a
 * message may be rejected; no sequence number is ever reset on our own; and what is not known to be taken is asked for again.
 */
final class SessionPins {
    private static final String MOST_UNSENT_MESSAGES = "1000";
    private static final String LOGOUT_SECONDS = "2";

    private SessionPins() {
    }

    /**
     * {@return the session's identity} The source's name is part of it: sources may share their CompIDs, and QuickFIX/J keeps one
     * registry for the whole process, in which the first of them to stop would stop the others.
     */
    static SessionID id(DropCopySource source) {
        return new SessionID(source.version().beginString(), source.senderCompId(), source.targetCompId(), source.name());
    }

    /** {@return the id as it is found in a logon, which carries no qualifier} */
    static SessionID plain(SessionID id) {
        return new SessionID(id.getBeginString(), id.getSenderCompID(), id.getTargetCompID());
    }

    /** {@return the settings of a connector with this one session} */
    static SessionSettings settings(DropCopySource source) {
        SessionID id = id(source);
        SessionSettings settings = new SessionSettings();
        settings.setString(id, SessionSettings.BEGINSTRING, id.getBeginString());
        settings.setString(id, SessionSettings.SENDERCOMPID, id.getSenderCompID());
        settings.setString(id, SessionSettings.TARGETCOMPID, id.getTargetCompID());
        settings.setLong(id, Session.SETTING_HEARTBTINT, source.heartbeatSeconds());
        if (!source.version().applVerId().isEmpty()) {
            settings.setString(id, Session.SETTING_DEFAULT_APPL_VER_ID, source.version().applVerId());
        }
        connection(settings, id, source);
        schedule(settings, id, source);
        reading(settings, id, source);
        sequence(settings, id, source);
        return settings;
    }

    private static void connection(SessionSettings settings, SessionID id, DropCopySource source) {
        if (source.acceptor()) {
            settings.setString(id, SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.ACCEPTOR_CONNECTION_TYPE);
            settings.setString(id, Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, source.host());
            settings.setLong(id, Acceptor.SETTING_SOCKET_ACCEPT_PORT, source.port());
        } else {
            settings.setString(id, SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.INITIATOR_CONNECTION_TYPE);
            settings.setString(id, Initiator.SETTING_SOCKET_CONNECT_HOST, source.host());
            settings.setLong(id, Initiator.SETTING_SOCKET_CONNECT_PORT, source.port());
            settings.setLong(id, Initiator.SETTING_RECONNECT_INTERVAL, source.reconnectSeconds());
        }
        if (!source.allowedAddresses().isEmpty()) {
            settings.setString(id, Session.SETTING_ALLOWED_REMOTE_ADDRESSES, source.allowedAddresses());
        }
        settings.setString(id, "SocketReuseAddress", "Y");
        settings.setString(id, "SocketTcpNoDelay", "Y");
        settings.setString(id, Session.SETTING_MAX_SCHEDULED_WRITE_REQUESTS, MOST_UNSENT_MESSAGES);
        settings.setString(id, Session.SETTING_LOGOUT_TIMEOUT, LOGOUT_SECONDS);
    }

    private static void schedule(SessionSettings settings, SessionID id, DropCopySource source) {
        settings.setBool(id, Session.SETTING_NON_STOP_SESSION, !source.isScheduled());
        if (source.isScheduled()) {
            SessionHours hours = source.hours();
            settings.setString(id, Session.SETTING_START_TIME, hours.startTime());
            settings.setString(id, Session.SETTING_END_TIME, hours.endTime());
            if (hours.isWeekly()) {
                settings.setString(id, Session.SETTING_START_DAY, hours.startDay());
                settings.setString(id, Session.SETTING_END_DAY, hours.endDay());
            }
            settings.setString(id, Session.SETTING_TIMEZONE, source.zone());
        }
    }

    private static void reading(SessionSettings settings, SessionID id, DropCopySource source) {
        // without a dictionary QuickFIX/J would take the header fields of a wrapped message for the session's own
        settings.setBool(id, Session.SETTING_USE_DATA_DICTIONARY, source.profile().encapsulated() != 0);
        settings.setBool(id, Session.SETTING_VALIDATE_INCOMING_MESSAGE, false);
        settings.setBool(id, Session.SETTING_VALIDATE_FIELDS_OUT_OF_ORDER, false);
        settings.setBool(id, Session.SETTING_VALIDATE_FIELDS_HAVE_VALUES, false);
        settings.setBool(id, Session.SETTING_VALIDATE_USER_DEFINED_FIELDS, false);
        settings.setBool(id, Session.SETTING_VALIDATE_UNORDERED_GROUP_FIELDS, false);
        settings.setBool(id, Session.SETTING_ALLOW_UNKNOWN_MSG_FIELDS, true);
        settings.setBool(id, Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION, true);
        // a clock that is off is told of, see Lateness; a session refused for it would come back and be refused again
        settings.setBool(id, Session.SETTING_CHECK_LATENCY, false);
        settings.setString(id, Session.SETTING_TIMESTAMP_PRECISION, "NANOS");
    }

    private static void sequence(SessionSettings settings, SessionID id, DropCopySource source) {
        settings.setBool(id, Session.SETTING_RESET_ON_LOGON, false);
        settings.setBool(id, Session.SETTING_RESET_ON_LOGOUT, false);
        settings.setBool(id, Session.SETTING_RESET_ON_DISCONNECT, false);
        settings.setBool(id, Session.SETTING_RESET_ON_ERROR, false);
        settings.setBool(id, Session.SETTING_REQUIRES_ORIG_SENDING_TIME, source.profile().origTime());
        settings.setBool(id, Session.SETTING_ENABLE_NEXT_EXPECTED_MSG_SEQ_NUM, source.profile().nextExpected());
        settings.setLong(id, Session.SETTING_RESEND_REQUEST_CHUNK_SIZE, source.resendChunk());
        // we send nothing but session messages, and those are answered by a gap fill
        settings.setBool(id, Session.SETTING_PERSIST_MESSAGES, false);
        settings.setBool(id, FileStoreFactory.SETTING_FILE_STORE_SYNC, true);
        if (!source.store().isEmpty()) {
            settings.setString(id, FileStoreFactory.SETTING_FILE_STORE_PATH, source.store());
        }
    }
}
