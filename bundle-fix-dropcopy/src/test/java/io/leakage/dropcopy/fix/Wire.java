package io.leakage.dropcopy.fix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One connection of a scripted venue: bytes out as they are, messages in as text with bars, read by a thread that ends with it. */
final class Wire implements Closeable {
    private final Socket socket;
    private final Consumer<String> messages;
    private volatile boolean silent;
    private volatile boolean over;

    /** A wire on a connected socket; {@code messages} is told each message that comes, by the wire's own thread. */
    Wire(Socket socket, Consumer<String> messages) throws IOException {
        this.socket = socket;
        this.messages = messages;
        socket.setTcpNoDelay(true);
        Thread reader = new Thread(this::read, "scripted venue " + socket.getLocalPort());
        reader.setDaemon(true);
        reader.start();
    }

    /** Writes bytes. */
    synchronized void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection is gone", e);
        }
    }

    /** {@return whether nothing more will come} */
    boolean isOver() {
        return over;
    }

    /** From now on nothing that comes is heard, and the connection stays. */
    void deafen() {
        silent = true;
    }

    /** Ends the connection without a word of TCP's: the other side reads a reset. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            for (String message = next(in); message != null; message = next(in)) {
                if (!silent) {
                    messages.accept(message);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the connection is over, which a test sees by what it expects next
        } finally {
            over = true;
        }
    }

    /** A message ends behind its CheckSum; what we are sent is well formed, so that is enough. */
    private static String next(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int field = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            message.write(next);
            if (next == FixScan.SOH) {
                String text = message.toString(StandardCharsets.ISO_8859_1);
                if (text.startsWith("10=", field)) {
                    return text.replace('\u0001', '|');
                }
                field = text.length();
            }
        }
        return null;
    }
}
