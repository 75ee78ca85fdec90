package io.leakage.marketdata.feed;

import java.net.InetAddress;
import java.net.NetworkInterface;

/**
 * Where one UDP line comes in.
 *
 * @param address a multicast group, or the local address that unicast is sent to
 * @param port    UDP port; 0 for any free one, in tests
 * @param network where a multicast group is joined; null for unicast
 */
public record LineAddress(InetAddress address, int port, NetworkInterface network) {
    /** {@return address and port, as an administrator writes them} */
    @Override
    public String toString() {
        return address.getHostAddress() + ":" + port;
    }
}
