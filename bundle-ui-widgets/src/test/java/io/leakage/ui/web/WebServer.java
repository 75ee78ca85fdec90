package io.leakage.ui.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A real Jetty on loopback with one servlet below {@code /leakage/}, as the HTTP Whiteboard would have it. */
public final class WebServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** Starts it on a free port. */
    public WebServer(Servlet servlet) throws Exception {
        this(servlet, 0);
    }

    /** Starts it on this port. */
    public WebServer(Servlet servlet, int port) throws Exception {
        this(servlet, "/leakage/*", port);
    }

    /** Starts it with the servlet behind this pattern. */
    WebServer(Servlet servlet, String pattern, int port) throws Exception {
        this(Map.of(pattern, servlet), port);
    }

    /** Starts it with each servlet behind its pattern; one servlet may stand behind several. */
    WebServer(Map<String, Servlet> servlets, int port) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        Map<Servlet, ServletHolder> holders = new IdentityHashMap<>();
        servlets.forEach((pattern, servlet) -> {
            ServletHolder holder = holders.computeIfAbsent(servlet, ServletHolder::new);
            holder.setAsyncSupported(true);
            context.addServlet(holder, pattern);
        });
        server.setHandler(context);
        server.start();
    }

    /** {@return the port it listens on} */
    public int port() {
        return connector.getLocalPort();
    }

    /** {@return the servlet's address without a slash at its end} */
    public String base() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/leakage";
    }

    /** {@return an address below the servlet} */
    URI uri(String path) {
        return URI.create(base() + "/" + path);
    }

    /** {@return everything the server answers to these bytes until it closes} */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@return a connection of its own} */
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
