package io.leakage.dropcopy.fix;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How one drop-copy source is reached, as an administrator configured it. Refuses nonsense with the configuration's
 * name of the field, the value and what is allowed.
 *
 * @param name              unique and stable over restarts ({@code equities-us}); letters, digits, dot, dash, underscore
 * @param version           FIX version
 * @param acceptor          true: we listen and they log on; false: we connect
 * @param host              address to listen on, or host to connect to
 * @param port              1 … 65535
 * @param senderCompId      our CompID
 * @param targetCompId      theirs
 * @param heartbeatSeconds  1 … 3600; an acceptor takes what the other side asks for
 * @param reconnectSeconds  1 … 3600: how soon an initiator tries again, and an acceptor whose port is taken
 * @param parentTag         tag of the parent's ClOrdID, ≥ 1
 * @param store             directory of sequence numbers, empty to forget them with the process
 * @param session           {@code HH:MM:SS-HH:MM:SS} in {@code zone}, empty for round the clock
 * @param zone              time zone of the session's times
 * @param allowedAddresses  comma-separated addresses that may connect to an acceptor, empty for any
 * @param resendChunk       most messages asked for in one resend request, 0 for all at once
 */
public record DropCopySource(String name, FixVersion version, boolean acceptor, String host, int port, String senderCompId,
        String targetCompId, int heartbeatSeconds, int reconnectSeconds, int parentTag, String store, String session, String zone,
        String allowedAddresses, int resendChunk) {
    /** Refuses nonsense. */
    public DropCopySource {
        Objects.requireNonNull(version, "version");
        require(name != null && name.matches("[A-Za-z0-9._-]{1,64}"), "name", name, "1 to 64 letters, digits, dots, dashes, underscores");
        require(host != null && !host.isBlank(), "host", host, "a host name or address");
        between("port", port, 1, 65_535);
        require(isCompId(senderCompId), "sender.comp.id", senderCompId, "printable characters");
        require(isCompId(targetCompId), "target.comp.id", targetCompId, "printable characters");
        between("heartbeat.seconds", heartbeatSeconds, 1, 3600);
        between("reconnect.seconds", reconnectSeconds, 1, 3600);
        between("parent.tag", parentTag, 1, 999_999_999);
        between("resend.chunk", resendChunk, 0, 1_000_000);
        store = store == null ? "" : store.trim();
        session = session == null ? "" : session.trim();
        zone = zone == null || zone.isBlank() ? "UTC" : zone.trim();
        allowedAddresses = allowedAddresses == null ? "" : allowedAddresses.trim();
        require(session.isEmpty() || isSession(session), "session", session, "HH:MM:SS-HH:MM:SS or nothing");
        require(isZone(zone), "zone", zone, "a time zone such as America/New_York");
    }

    /** {@return whether a session ends and begins again once a day} */
    public boolean isScheduled() {
        return !session.isEmpty();
    }

    /** {@return when the session begins} */
    public String sessionStart() {
        return session.substring(0, session.indexOf('-'));
    }

    /** {@return when the session ends} */
    public String sessionEnd() {
        return session.substring(session.indexOf('-') + 1);
    }

    private static boolean isCompId(String id) {
        return id != null && id.matches("[\\x21-\\x7e]{1,64}");
    }

    private static boolean isSession(String text) {
        int dash = text.indexOf('-');
        try {
            return dash > 0 && !LocalTime.parse(text.substring(0, dash)).equals(LocalTime.parse(text.substring(dash + 1)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void between(String field, int value, int least, int most) {
        require(value >= least && value <= most, field, value, least + " to " + most);
    }

    private static void require(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + allowed + ", got \"" + value + "\"");
        }
    }
}
