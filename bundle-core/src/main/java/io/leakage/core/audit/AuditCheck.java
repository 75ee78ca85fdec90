package io.leakage.core.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whether an audit log is as it was written.
 *
 * @param file    the log
 * @param lines   lines that are whole and in their place, counted up to the first that is not
 * @param head    hash of the last of them
 * @param problem what is wrong and where, for a person; empty when nothing is
 */
public record AuditCheck(Path file, long lines, String head, String problem) {
    static final String LINES = "audit.jsonl";
    static final String HEAD = "audit.head";
    static final String HASH = ",\"hash\":\"";

    private static final int HASH_LENGTH = 64;

    /**
     * Checks a log.
     *
     * @param directory where it lies; one that is empty or missing holds a whole log of no lines
     * @throws IOException when it cannot be read
     */
    public static AuditCheck of(Path directory) throws IOException {
        Path file = directory.resolve(LINES);
        String text = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        Head head = Head.of(directory.resolve(HEAD));
        String before = AuditLog.NONE;
        long number = 0;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            String problem = end < 0 ? "has no end" : problem(text.substring(from, end), number + 1, before);
            if (!problem.isEmpty()) {
                return new AuditCheck(file, number, before, file + " line " + (number + 1) + ": " + problem);
            }
            before = text.substring(end - HASH_LENGTH - 2, end - 2);
            number++;
            from = end + 1;
            head.meets(number, before);
        }
        return new AuditCheck(file, number, before, head.problem(number, before));
    }

    private static String problem(String line, long number, String before) {
        String start = "{\"n\":" + number + ",\"before\":\"" + before + "\"";
        int at = line.lastIndexOf(HASH);
        if (!line.startsWith(start)) {
            return "expected to begin with " + start + ", found " + line.substring(0, Math.min(line.length(), start.length()));
        }
        if (at < 0 || line.length() != at + HASH.length() + HASH_LENGTH + 2 || !line.endsWith("\"}")) {
            return "expected to end with a hash of " + HASH_LENGTH + " digits";
        }
        String told = line.substring(at + HASH.length(), line.length() - 2);
        String found = hash(line.substring(0, at));
        return found.equals(told) ? "" : "its hash is " + found + ", it tells " + told;
    }

    /** {@return whether nothing is wrong} */
    public boolean isWhole() {
        return problem.isEmpty();
    }

    /** {@return SHA-256 of a text, a character a byte} */
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@return what was found, for a person} */
    @Override
    public String toString() {
        return isWhole() ? file + ": " + lines + " lines, whole, the last with hash " + head : problem;
    }
}
