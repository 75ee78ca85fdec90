package io.leakage.ui.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A servlet behind the {@link Door} that can ask {@link Callers} who it is, and answers nobody more than their {@link Allowance}: what it
 * cannot answer it answers as a problem.
 */
abstract class DoorServlet extends HttpServlet {
    /** The longest body that is read. */
    static final int MOST_BYTES = 65_536;

    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient Callers callers;

    DoorServlet(Door door, Callers callers) {
        this.door = door;
        this.callers = callers;
    }

    /**
     * Answers who was let in.
     *
     * @throws Problem told as the answer
     */
    abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem;

    /**
     * {@return who asks}
     *
     * @throws Problem when a token is needed and none came, or one that is none
     */
    final Caller caller(HttpServletRequest request) throws Problem {
        return callers.of(request);
    }

    /** @throws Problem when the request would change something */
    static void onlyReads(HttpServletRequest request) throws Problem {
        if (!reads(request)) {
            throw Problem.methodNotAllowed(request.getMethod());
        }
    }

    /** {@return whether the request only reads} */
    static boolean reads(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.secure(response);
        Allowance allowance = null;
        try {
            door.enter(request);
            allowance = callers.allow(request);
            if (request.getContentLengthLong() > MOST_BYTES) {
                throw Problem.tooLarge(MOST_BYTES);
            }
            answer(request, response);
        } catch (Problem problem) {
            if (allowance != null) {
                readToEnd(request);
            }
            Answer.problem(response, problem);
        } finally {
            if (allowance != null) {
                allowance.leave();
            }
        }
    }

    /** Who still sends when it is answered never reads that: the connection breaks. Waits for a short body only, within the caller's share. */
    private static void readToEnd(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > 0 && length <= MOST_BYTES && request.getHeader("Expect") == null) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
