package io.leakage.core.history;

import java.nio.file.Path;

/**
 * A place in a journal that cannot be read, told so that a person can look at it.
 *
 * @param file     the segment
 * @param offset   first byte of the bad record in that file
 * @param position the same place as a journal position
 * @param what     what was expected and what was found
 */
public record Damage(Path file, long offset, long position, String what) {
    @Override
    public String toString() {
        return file + " at offset " + offset + " (position " + position + "): " + what;
    }
}
