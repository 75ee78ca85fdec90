package io.leakage.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers so many bytes that are there already: what the container and the wire take. */
final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private volatile byte[] body = new byte[0];

    void answers(int bytes) {
        body = new byte[bytes];
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
