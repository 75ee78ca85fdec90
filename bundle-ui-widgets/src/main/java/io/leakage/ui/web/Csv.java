package io.leakage.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers as CSV (RFC 4180, UTF-8, a header), written while it is read: of whole days it may be long. */
final class Csv {
    private static final String TYPE = "text/csv";

    /** What writes the records. */
    interface Records {
        void write(Appendable out) throws IOException;
    }

    private Csv() {
    }

    /**
     * {@return whether CSV is asked for: by {@code format=csv}, or else by the Accept header, where it does not name JSON}
     *
     * @throws Problem when the format is neither {@code csv} nor {@code json}
     */
    static boolean isAsked(HttpServletRequest request) throws Problem {
        String format = request.getParameter("format");
        if (format != null && !"csv".equals(format) && !"json".equals(format)) {
            throw Problem.parameter("format", format, "csv or json");
        }
        String accepted = request.getHeader("Accept");
        String types = accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
        return format == null ? types.contains(TYPE) && !types.contains("application/json") : "csv".equals(format);
    }

    /** Writes records as a file of this name. */
    static void write(String name, HttpServletResponse response, Records records) throws IOException {
        response.setContentType(TYPE + "; charset=utf-8; header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        records.write(out);
        out.flush();
    }
}
