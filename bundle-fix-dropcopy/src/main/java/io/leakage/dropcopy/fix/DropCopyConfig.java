package io.leakage.dropcopy.fix;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an administrator says of one drop-copy source. */
@ObjectClassDefinition(name = "Leakage Scorecard: drop-copy source",
        description = "One FIX session that copies the desk's own orders and executions to the scorecard.")
@interface DropCopyConfig {
    @AttributeDefinition(description = "A name for this source, unique and the same over restarts, such as equities-us.")
    String name();

    @AttributeDefinition(description = "What kind of drop copy it is: generic-44, generic-42, generic-50sp2, cme-encapsulated, ice-like, "
            + "no-buffer, resume-after-141, compliance-feed; empty is the generic one of the version.")
    String profile() default "";

    @AttributeDefinition(description = "Lines key=value that stand in place of the profile's, such as parent=lookup 526.")
    String[] profile_overrides() default {};

    @AttributeDefinition(description = "The FIX version the session speaks; empty is the profile's.",
            options = {@Option(label = "as the profile says", value = ""), @Option(label = "FIX 4.2", value = "4.2"), @Option(label = "FIX 4.4", value = "4.4"),
                @Option(label = "FIX 5.0 SP2 over FIXT 1.1", value = "5.0SP2")})
    String version() default "";

    @AttributeDefinition(description = "true when the other side connects to us, false when we connect to it; empty is the profile's.")
    String acceptor() default "";

    @AttributeDefinition(description = "The address we listen on, or the host we connect to.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "The TCP port, 1 to 65535.")
    int port();

    @AttributeDefinition(name = "SenderCompID", description = "Our CompID in this session.")
    String sender_comp_id();

    @AttributeDefinition(name = "TargetCompID", description = "The other side's CompID in this session.")
    String target_comp_id();

    @AttributeDefinition(description = "Seconds between heartbeats, 1 to 3600; an acceptor takes what the other side asks for.")
    int heartbeat_seconds() default 30;

    @AttributeDefinition(description = "Seconds until we try again when the other side or the port is not to be had, 1 to 3600.")
    int reconnect_seconds() default 5;

    @AttributeDefinition(description = "The tag in which an order names the ClOrdID of its parent; 0 leaves it to the profile.")
    int parent_tag() default 0;

    @AttributeDefinition(description = "Directory of the session's sequence numbers; empty forgets them with the process.")
    String store() default "leakage/dropcopy";

    @AttributeDefinition(description = "When the session runs, HH:MM:SS-HH:MM:SS or SUN HH:MM:SS-FRI HH:MM:SS, in the zone below; "
            + "empty is round the clock.")
    String session() default "";

    @AttributeDefinition(description = "Time zone of the session's times, such as America/New_York.")
    String zone() default "UTC";

    @AttributeDefinition(description = "Addresses that may connect to us, separated by commas; empty lets any connect.")
    String allowed_addresses() default "";

    @AttributeDefinition(description = "Most messages asked for in one resend request; 0 asks for all at once, -1 is the profile's.")
    int resend_chunk() default -1;

    @AttributeDefinition(description = "Username (553) at logon, empty for none.")
    String username() default "";

    @AttributeDefinition(description = "Where the password (554) is: file:PATH or env:NAME, empty for none.")
    String password_from() default "";

    @AttributeDefinition(description = "TLS. Needs a trust store; an initiator also checks the host's name, an acceptor the certificate of "
            + "the other side.")
    boolean tls() default false;

    @AttributeDefinition(description = "File with the certificates we trust, PKCS #12 or .jks.")
    String tls_trust_store() default "";

    @AttributeDefinition(description = "Where its password is: file:PATH or env:NAME.")
    String tls_trust_store_password_from() default "";

    @AttributeDefinition(description = "File with our key and certificate, PKCS #12 or .jks; an acceptor needs one.")
    String tls_key_store() default "";

    @AttributeDefinition(description = "Where its password is: file:PATH or env:NAME.")
    String tls_key_store_password_from() default "";
}
