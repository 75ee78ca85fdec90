package io.leakage.desk;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports on loopback that nobody listens on at the moment of asking, each given once: who asked first may not be listening yet. */
public final class FreePort {
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {
    }

    /** Asks the system for a port. */
    private interface Asking {
        int port() throws IOException;
    }

    /**
     * Finds one for TCP.
     *
     * @return the port
     * @throws IOException when there is none
     */
    public static int tcp() throws IOException {
        return another(() -> {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        });
    }

    /**
     * Finds one for UDP.
     *
     * @return the port
     * @throws IOException when there is none
     */
    public static int udp() throws IOException {
        return another(() -> {
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                return socket.getLocalPort();
            }
        });
    }

    private static int another(Asking asking) throws IOException {
        int port = asking.port();
        while (!GIVEN.add(port)) {
            port = asking.port();
        }
        return port;
    }
}
