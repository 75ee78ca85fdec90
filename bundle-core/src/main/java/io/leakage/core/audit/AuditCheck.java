package io.leakage.core.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        }
        return new AuditCheck(file, number, before, headProblem(directory.resolve(HEAD), number, before));
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

    private static String headProblem(Path head, long number, String hash) throws IOException {
        List<String> told = Files.exists(head) ? Files.readAllLines(head) : List.of("0", AuditLog.NONE);
        if (told.size() != 2 || !told.get(0).matches("[0-9]{1,18}")) {
            return head + ": expected a number and a hash, found " + told;
        }
        long lines = Long.parseLong(told.get(0));
        boolean behind = lines == number - 1;   // stopped between the line and its head
        return behind || lines == number && told.get(1).equals(hash) ? ""
                : head + ": expected line " + lines + " with hash " + told.get(1) + " as the last, found line " + number + " with " + hash;
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

    static void writeHead(Path head, long lines, String hash) throws IOException {
        Path next = head.resolveSibling(head.getFileName() + ".next");
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap((lines + "\n" + hash + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(next, head, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@return what was found, for a person} */
    @Override
    public String toString() {
        return isWhole() ? file + ": " + lines + " lines, whole, the last with hash " + head : problem;
    }
}
