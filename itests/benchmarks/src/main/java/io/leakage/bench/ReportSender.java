package io.leakage.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A venue's side of a drop copy over a raw socket: logs on, and sends reports on a schedule or as fast as they are taken. One thread. */
final class ReportSender implements AutoCloseable {
    private static final int TRIES = 500;

    private final Socket socket;
    private final OutputStream out;
    private final int first;
    private final Thread reader;
    private final AtomicLong received = new AtomicLong();
    private int sent;

    /**
     * Logs on, and waits for the answer.
     *
     * @param number MsgSeqNum of the logon; above 1 the other side asks for what came before
     */
    ReportSender(int port, int number) throws IOException {
        socket = connect(port);
        socket.setTcpNoDelay(true);
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        first = number == 1 ? 1 : 0;
        reader = new Thread(this::read, "answers");
        reader.setDaemon(true);
        reader.start();
        out.write(ReportStream.logon(number));
        out.flush();
        long patience = 20_000;
        while (received.get() == 0 && patience-- > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        if (received.get() == 0) {
            throw new IOException("no answer to the logon on port " + port);
        }
    }

    private static Socket connect(int port) throws IOException {
        for (int i = 1;; i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private void read() {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = socket.getInputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                received.addAndGet(length);
            }
        } catch (IOException closed) {
            received.addAndGet(0);
        }
    }

    /** {@return reports sent so far} */
    int sent() {
        return sent;
    }

    /** Sends a report at its time. The planned time of report n, from 1, stands at {@code planned[n]}. */
    void paced(int count, long gapNanos, long[] planned) throws IOException {
        long start = System.nanoTime() + 1_000_000;
        for (int i = 0; i < count; i++) {
            byte[] report = ReportStream.message(sent + first, false);
            long at = start + i * gapNanos;
            while (System.nanoTime() < at) {
                if (at - System.nanoTime() > 100_000) {
                    LockSupport.parkNanos(50_000);
                }
            }
            planned[++sent] = at;
            out.write(report);
            out.flush();
        }
    }

    /** Sends so many reports without a pause, as answers to a resend request. */
    void flood(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(ReportStream.message(sent++ + first, true));
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
