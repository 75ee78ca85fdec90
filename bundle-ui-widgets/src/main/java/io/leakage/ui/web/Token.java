package io.leakage.ui.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * What a token lets its holder do. The token itself is 256 random bits that nobody keeps but its holder; here is its SHA-256. Who comes
 * with a certificate needs none: then the certificate's subject stands for it.
 *
 * @param user    whose it is
 * @param role    what the holder may do
 * @param desks   on which desks; {@code *} stands for all, and for orders that no desk claims
 * @param hash    SHA-256 of the token, 32 bytes; null for a certificate
 * @param subject whose certificate it is, null for a token
 */
record Token(String user, Role role, Set<String> desks, byte[] hash, X500Principal subject) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    Token {
        desks = Set.copyOf(desks);
        if (user == null || user.isBlank()) {
            throw new IllegalArgumentException("user: expected a name, got nothing");
        }
        if (hash == null == (subject == null)) {
            throw new IllegalArgumentException("expected either sha256 or certificate, got " + (hash == null ? "neither" : "both"));
        }
        if (hash != null && hash.length != BYTES) {
            throw new IllegalArgumentException("sha256: expected 64 hexadecimal digits, got " + 2 * hash.length);
        }
    }

    /** What a token allows. */
    Token(String user, Role role, Set<String> desks, byte[] hash) {
        this(user, role, desks, hash, null);
    }

    /** {@return a new token, never made before} */
    static String random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** {@return SHA-256 of a token} */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);   // every JDK has it
        }
    }

    /** {@return the bytes of hexadecimal digits} */
    static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sha256: expected 64 hexadecimal digits, got \"" + hex + "\"", e);
        }
    }

    /** {@return whose certificate a distinguished name is, such as {@code CN=jane,O=Example}} */
    static X500Principal subject(String name) {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("certificate: expected a distinguished name such as CN=jane,O=Example, got \"" + name + "\"",
                    e);
        }
    }

    /** {@return whether a token hashes to this; takes as long wherever the two differ} */
    boolean is(byte[] other) {
        return hash != null && MessageDigest.isEqual(hash, other);
    }

    boolean covers(String desk) {
        return desks.contains("*") || desks.contains(desk);
    }
}
