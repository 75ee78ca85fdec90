package io.leakage.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The segments of a request's path below the servlet, each decoded on its own: an id may hold any character. */
final class Path {
    private Path() {
    }

    /**
     * Splits the path, then decodes.
     *
     * @return {@code [""]} for the root with its slash, an empty list for the root without
     * @throws Problem when a segment is not percent-encoded UTF-8
     */
    static List<String> of(HttpServletRequest request) throws Problem {
        String raw = request.getRequestURI().substring(request.getContextPath().length() + request.getServletPath().length());
        List<String> segments = new ArrayList<>();
        for (String segment : raw.split("/", -1)) {
            segments.add(decoded(segment));
        }
        return segments.subList(1, segments.size());
    }

    private static String decoded(String segment) throws Problem {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("path: percent-encoded UTF-8 expected (" + e.getMessage() + ")");
        }
    }
}
