/**
 * Venue feeds, from socket or file to the core's market inlet: transports (MoldUDP64 and IEX-TP over UDP, SoupBinTCP, files, captures),
 * the mapping of a format's messages to the inlet's calls, {@link io.leakage.marketdata.feed.FeedFormat} that opens whatever was recorded,
 * and the component that an administrator configures. One thread a feed. It keeps no book and decides nothing; what is lost or cannot be
 * read it counts and tells.
 */
package io.leakage.marketdata.feed;
