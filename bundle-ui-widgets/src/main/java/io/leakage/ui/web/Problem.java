package io.leakage.ui.web;

import io.leakage.api.desk.RefusedSetting;
import java.util.Map;

/** Why a request is not answered, as RFC 9457 problem details tell it. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    /** What a refused request may be instead, null for nothing to say. */
    private String allow;
    private transient RefusedSetting refused;
    private transient Map<String, String> told = Map.of();

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** A parameter that makes no sense. */
    static Problem parameter(String field, String value, String allowed) {
        Problem problem = badRequest(field + ": expected " + allowed + ", got \"" + value + "\"");
        problem.told = Map.of("field", field, "value", value, "allowed", allowed);
        return problem;
    }

    /** A day that is not there, with the first and the last that are. */
    static Problem noDay(boolean isGone, String detail, String from, String to) {
        Problem problem = isGone ? new Problem(410, "Gone", detail) : notFound(detail);
        problem.told = from == null ? Map.of() : Map.of("from", from, "to", to);
        return problem;
    }

    /** {@return what else is told, by its name} */
    Map<String, String> told() {
        return told;
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(405, "Method not allowed", "GET or HEAD, got " + method);
    }

    /** @param allow the methods there are, as the Allow header lists them */
    static Problem methodNotAllowed(String method, String allow) {
        Problem problem = new Problem(405, "Method not allowed", "one of " + allow + ", got " + method);
        problem.allow = allow;
        return problem;
    }

    static Problem unauthorized(String detail) {
        return new Problem(401, "Unauthorized", detail);
    }

    /** A configuration that makes no sense. */
    static Problem refused(RefusedSetting setting) {
        Problem problem = new Problem(400, "Bad request", setting.getMessage());
        problem.refused = setting;
        return problem;
    }

    /** {@return the methods there are} */
    String allow() {
        return allow == null ? "GET, HEAD" : allow;
    }

    /** {@return the setting that was refused, null for another problem} */
    RefusedSetting setting() {
        return refused;
    }

    static Problem tooLarge(int mostBytes) {
        return new Problem(413, "Content too large", "the body: at most " + mostBytes + " bytes");
    }

    static Problem tooMany(String detail) {
        return new Problem(429, "Too many requests", detail);
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
