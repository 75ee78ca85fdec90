package io.leakage.marketdata.feed;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One venue feed; as many as the desk has lines and recordings. */
@ObjectClassDefinition(name = "Leakage market data feed", description = "A venue feed that the scorecard's books are built from.")
public @interface FeedConfig {
    /** The name. */
    @AttributeDefinition(description = "The feed's name; it stands in the journal, so keep it over restarts (nasdaq-itch-a).")
    String name();

    /** The transport. */
    @AttributeDefinition(description = "How the messages come: MoldUDP64 over UDP, or from a recorded file.", options = {
        @Option(label = "MoldUDP64 over UDP", value = "mold-udp"), @Option(label = "recorded file", value = "file")})
    String transport() default "mold-udp";

    /** The address. */
    @AttributeDefinition(description = "For UDP: the multicast group, or the local address that unicast is sent to.", required = false)
    String address() default "127.0.0.1";

    /** The port. */
    @AttributeDefinition(description = "For UDP: the port, 1 to 65535.", required = false)
    int port() default 26400;

    /** The network interface. */
    @AttributeDefinition(description = "For a multicast group: the network interface to join it on (eth1), or its address.",
            required = false)
    String interface$() default "";

    /** The file. */
    @AttributeDefinition(description = "For a file: its path; .gz is unpacked on the way.", required = false)
    String file() default "";

    /** The format. */
    @AttributeDefinition(description = "The venue's format.", options = @Option(label = "Nasdaq TotalView-ITCH 5.0", value = "itch50"))
    String format() default "itch50";

    /** The date. */
    @AttributeDefinition(description = "The day the messages are of (2026-01-30). A file needs it; a live feed without takes today.",
            required = false)
    String date() default "";

    /** The zone. */
    @AttributeDefinition(description = "The zone whose midnight the venue counts its nanoseconds from.")
    String zone() default "America/New_York";
}
