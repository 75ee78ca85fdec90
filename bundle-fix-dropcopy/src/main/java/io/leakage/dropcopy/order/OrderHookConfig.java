package io.leakage.dropcopy.order;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an administrator says of an order session over which orders are handed to other strategies. */
@ObjectClassDefinition(name = "Leakage Scorecard: cancel/replace hook",
        description = "A FIX order session to the EMS, over which orders are handed to other strategies. Without one nothing is sent.")
@interface OrderHookConfig {
    @AttributeDefinition(description = "A name for this session, unique and the same over restarts.")
    String name();

    @AttributeDefinition(description = "Brokers and their FIXatdl 1.1 files, lines NAME=FILE; NAME as the request says it, empty where it "
            + "says none. What a file does not allow is not sent.")
    String[] brokers();

    @AttributeDefinition(description = "Most messages in any one second, 1 to 1000; more are refused.")
    int messages_a_second() default 5;

    @AttributeDefinition(description = "Milliseconds until a request without an answer has timed out, 1 to 600000.")
    int answer_millis() default 5000;

    @AttributeDefinition(description = "Whether an order that cannot be replaced may be cancelled and what is left of it sent anew.")
    boolean cancel_then_new() default false;

    @AttributeDefinition(description = "The FIX version.",
            options = {@Option(label = "FIX 4.4", value = "4.4"), @Option(label = "FIX 5.0 SP2 over FIXT 1.1", value = "5.0SP2")})
    String version() default "4.4";

    @AttributeDefinition(description = "Whether the other side connects to us.")
    boolean acceptor() default false;

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

    @AttributeDefinition(description = "Directory of the session's sequence numbers; empty forgets them with the process.")
    String store() default "leakage/orders";

    @AttributeDefinition(description = "When the session runs, HH:MM:SS-HH:MM:SS or SUN HH:MM:SS-FRI HH:MM:SS, in the zone below; "
            + "empty is round the clock.")
    String session() default "";

    @AttributeDefinition(description = "Time zone of the session's times, such as America/New_York.")
    String zone() default "UTC";

    @AttributeDefinition(description = "Addresses that may connect to us, separated by commas; empty lets any connect.")
    String allowed_addresses() default "";

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
