package io.leakage.ui.web;

import io.leakage.ui.card.ScorecardPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page's files, from the bundle and nowhere else: a path is a key, never a place on a disk. */
final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "app.js", "text/javascript;charset=utf-8",
            "blotter.js", "text/javascript;charset=utf-8",
            "cells.js", "text/javascript;charset=utf-8",
            "clock.js", "text/javascript;charset=utf-8",
            "dropcopy.js", "text/javascript;charset=utf-8",
            "detail.js", "text/javascript;charset=utf-8",
            "style.css", "text/css;charset=utf-8",
            "card.css", "text/css;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private Page() {
    }

    static void write(String name, HttpServletResponse response) throws IOException, Problem {
        String file = name.isEmpty() ? "index.html" : name;
        String type = TYPES.get(file);
        if (type == null) {
            throw Problem.notFound("there is nothing here; the page is at /leakage/, the API at /leakage/v1/");
        }
        if ("card.css".equals(file)) {
            Answer.body(response, type, ScorecardPage.styleSheet());
            return;
        }
        try (InputStream bytes = Page.class.getResourceAsStream("page/" + file)) {
            Answer.body(response, type, bytes.readAllBytes());
        }
    }
}
