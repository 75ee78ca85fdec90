package io.leakage.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Requests on a fixed schedule over connections that stay open; what is late at one counts for those behind it. */
final class ApiLoad implements AutoCloseable {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    ApiLoad(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Connection(port));
        }
        threads = Executors.newFixedThreadPool(connections);
    }

    /** {@return how long one answer's body is} */
    long bytes(String path) throws IOException {
        return connections.get(0).get(path);
    }

    /** Asks for these in turn. {@return nanoseconds from when each was meant to be sent to its answer's last byte} */
    Histogram run(List<String> paths, int aSecond, int seconds) throws Exception {
        List<Future<Histogram>> running = new ArrayList<>();
        long first = System.nanoTime() + 10_000_000;
        for (int i = 0; i < connections.size(); i++) {
            int from = i;
            Callable<Histogram> one = () -> {
                Histogram latency = new Histogram(60 * SECOND_NANOS, 3);
                for (int n = from; n < aSecond * seconds; n += connections.size()) {
                    long meant = first + n * SECOND_NANOS / aSecond;
                    for (long early = meant - System.nanoTime(); early > 0; early = meant - System.nanoTime()) {
                        LockSupport.parkNanos(early);
                    }
                    connections.get(from).get(paths.get(n % paths.size()));
                    latency.recordValue(System.nanoTime() - meant);
                }
                return latency;
            };
            running.add(threads.submit(one));
        }
        Histogram all = new Histogram(60 * SECOND_NANOS, 3);
        for (Future<Histogram> one : running) {
            all.add(one.get());
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.forEach(Connection::close);
    }

    /** HTTP/1.1 with Content-Length, and nothing else. */
    private static final class Connection {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
        }

        long get(String path) throws IOException {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String status = line();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(path + ": " + status);
            }
            long length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Long.parseLong(header.substring(15).strip());
                }
            }
            in.skipNBytes(length);
            return length;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the server hung up");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
