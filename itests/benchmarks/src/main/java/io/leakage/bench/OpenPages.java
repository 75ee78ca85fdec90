package io.leakage.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** Open streams: the first looks for fills, the others take what comes as a page would. */
final class OpenPages implements AutoCloseable {
    /** Between the two stands a symbol, in which the generated market has any character, braces and ends of lines too. */
    private static final Pattern ORDER = Pattern.compile("\\{\"parent\":\"P(\\d+)\",.*?\"executed\":(\\d+)", Pattern.DOTALL);
    private static final int A_FILL = 100;
    private static final long PATIENCE_SECONDS = 60;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch begun;
    private final Histogram latency = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);

    // under this object's monitor
    private final List<Deque<Long>> expected = new ArrayList<>();
    private final long[] executed;
    private int open;

    OpenPages(int port, int pages, int parents) throws IOException {
        executed = new long[parents];
        for (int i = 0; i < parents; i++) {
            expected.add(new ArrayDeque<>());
        }
        begun = new CountDownLatch(pages);
        for (int i = 0; i < pages; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream().write("GET /leakage/v1/stream HTTP/1.0\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            boolean looks = i == 0;
            Thread reader = new Thread(() -> read(socket, looks), "page-" + i);
            reader.setDaemon(true);
            reader.start();
        }
    }

    void awaitAll() throws InterruptedException {
        if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(begun.getCount() + " streams tell nothing");
        }
    }

    /** One more fill of a parent is on its way, meant to be sent at this time. */
    synchronized void expect(int parent, long meantNanos) {
        expected.get(parent).add(meantNanos);
        open++;
    }

    void awaitExpected() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (open() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(open() + " fills were never told, of the parents " + missing());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private synchronized List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < executed.length; i++) {
            if (!expected.get(i).isEmpty()) {
                missing.add("P" + i + " (" + executed[i] + " told)");
            }
        }
        return missing;
    }

    private synchronized int open() {
        return open;
    }

    synchronized void into(Histogram all) {
        all.add(latency);
    }

    /** {@return what all pages were sent so far} */
    long bytes() {
        return bytes.get();
    }

    private void read(Socket socket, boolean looks) {
        try {
            if (looks) {
                look(socket.getInputStream());
            } else {
                take(socket.getInputStream());
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void take(InputStream in) throws IOException {
        byte[] buffer = new byte[65_536];
        boolean first = true;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.addAndGet(n);
            if (first) {
                begun.countDown();
            }
            first = false;
        }
    }

    private void look(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 65_536);
        boolean first = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long now = System.nanoTime();
            bytes.addAndGet(line.length() + 1);
            if (line.startsWith("data: [")) {
                told(line, now);
            } else if (first && line.equals("event: progress")) {   // after all that there was
                begun.countDown();
                first = false;
            }
        }
    }

    private synchronized void told(String line, long now) {
        Matcher order = ORDER.matcher(line);
        while (order.find()) {
            int parent = Integer.parseInt(order.group(1));
            long shares = Long.parseLong(order.group(2));
            for (long n = executed[parent]; n < shares; n += A_FILL) {
                Long meant = expected.get(parent).poll();
                if (meant != null) {
                    latency.recordValue(Math.max(0, now - meant));
                    open--;
                }
            }
            executed[parent] = Math.max(executed[parent], shares);
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
