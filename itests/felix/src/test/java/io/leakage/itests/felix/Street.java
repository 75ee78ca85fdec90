package io.leakage.itests.felix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Who sends a FIX 4.4 drop copy: comes back whenever the connection ends, and keeps what it was given to send, so that it can send it when
 * it is asked again. Answers resend requests, test requests and logouts. Its text has bars for SOH. Any thread may send.
 */
final class Street implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int AGAIN_NANOS = 5_000_000;
    private static final int SOH = 1;

    private final String name;
    private final String other;
    private final int port;
    private final ServerSocket listening;
    private final String introduction;
    /** By number from 1: what was sent; null where it was the session's own. */
    private final List<Sent> kept = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile String password;
    private volatile int logons;
    private volatile int calls;
    private volatile Socket socket;
    private volatile boolean loggedOn;

    private record Sent(String type, String fields, String time) {
    }

    private Street(String name, String other, int port, ServerSocket listening, String introduction) {
        this.introduction = introduction;
        this.name = name;
        this.other = other;
        this.port = port;
        this.listening = listening;
        thread = new Thread(this::run, "street " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Logs on, as {@code name}, to {@code other} who listens there or will. */
    static Street calling(String name, String other, int port) {
        return calling(name, other, port, "");
    }

    /** The same with more fields in its logon. */
    static Street calling(String name, String other, int port, String introduction) {
        return new Street(name, other, port, null, introduction);
    }

    /** Waits, as {@code name}, at {@link #port} for {@code other} to log on. */
    static Street waiting(String name, String other) throws IOException {
        ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        return new Street(name, other, listening.getLocalPort(), listening, "");
    }

    /** {@return where it listens or calls} */
    int port() {
        return port;
    }

    /** From now on who logs on must say this as Password (554); null takes anyone. */
    void demand(String wanted) {
        password = wanted;
    }

    /** {@return how often both sides were logged on} */
    int logons() {
        return logons;
    }

    /** Waits until both sides are logged on. */
    void awaitLogon() {
        Await.until(() -> loggedOn, () -> name + " is not logged on, heard " + heardSince(0));
    }

    /** {@return how often it called and said who it is} */
    int calls() {
        return calls;
    }

    /** {@return the messages of this type heard so far, with bars} */
    synchronized List<String> heard(String type) {
        return heard.stream().filter(one -> one.contains("|35=" + type + "|")).toList();
    }

    /** {@return what was heard on the wire after so many messages} */
    synchronized List<String> heardSince(int count) {
        return List.copyOf(heard.subList(count, heard.size()));
    }

    /** Sends a message now, or when somebody is logged on and asks for it. */
    synchronized void send(String type, String fields) {
        kept.add(new Sent(type, fields, now()));
        if (loggedOn) {
            put(kept.size(), kept.get(kept.size() - 1), "");
        }
    }

    /** Ends the connection without a word; it will be made again. */
    void cut() throws IOException {
        Socket now = socket;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        cut();
        if (listening != null) {
            listening.close();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            try (Socket now = listening == null ? new Socket(InetAddress.getLoopbackAddress(), port) : listening.accept()) {
                now.setTcpNoDelay(true);
                socket = now;
                talk(new BufferedInputStream(now.getInputStream()));
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(AGAIN_NANOS);   // nobody there, or gone: once more
            } finally {
                loggedOn = false;
            }
        }
    }

    private void talk(InputStream in) throws IOException {
        if (listening == null) {
            session("A", "98=0|108=5|" + introduction);
            calls++;
        }
        for (String message = next(in); message != null && answer(message); message = next(in)) {
            continue;
        }
        LockSupport.parkNanos(AGAIN_NANOS);
    }

    /** {@return whether the conversation goes on} */
    private synchronized boolean answer(String message) {
        heard.add(message);
        switch (field(message, 35)) {
            case "A" -> {
                return logon(message);
            }
            case "1" -> session("0", "112=" + field(message, 112) + "|");
            case "2" -> again(Integer.parseInt(field(message, 7)), Integer.parseInt(field(message, 16)));
            case "5" -> {
                session("5", "");
                return false;
            }
            default -> {
            }
        }
        return true;
    }

    private boolean logon(String message) {
        if (password != null && !password.equals(field(message, 554))) {
            session("5", "58=password " + field(message, 554) + " is wrong|");
            return false;
        }
        if (listening != null) {
            session("A", "98=0|108=" + field(message, 108) + "|");
        }
        loggedOn = true;
        logons++;
        return true;
    }

    private synchronized void session(String type, String fields) {
        kept.add(null);
        put(kept.size(), new Sent(type, fields, now()), "");
    }

    private void again(int first, int last) {
        int end = last == 0 ? kept.size() : Math.min(last, kept.size());
        for (int number = first; number <= end; number++) {
            Sent sent = kept.get(number - 1);
            int from = number;
            while (sent == null && number < end && kept.get(number) == null) {
                number++;
            }
            put(from, sent == null ? new Sent("4", "123=Y|36=" + (number + 1) + "|", now()) : sent,
                    "43=Y|122=" + (sent == null ? now() : sent.time()) + "|");
        }
    }

    private void put(int number, Sent sent, String header) {
        String body = "35=" + sent.type() + "|49=" + name + "|56=" + other + "|34=" + number + "|52=" + now() + "|" + header + sent.fields();
        byte[] head = bytes("8=FIX.4.4|9=" + body.length() + "|" + body);
        int sum = 0;
        for (byte one : head) {
            sum += one & 0xFF;
        }
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(bytes("10=" + String.format("%03d", sum & 0xFF) + "|"));
        } catch (IOException e) {
            loggedOn = false;   // it is asked for when the connection is made again
        }
    }

    private static byte[] bytes(String barred) {
        return barred.replace('|', (char) SOH).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String now() {
        return TIME.format(Instant.now());
    }

    /** {@return a field's text, empty when the message has none} */
    private static String field(String message, int tag) {
        int at = message.indexOf("|" + tag + "=");
        int from = at + Integer.toString(tag).length() + 2;
        return at < 0 ? "" : message.substring(from, message.indexOf('|', from));
    }

    private static String next(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int field = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            message.write(next == SOH ? '|' : next);
            if (next == SOH) {
                String text = message.toString(StandardCharsets.ISO_8859_1);
                if (text.startsWith("10=", field)) {
                    return text;
                }
                field = text.length();
            }
        }
        return null;
    }
}
