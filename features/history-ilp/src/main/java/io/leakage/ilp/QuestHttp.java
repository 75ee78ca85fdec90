package io.leakage.ilp;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The HTTP side of the store: {@code /write} for lines, {@code /exec} for SQL.
 *
 * @param url           where it is, as in {@code http://127.0.0.1:9000}
 * @param authorization a file that holds the Authorization header's value ({@code Basic …}, {@code Bearer …}), empty for none; read with
 *                      each request and repeated nowhere
 */
record QuestHttp(String url, String authorization) {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 30_000;

    /** Checks the address. */
    QuestHttp {
        if (url == null || !url.matches("https?://[^\\s/?#]+")) {
            throw new IllegalArgumentException("url: http://host:port or https://host:port, got \"" + url + "\"");
        }
        authorization = authorization == null ? "" : authorization.trim();
    }

    /**
     * Sends lines; when it returns, all of them are kept.
     *
     * @throws IOException when the store did not say so
     */
    void write(byte[] lines) throws IOException {
        HttpURLConnection connection = open("/write?precision=n");
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(lines.length);
        connection.getOutputStream().write(lines);
        answer(connection);
    }

    /**
     * Asks or tells by SQL.
     *
     * @return the answer, JSON
     * @throws IOException when the store refused
     */
    String sql(String statement) throws IOException {
        return answer(open("/exec?query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8)));
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", Files.readString(Path.of(authorization)).strip());
        }
        return connection;
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status >= 300) {
                throw new IOException("status " + status + ": " + text.strip());
            }
            return text;
        }
    }
}
