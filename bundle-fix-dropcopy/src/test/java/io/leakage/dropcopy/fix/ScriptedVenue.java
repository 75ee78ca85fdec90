package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;

/**
 * The other side of a drop copy as a test tells it to be, over a plain socket and without a FIX library, so that it can do what no library
 * would. Fields are written with bars ({@code 11=A|54=1|}); those of the header (34, 43, 52, 97, 122 …) go where they belong and stand in
 * place of what the venue would have said.
 *
 * <p>It answers by itself: test requests, logouts, and resend requests as {@link #onResend} says. It sends no heartbeats, so we ask for one.
 * One test thread; what comes is heard by a thread of its own.
 */
public final class ScriptedVenue implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final Set<String> HEADER = Set.of("43", "50", "57", "97", "115", "116", "122", "128", "129", "142", "143", "369");
    private static final Set<String> SESSION_TYPES = Set.of("0", "1", "2", "3", "4", "5", "A");

    private final String begin;
    private final String ours;
    private final String theirs;
    private final String host;
    private final int port;
    private final SocketFactory sockets;
    private final ServerSocket listening;
    private final Map<Integer, Sent> kept = new TreeMap<>();
    private final List<Told> heard = new ArrayList<>();
    private int expected;
    private int number = 1;
    private volatile ResendAnswer resend = ResendAnswer.REPLAY;
    private volatile boolean answering = true;
    private volatile Wire wire;

    private record Sent(String type, String fields, String time) {
    }

    /** The other side of {@code source}: listens when the source connects, connects when it listens. */
    public ScriptedVenue(DropCopySource source) {
        this(source, ServerSocketFactory.getDefault(), SocketFactory.getDefault());
    }

    /** The same with other sockets, such as TLS. */
    ScriptedVenue(DropCopySource source, ServerSocketFactory servers, SocketFactory sockets) {
        this.begin = source.version().beginString();
        this.ours = source.targetCompId();
        this.theirs = source.senderCompId();
        this.host = source.host();
        this.port = source.port();
        this.sockets = sockets;
        try {
            this.listening = source.acceptor() ? null : servers.createServerSocket(port, 8, InetAddress.getByName(host));
            if (listening != null) {
                listening.setSoTimeout(1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects, or waits until we connect; again after {@link #cut}. */
    public ScriptedVenue join() {
        expect(PATIENCE, () -> {
            try {
                Socket socket = listening == null ? sockets.createSocket(host, port) : listening.accept();
                answering = true;
                wire = new Wire(socket, this::hear);
                return true;
            } catch (IOException e) {
                return false;   // nobody there yet
            }
        }, "no connection on port " + port);
        return this;
    }

    /** Joins and logs on. */
    public ScriptedVenue logon() {
        return join().logon("");
    }

    /** Exchanges logons; with 141, 789, 553 … when given. FIXT says 1137=9. */
    ScriptedVenue logon(String fields) {
        String version = begin.equals("FIXT.1.1") && !fields.contains("1137=") ? "1137=9|" : "";
        if (listening == null) {
            send("A", "98=0|108=5|" + version + fields);
            expect("A", "");
        } else {
            Told logon = expect("A", "");
            send("A", "98=0|108=" + logon.get(108) + "|" + version + fields);
        }
        return this;
    }

    /** Says how resend requests are answered from now on. */
    void onResend(ResendAnswer answer) {
        resend = answer;
    }

    /** {@return the number the next message gets} */
    synchronized int next() {
        return number;
    }

    /** Sets the number the next message gets; what is skipped was never sent and is not kept. */
    synchronized void next(int seqNum) {
        number = seqNum;
    }

    /** Sends a message and keeps it; with 34 among the fields under that number, the next number stays. */
    public synchronized int send(String type, String fields) {
        int used = keep(type, fields);
        put(used, kept.get(used), "");
        return used;
    }

    /** Keeps a message as if it had been sent: it was lost on the way. */
    public synchronized int lose(String type, String fields) {
        return keep(type, fields);
    }

    /** Sends a message with a wrong checksum, and keeps it as it should have been. */
    synchronized int garble(String type, String fields) {
        int used = keep(type, fields);
        String whole = whole(used, kept.get(used), "");
        int sum = Integer.parseInt(whole.substring(whole.length() - 4, whole.length() - 1));
        bytes(Fix.bytes(whole.substring(0, whole.length() - 4) + String.format("%03d|", (sum + 1) % 256)));
        return used;
    }

    /** Sends bytes as they are. */
    void bytes(byte[] bytes) {
        wire.write(bytes);
    }

    /** Sends again what was sent under a number, as if for the first time. */
    synchronized void repeat(int seqNum) {
        put(seqNum, kept.get(seqNum), "");
    }

    /** Sends again what was sent under a number, with 43=Y and 122. */
    public synchronized void possDup(int seqNum) {
        put(seqNum, kept.get(seqNum), "43=Y|122=" + kept.get(seqNum).time() + "|");
    }

    /** Sends again a range as an engine should: messages with 43=Y, gap fills for the session's own. */
    synchronized void replay(int first, int last) {
        for (int at = first; at <= last; at++) {
            Sent sent = kept.get(at);
            if (sent != null && !SESSION_TYPES.contains(sent.type())) {
                possDup(at);
            } else {
                int from = at;
                while (at < last && (!kept.containsKey(at + 1) || SESSION_TYPES.contains(kept.get(at + 1).type()))) {
                    at++;
                }
                gapFill(from, at + 1);
            }
        }
    }

    /** Says that nothing of note was sent from one number up to before another (35=4, 123=Y). */
    synchronized void gapFill(int from, int to) {
        put(from, new Sent("4", "123=Y|36=" + to + "|", now()), "43=Y|122=" + now() + "|");
    }

    /** Resets (35=4, 123=N) so that the next message gets this number. */
    synchronized void reset(int to) {
        send("4", "123=N|36=" + to + "|");
        number = to;
    }

    /** Ends the connection without logout: the other side sees a reset. */
    public void cut() {
        wire.cut();
    }

    /** Waits until the other side has ended the connection. */
    public void awaitEnd() {
        expect(PATIENCE, () -> wire.isOver(), "the connection goes on");
    }

    /** Keeps the connection and neither hears nor answers any more, as over a cable that was pulled. */
    public void halfOpen() {
        answering = false;
        wire.deafen();
    }

    /** Waits for the next message of this type with these fields; those before it are passed over. */
    public Told expect(String type, String fields) {
        Told[] found = new Told[1];
        expect(PATIENCE, () -> (found[0] = find(type, fields)) != null, "no 35=" + type + " with " + fields);
        return found[0];
    }

    /** Waits until everything sent so far has been handled at the other side: its answer to a test request comes behind it. */
    public void settle() {
        String id = "settled-" + next();
        send("1", "112=" + id + "|");
        expect("0", "112=" + id + "|");
    }

    /** {@return every message of this type heard so far} */
    public synchronized List<Told> heard(String type) {
        return heard.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** {@return the message heard last} */
    synchronized Told lastHeard() {
        return heard.get(heard.size() - 1);
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
        if (listening != null) {
            listening.close();
        }
    }

    private synchronized void hear(String text) {
        Told told = new Told(text);
        heard.add(told);
        if (!answering) {
            return;
        }
        switch (told.type()) {
            case "1" -> send("0", "112=" + told.get(112) + "|");
            case "2" -> resend.answer(this, told.number(7), told.number(16) == 0 ? number - 1 : told.number(16));
            case "5" -> {
                answering = false;
                send("5", "");
            }
            default -> {
            }
        }
    }

    private synchronized Told find(String type, String fields) {
        for (int i = expected; i < heard.size(); i++) {
            if (heard.get(i).is(type, fields)) {
                expected = i + 1;
                return heard.get(i);
            }
        }
        return null;
    }

    private void expect(Duration patience, BooleanSupplier holds, String otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail(otherwise + "; heard " + heard);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private int keep(String type, String fields) {
        Told plain = new Told(fields.substring(0, data(fields)));
        int used = plain.get(34) == null ? number++ : plain.number(34);
        String time = plain.get(52);
        kept.put(used, new Sent(type, fields, time == null ? now() : time));
        return used;
    }

    private void put(int seqNum, Sent sent, String header) {
        bytes(Fix.bytes(whole(seqNum, sent, header)));
    }

    private String whole(int seqNum, Sent sent, String header) {
        StringBuilder head = new StringBuilder(header);
        StringBuilder body = new StringBuilder();
        int data = data(sent.fields());
        for (String field : sent.fields().substring(0, data).split("(?<=\\|)")) {
            String tag = field.substring(0, Math.max(0, field.indexOf('=')));
            if (HEADER.contains(tag)) {
                head.append(field);
            } else if (!tag.equals("34") && !tag.equals("52")) {
                body.append(field);
            }
        }
        String time = header.contains("43=Y") ? now() : sent.time();
        return Fix.whole(begin, "35=" + sent.type() + "|49=" + ours + "|56=" + theirs + "|34=" + seqNum + "|52=" + time + "|"
                + head + body + sent.fields().substring(data));
    }

    /** Where XmlData (213) begins, which may hold anything; else the end. */
    private static int data(String fields) {
        int at = ("|" + fields).indexOf("|213=");
        return at < 0 ? fields.length() : at;
    }

    private static String now() {
        return TIME.format(Instant.now());
    }
}
