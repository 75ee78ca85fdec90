package io.leakage.ui.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the holder of a token may do on the token's desks; each includes looking. */
enum Role {
    /** Looks. */
    VIEWER,
    /** Approves, rejects, takes over, stops. */
    TRADER,
    /** Changes desks. */
    ADMIN;

    /**
     * The role of this word, in capitals or not.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static Role of(String word) {
        List<String> allowed = Arrays.stream(values()).map(Enum::name).toList();
        if (word == null || !allowed.contains(word.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("role: expected one of viewer, trader, admin, got " + word);
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
