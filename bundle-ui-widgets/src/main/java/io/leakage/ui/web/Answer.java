package io.leakage.ui.web;

import io.leakage.ui.text.DeskJson;
import io.leakage.ui.text.ServiceJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Writes answers with the headers that every answer carries. */
final class Answer {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;
    private static final int TOO_MANY = 429;
    private static final String STYLES = "style-src 'self'";
    private static final String POLICY = "default-src 'none'; script-src 'self'; " + STYLES + "; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Answer() {
    }

    /** Sets what holds for pages, JSON and errors alike. */
    static void secure(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    /** Allows style elements that carry a nonce; {@return the nonce, 24 letters, never the same}. */
    static String allowStyles(HttpServletResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        response.setHeader("Content-Security-Policy", POLICY.replace(STYLES, STYLES + " 'nonce-" + nonce + "'"));
        return nonce;
    }

    static void json(HttpServletResponse response, String document) throws IOException {
        body(response, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", problem.allow());
        } else if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        } else if (problem.status() == TOO_MANY) {
            response.setHeader("Retry-After", "1");
        }
        String document = problem.setting() == null
                ? ServiceJson.problem(problem.status(), problem.title(), problem.getMessage(), problem.told())
                : DeskJson.problem(problem.status(), problem.title(), problem.setting());
        body(response, "application/problem+json", document.getBytes(StandardCharsets.UTF_8));
    }

    static void body(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
