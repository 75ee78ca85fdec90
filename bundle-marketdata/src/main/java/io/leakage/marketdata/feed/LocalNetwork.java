package io.leakage.marketdata.feed;

import static io.leakage.marketdata.feed.FeedSettings.refused;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/**
 * This machine's addresses and network interfaces, as a feed's configuration names them.
 *
 * @param feed the feed's name, for refusals
 */
record LocalNetwork(String feed) {
    /** {@return a line that can be received here} */
    LineAddress line(String field, String address, int port, String network) {
        InetAddress at = address(field, address);
        return new LineAddress(at, port, at.isMulticastAddress() ? network(network) : null);
    }

    private InetAddress address(String field, String value) {
        try {
            if (!value.isEmpty()) {
                return InetAddress.getByName(value);
            }
        } catch (UnknownHostException e) {
            // told below
        }
        throw refused(feed, field, value, "a multicast group or an address of this machine, as in 239.1.2.3 or 127.0.0.1");
    }

    private NetworkInterface network(String value) {
        try {
            NetworkInterface network = NetworkInterface.getByName(value);
            if (network == null && !value.isEmpty()) {
                network = NetworkInterface.getByInetAddress(InetAddress.getByName(value));
            }
            if (network != null) {
                return network;
            }
        } catch (SocketException | UnknownHostException e) {
            // told below
        }
        throw refused(feed, "interface", value, "for a multicast group one of " + networks());
    }

    private static String networks() {
        try {
            return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).sorted().toList().toString();
        } catch (SocketException e) {
            return "this machine's network interfaces";
        }
    }
}
