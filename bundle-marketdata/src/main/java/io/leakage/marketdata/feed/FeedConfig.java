package io.leakage.marketdata.feed;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One venue feed; as many as the desk has lines and recordings. */
@ObjectClassDefinition(name = "Leakage Scorecard: market data feed",
        description = "A venue feed that the scorecard's books are built from.")
public @interface FeedConfig {
    /** The name. */
    @AttributeDefinition(description = "The feed's name; it stands in the journal, so keep it over restarts (nasdaq-itch-a).")
    String name();

    /** The transport. */
    @AttributeDefinition(description = "How the messages come: MoldUDP64 or IEX-TP over UDP, SoupBinTCP 3 over TCP, or from a "
            + "recorded file.",
            options = {
        @Option(label = "MoldUDP64 over UDP", value = "mold-udp"), @Option(label = "IEX-TP over UDP", value = "iex-udp"),
        @Option(label = "SoupBinTCP 3 over TCP", value = "soup-tcp"), @Option(label = "recorded file", value = "file")})
    String transport() default "mold-udp";

    /** The address. */
    @AttributeDefinition(description = "For UDP, line A: the multicast group, or the local address that unicast is sent "
            + "to. For TCP: the server.", required = false)
    String address() default "127.0.0.1";

    /** The port. */
    @AttributeDefinition(description = "The port, 1 to 65535.", required = false)
    int port() default 26400;

    /** The network interface. */
    @AttributeDefinition(description = "For a multicast group: the network interface to join it on (eth1), or its address.",
            required = false)
    String interface$() default "";

    /** More lines. */
    @AttributeDefinition(description = "For UDP: the other lines of the same session (B, C …), each as address:port or "
            + "address:port@interface; the first copy of a message counts.", required = false)
    String[] lines() default {};

    /** The request servers. */
    @AttributeDefinition(description = "For MoldUDP64: servers that send lost messages again, each as address:port, asked in turn.",
            required = false)
    String[] request_servers() default {};

    /** The snapshot server. */
    @AttributeDefinition(description = "A GLIMPSE server over SoupBinTCP, address:port, asked when lost messages cannot be had again; "
            + "not for IEX-TP.",
            required = false)
    String snapshot_server() default "";

    /** The user. */
    @AttributeDefinition(description = "For SoupBinTCP: the user, up to 6 characters.", required = false)
    String user() default "";

    /** The password. */
    @AttributeDefinition(description = "For SoupBinTCP: the password, up to 10 characters.", type = AttributeType.PASSWORD,
            required = false)
    String password() default "";

    /** Patience with reordering. */
    @AttributeDefinition(description = "How many milliseconds a missing message may still come by itself before it is asked for, 0 to "
            + "10000.", required = false)
    int reorder_millis() default 5;

    /** Patience with request servers. */
    @AttributeDefinition(description = "How many milliseconds a request server may take before it is asked again, 1 to 60000.",
            required = false)
    int request_millis() default 50;

    /** Number of requests. */
    @AttributeDefinition(description = "How often messages are asked for without an answer before a snapshot is taken, 1 to 100.",
            required = false)
    int request_attempts() default 5;

    /** Longest request. */
    @AttributeDefinition(description = "The longest hole that is asked for, in messages; a longer one needs a snapshot. 1 or more.",
            required = false)
    long request_messages() default 100_000;

    /** Patience with a hole. */
    @AttributeDefinition(description = "How many milliseconds the requests for one hole may take in all, 1 to 600000.", required = false)
    int hole_millis() default 5_000;

    /** Patience with snapshots. */
    @AttributeDefinition(description = "How many milliseconds one snapshot may take, 1 to 600000.", required = false)
    int snapshot_millis() default 30_000;

    /** Number of snapshots. */
    @AttributeDefinition(description = "How many snapshots are tried in a row before the feed goes on with what it has, 1 to 100.",
            required = false)
    int snapshot_attempts() default 3;

    /** Memory for messages held back. */
    @AttributeDefinition(description = "How many messages are held back behind a hole, 1 to 16777216, rounded up to a power of two; 120 "
            + "bytes each once they are needed.", required = false)
    int held_messages() default 262_144;

    /** Patience with silence. */
    @AttributeDefinition(description = "How many milliseconds nothing may be heard, not even a heartbeat, before prices are stale; 1 to "
            + "600000.", required = false)
    int silence_millis() default 2_000;

    /** Patience with lag. */
    @AttributeDefinition(description = "How many milliseconds behind the venue the feed may fall before it is called lagged; 1 to 600000.",
            required = false)
    int lag_millis() default 1_000;

    /** The kernel's memory for packets not read yet. */
    @AttributeDefinition(description = "Bytes asked of the system for each UDP socket's receive buffer, 0 to 1073741824; 0 leaves it to the "
            + "system. What it gave is in the log.", required = false)
    int socket_buffer() default LiveSettings.SOCKET_BUFFER;

    /** The file. */
    @AttributeDefinition(description = "For a file: its path; what gzip or zstd packed is unpacked on the way.", required = false)
    String file() default "";

    /** The format. */
    @AttributeDefinition(description = "The venue's format: itch50 over MoldUDP64 and SoupBinTCP, iex-deep or iex-tops over IEX-TP, "
            + "any from a file.", options = {
        @Option(label = "Nasdaq TotalView-ITCH 5.0", value = "itch50"),
        @Option(label = "ITCH 5.0 in MoldUDP64, captured as pcap or pcapng", value = "mold-pcap"),
        @Option(label = "IEX DEEP 1.0; a file is a pcap or pcapng capture", value = "iex-deep"),
        @Option(label = "IEX TOPS 1.6; a file is a pcap or pcapng capture", value = "iex-tops"),
        @Option(label = "Databento DBN 1 to 3", value = "dbn"), @Option(label = "LOBSTER zip", value = "lobster")})
    String format() default "itch50";

    /** The date. */
    @AttributeDefinition(description = "The day the messages are of (2026-01-30). A file of itch50 or mold-pcap needs it, the others say it"
            + " themselves; a live feed without takes today.", required = false)
    String date() default "";

    /** The zone. */
    @AttributeDefinition(description = "The zone whose midnight the venue counts its nanoseconds from.")
    String zone() default "America/New_York";
}
