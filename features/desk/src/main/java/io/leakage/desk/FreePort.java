package io.leakage.desk;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback that nobody listens on at the moment of asking. */
public final class FreePort {
    private FreePort() {
    }

    /**
     * Finds one for TCP.
     *
     * @return the port
     * @throws IOException when there is none
     */
    public static int tcp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Finds one for UDP.
     *
     * @return the port
     * @throws IOException when there is none
     */
    public static int udp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }
}
