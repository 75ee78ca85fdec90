package io.leakage.dropcopy.fix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a password is: {@code file:PATH} or {@code env:NAME}. The password itself is read when it is used, is never a field, and stands in
 * no message and no log.
 *
 * @param place where; empty for none
 */
record Secret(String place) {
    /** No password. */
    static final Secret NONE = new Secret("");

    /**
     * Names a place.
     *
     * @param field the configuration's name of it, for messages
     * @throws IllegalArgumentException when it is no place; what stands there instead may be a password and is not repeated
     */
    static Secret at(String field, String place) {
        String trimmed = place == null ? "" : place.trim();
        if (!trimmed.isEmpty() && !trimmed.matches("file:.+|env:\\w+")) {
            throw new IllegalArgumentException(field + ": file:PATH or env:NAME, got something else");
        }
        return new Secret(trimmed);
    }

    /** {@return whether there is a password} */
    boolean isGiven() {
        return !place.isEmpty();
    }

    /**
     * {@return the password; of a file its text without the line's end}
     *
     * @throws IllegalStateException naming the place when there is nothing
     */
    String read() {
        String text = place.startsWith("file:") ? file(Path.of(place.substring("file:".length())))
                : System.getenv(place.substring("env:".length()));
        if (text == null || text.isEmpty()) {
            throw new IllegalStateException(place + ": a password, got nothing");
        }
        return text;
    }

    private String file(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new IllegalStateException(place + ": a file that can be read, got " + e.getClass().getSimpleName());
        }
    }
}
