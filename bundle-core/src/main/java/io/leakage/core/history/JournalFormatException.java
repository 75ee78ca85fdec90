package io.leakage.core.history;

import java.nio.file.Path;

/** A file where a journal's segment should be is foreign, of a newer version, or of another content. It is left as it is. */
public final class JournalFormatException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with which file.
     *
     * @param file     the file
     * @param expected what a segment of ours would have
     * @param found    what the file has
     */
    public JournalFormatException(Path file, String expected, String found) {
        super(file + " is not a journal segment this version reads: expected " + expected + ", found " + found);
    }
}
