package io.leakage.ui.web;

import io.leakage.ui.card.ScorecardPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The page's files, from the bundle and nowhere else: a path is a key, never a place on a disk. They are built from
 * {@code src/main/web}; {@code leakage.js} is the module that a host's own page imports.
 */
final class Page {
    /** What the API is, as OpenAPI 3.1. */
    static final String DESCRIPTION = "openapi.json";

    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String START = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            START, "text/html;charset=utf-8",
            DESCRIPTION, "application/json",
            "page.js", SCRIPT,
            "leakage.js", SCRIPT,
            "board.js", SCRIPT,
            "licenses.txt", "text/plain;charset=utf-8",
            "card.css", "text/css;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private Page() {
    }

    static void write(String name, HttpServletResponse response) throws IOException, Problem {
        String file = name.isEmpty() ? START : name;
        String type = TYPES.get(file);
        if (type == null) {
            throw Problem.notFound("there is nothing here; the page is at /leakage/, the API at /leakage/v1/");
        }
        if ("card.css".equals(file)) {
            Answer.body(response, type, ScorecardPage.styleSheet());
        } else {
            byte[] bytes = bytes(file);
            Answer.body(response, type, START.equals(file) ? withNonce(bytes, response) : bytes);
        }
    }

    private static byte[] bytes(String file) throws IOException, Problem {
        try (InputStream bytes = Page.class.getResourceAsStream("page/" + file)) {
            if (bytes == null) {
                throw Problem.notFound("this bundle was built without the board (-Dui.skip)");
            }
            return bytes.readAllBytes();
        }
    }

    /** The grid makes style elements of its own: each time the page is given out they are allowed by another word. */
    private static byte[] withNonce(byte[] page, HttpServletResponse response) {
        String nonce = Answer.allowStyles(response);
        return new String(page, StandardCharsets.UTF_8).replace("{{nonce}}", nonce).getBytes(StandardCharsets.UTF_8);
    }
}
