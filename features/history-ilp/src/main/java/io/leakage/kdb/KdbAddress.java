package io.leakage.kdb;

import com.kx.c;
import com.kx.c.KException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a kdb+ process listens.
 *
 * @param host   its host
 * @param port   its port
 * @param access a file that holds {@code user:password}, empty for none; read when we connect and repeated nowhere
 */
record KdbAddress(String host, int port, String access) {
    private static final int READ_MILLIS = 30_000;

    /** Checks the address. */
    KdbAddress {
        if (host == null || host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("host and port: a host and 1 to 65535, got \"" + host + "\" and " + port);
        }
        access = access == null ? "" : access.trim();
    }

    /**
     * Connects.
     *
     * @throws IOException when nobody listens or we are refused
     */
    c connect() throws IOException {
        String user = access.isEmpty() ? "leakage" : Files.readString(Path.of(access)).strip();
        try {
            c connection = new c(host, port, user);
            connection.s.setSoTimeout(READ_MILLIS);
            return connection;
        } catch (KException e) {
            throw new IOException("refused: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
