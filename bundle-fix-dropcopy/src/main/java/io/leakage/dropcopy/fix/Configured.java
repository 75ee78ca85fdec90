package io.leakage.dropcopy.fix;

import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.util.List;

/** A source as its configuration and its profile say together. */
final class Configured {
    private Configured() {
    }

    /**
     * Puts both together.
     *
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    static DropCopySource source(DropCopyConfig config) {
        String version = config.version().isBlank() ? null : FixVersion.of(config.version()).label();
        String name = config.profile().isBlank() ? Profiles.byVersion(version == null ? "4.4" : version) : config.profile().trim();
        Profile profile = Profiles.of(name, List.of(config.profile_overrides()));
        boolean acceptor = switch (config.acceptor().trim()) {
            case "" -> profile.acceptor();
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("acceptor: true, false or nothing, got \"" + config.acceptor() + "\"");
        };
        Access access = checked(acceptor, new Access(config.username(), Secret.at("password.from", config.password_from()), config.tls(),
                config.tls_key_store(), Secret.at("tls.key.store.password.from", config.tls_key_store_password_from()),
                config.tls_trust_store(), Secret.at("tls.trust.store.password.from", config.tls_trust_store_password_from())));
        return new DropCopySource(config.name(), FixVersion.of(version == null ? profile.version() : version), acceptor, config.host(),
                config.port(), config.sender_comp_id(), config.target_comp_id(), config.heartbeat_seconds(), config.reconnect_seconds(),
                config.parent_tag(), config.store(), config.session(), config.zone(), config.allowed_addresses(),
                config.resend_chunk() < 0 ? profile.resendChunk() : config.resend_chunk(), profile, access);
    }

    /**
     * {@return the access, when it will do for this side of a session}
     *
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    static Access checked(boolean acceptor, Access access) {
        if (access.tls() && acceptor && access.keyStore().isEmpty()) {
            throw new IllegalArgumentException("tls.key.store: a key store for an acceptor with tls, got \"\"");
        }
        return access;
    }
}
