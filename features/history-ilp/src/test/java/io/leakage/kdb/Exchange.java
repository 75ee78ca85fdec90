package io.leakage.kdb;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The other side of a scripted exchange of kdb+'s IPC protocol: {@code >} is what must come, {@code <} what is answered, {@code !} hangs up
 * and waits for the next connection, {@code #} is for the reader; bytes in hex, blanks between them as one likes.
 */
final class Exchange implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final List<String> script;

    Exchange(String resource) throws IOException {
        try (InputStream in = Exchange.class.getResourceAsStream(resource)) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Thread thread = new Thread(() -> {
            try {
                play();
                end.complete("as written");
            } catch (IOException e) {
                end.complete(e.toString());
            }
        }, "exchange");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** {@return "as written", or where and how it was not} */
    String outcome() {
        return end.join();
    }

    private void play() throws IOException {
        List<String> lines = new ArrayList<>(script);
        while (!lines.isEmpty()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(10_000);
                connection(lines, new DataInputStream(socket.getInputStream()), socket.getOutputStream());
            }
        }
    }

    private static void connection(List<String> lines, DataInputStream in, OutputStream out) throws IOException {
        while (!lines.isEmpty()) {
            String line = lines.remove(0);
            if (line.startsWith("!")) {
                return;
            }
            if (line.startsWith(">")) {
                byte[] expected = bytes(line);
                byte[] came = in.readNBytes(expected.length);
                String hex = HexFormat.of().formatHex(came);
                if (!hex.equals(HexFormat.of().formatHex(expected))) {
                    throw new IOException("expected " + line + ", got " + hex + HexFormat.of().formatHex(in.readNBytes(in.available())));
                }
            } else if (line.startsWith("<")) {
                out.write(bytes(line));
                out.flush();
            }
        }
    }

    private static byte[] bytes(String line) {
        return HexFormat.of().parseHex(line.substring(1).replaceAll("#.*|\\s", ""));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
