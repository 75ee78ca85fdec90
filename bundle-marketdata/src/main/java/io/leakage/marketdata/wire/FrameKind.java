package io.leakage.marketdata.wire;

/** What a captured frame turned out to carry. */
public enum FrameKind {
    /** A whole UDP datagram. */
    UDP,
    /** A TCP segment. */
    TCP,
    /** A piece of an IP packet; the rest came or comes in others, and nobody puts them together. */
    FRAGMENT,
    /** IP, but neither UDP nor TCP: the payload is what stands behind the IP header. */
    IP,
    /** Not IP: the payload is what stands behind the link's header. */
    LINK,
    /** A length in it cannot be, or the capture cut it before its end. */
    DAMAGED
}
