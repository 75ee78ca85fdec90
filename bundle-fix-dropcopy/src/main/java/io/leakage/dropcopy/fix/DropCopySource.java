package io.leakage.dropcopy.fix;

import io.leakage.dropcopy.profile.ParentRule;
import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
 * @param parentTag         tag of the parent's ClOrdID, asked before the profile's rules; 0 for those alone
 * @param store             directory of sequence numbers, empty to forget them with the process
 * @param session           {@code HH:MM:SS-HH:MM:SS}, or {@code SUN HH:MM:SS-FRI HH:MM:SS}, in {@code zone}; empty for round the clock
 * @param zone              time zone of the session's times
 * @param allowedAddresses  comma-separated addresses that may connect to an acceptor, empty for any
 * @param resendChunk       most messages asked for in one resend request, 0 for all at once
 * @param profile           what its messages mean and how its session behaves
 * @param access            who we are there, and how we know who it is
 */
public record DropCopySource(String name, FixVersion version, boolean acceptor, String host, int port, String senderCompId,
        String targetCompId, int heartbeatSeconds, int reconnectSeconds, int parentTag, String store, String session, String zone,
        String allowedAddresses, int resendChunk, Profile profile, Access access) {
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
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(access, "access");
        between("parent.tag", parentTag, 0, 999_999_999);
        between("resend.chunk", resendChunk, 0, 1_000_000);
        store = store == null ? "" : store.trim();
        session = session == null ? "" : session.trim();
        zone = zone == null || zone.isBlank() ? "UTC" : zone.trim();
        allowedAddresses = allowedAddresses == null ? "" : allowedAddresses.trim();
        require(session.isEmpty() || SessionHours.of(session) != null, "session", session, SessionHours.FORMS);
        require(isZone(zone), "zone", zone, "a time zone such as America/New_York");
    }

    /** A source in plain text, with the profile of its version. */
    public DropCopySource(String name, FixVersion version, boolean acceptor, String host, int port, String senderCompId,
            String targetCompId, int heartbeatSeconds, int reconnectSeconds, int parentTag, String store, String session, String zone,
            String allowedAddresses, int resendChunk) {
        this(name, version, acceptor, host, port, senderCompId, targetCompId, heartbeatSeconds, reconnectSeconds, parentTag, store, session,
                zone, allowedAddresses, resendChunk, Profiles.of(Profiles.byVersion(version.label())), Access.OPEN);
    }

    /**
     * {@return the same line, where we say who we are}
     *
     * @param user         Username (553), empty for none
     * @param passwordFrom where the password is, {@code file:PATH} or {@code env:NAME}, empty for none
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    public DropCopySource signed(String user, String passwordFrom) {
        return with(new Access(user, Secret.at("password.from", passwordFrom), access.tls(), access.keyStore(), access.keyStorePassword(),
                access.trustStore(), access.trustStorePassword()));
    }

    /**
     * {@return the same line, encrypted}
     *
     * @param trustStore        file with the certificates we trust
     * @param trustPasswordFrom where its password is
     * @param keyStore          file with our key, empty for none; an acceptor needs one
     * @param keyPasswordFrom   where its password is
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    public DropCopySource encrypted(String trustStore, String trustPasswordFrom, String keyStore, String keyPasswordFrom) {
        return with(Configured.checked(acceptor, new Access(access.username(), access.password(), true,
                keyStore, Secret.at("tls.key.store.password.from", keyPasswordFrom),
                trustStore, Secret.at("tls.trust.store.password.from", trustPasswordFrom))));
    }

    private DropCopySource with(Access changed) {
        return new DropCopySource(name, version, acceptor, host, port, senderCompId, targetCompId, heartbeatSeconds, reconnectSeconds,
                parentTag, store, session, zone, allowedAddresses, resendChunk, profile, changed);
    }

    /** {@return whether a session ends and begins again} */
    public boolean isScheduled() {
        return !session.isEmpty();
    }

    /** {@return when the session runs; null round the clock} */
    SessionHours hours() {
        return isScheduled() ? SessionHours.of(session) : null;
    }

    /** {@return the profile with {@link #parentTag} before its own rules} */
    Profile reading() {
        if (parentTag == 0) {
            return profile;
        }
        List<ParentRule> rules = new ArrayList<>(List.of(ParentRule.ofTag(parentTag)));
        rules.addAll(profile.parentRules());
        return profile.parents(rules);
    }

    private static boolean isCompId(String id) {
        return id != null && id.matches("[\\x21-\\x7e]{1,64}");
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
