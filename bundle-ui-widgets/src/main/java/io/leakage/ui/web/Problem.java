package io.leakage.ui.web;

/** Why a request is not answered, as RFC 9457 problem details tell it. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(405, "Method not allowed", "GET or HEAD, got " + method);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Service unavailable", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
