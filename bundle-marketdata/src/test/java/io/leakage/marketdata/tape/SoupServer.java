package io.leakage.marketdata.tape;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A SoupBinTCP server on loopback that plays a script to each connection in turn, after its login; the last script is played again. */
public final class SoupServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Socket> open = new ArrayList<>();

    /** What one connection is told. */
    @FunctionalInterface
    public interface Script {
        /** Writes to the connection; it stays open when this returns. */
        void play(Connection to) throws IOException, InterruptedException;
    }

    /** One connection after its login. */
    public record Connection(Socket socket) {
        /** Sends packets. */
        public void send(byte[]... packets) throws IOException {
            socket.getOutputStream().write(Soup.join(packets));
        }

        /** Breaks the connection. */
        public void hangUp() throws IOException {
            socket.close();
        }
    }

    /** Starts to listen. */
    public SoupServer(Script... scripts) throws IOException {
        Thread thread = new Thread(() -> serve(scripts), "soup-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** {@return the next packet from any client as text, its fields without padding between; null when none came within ten seconds} */
    public String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private void serve(Script[] scripts) {
        try {
            for (int i = 0; true; i++) {
                Socket socket = listener.accept();
                synchronized (open) {
                    open.add(socket);
                }
                DataInputStream in = new DataInputStream(socket.getInputStream());
                heard.add(packet(in));
                scripts[Math.min(i, scripts.length - 1)].play(new Connection(socket));
                Thread reader = new Thread(() -> read(in), "soup-reader");
                reader.setDaemon(true);
                reader.start();
            }
        } catch (IOException | InterruptedException e) {
            // closed
        }
    }

    private void read(DataInputStream in) {
        try {
            while (true) {
                heard.add(packet(in));
            }
        } catch (IOException e) {
            heard.add("gone");
        }
    }

    private static String packet(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII).strip().replaceAll(" +", " ");
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
