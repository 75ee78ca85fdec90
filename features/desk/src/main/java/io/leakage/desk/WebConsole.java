package io.leakage.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** How the Felix Web Console is let in to: one user, a password from a file, of which the framework is told the SHA-256 only. */
public final class WebConsole {
    /** Where its forms are, below the server's address. */
    public static final String CONFIGURATIONS = "/system/console/configMgr";
    /** Its user. */
    public static final String USER = "admin";

    private static final int SHORTEST = 12;

    private WebConsole() {
    }

    /**
     * What a framework is launched with.
     *
     * @param password a file whose first line is the password
     * @return launching properties
     * @throws IOException              when it cannot be read
     * @throws IllegalArgumentException when the password is too short
     */
    public static Map<String, String> properties(Path password) throws IOException {
        String word = Files.readAllLines(password).stream().findFirst().orElse("").strip();
        if (word.length() < SHORTEST) {
            throw new IllegalArgumentException("--console: expected a password of at least " + SHORTEST
                    + " characters in the first line of "
                    + password + ", got " + word.length());
        }
        return Map.of("felix.webconsole.username", USER, "felix.webconsole.password", "{sha-256}" + hash(word));
    }

    private static String hash(String word) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);   // every JDK has it
        }
    }
}
