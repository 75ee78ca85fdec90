package io.leakage.core.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a journal's records are, with the versions of it that can be read: {@code frame 5-6} writes {@code frame 6} and reads {@code
 * frame 5} as
 * well; {@code raw fix 2} knows one version; what has no number at its end is read as it is written.
 *
 * @param written what a new segment says
 * @param name    without a version
 * @param oldest  version read
 * @param newest  version read, and written
 */
record Content(String written, String name, int oldest, int newest) {
    private static final int NONE = -1;
    private static final Pattern VERSIONED = Pattern.compile("(.+) (\\d{1,6})(?:-(\\d{1,6}))?");

    /** @throws IllegalArgumentException when it is empty or does not fit a segment's header */
    static Content of(String text) {
        Matcher versioned = VERSIONED.matcher(text);
        Content content;
        if (versioned.matches()) {
            int oldest = Integer.parseInt(versioned.group(2));
            int newest = versioned.group(3) == null ? oldest : Integer.parseInt(versioned.group(3));
            content = new Content(versioned.group(1) + ' ' + newest, versioned.group(1), oldest, newest);
        } else {
            content = new Content(text, text, NONE, NONE);
        }
        if (content.written.isEmpty() || content.written.length() > Layout.CONTENT_BYTES) {
            throw new IllegalArgumentException("content \"" + content.written + "\", expected 1 to " + Layout.CONTENT_BYTES
                    + " ASCII characters");
        }
        return content;
    }

    /** {@return whether records of this content can be read} */
    boolean reads(String found) {
        Matcher versioned = VERSIONED.matcher(found);
        if (newest == NONE || !versioned.matches() || !versioned.group(1).equals(name) || versioned.group(3) != null) {
            return found.equals(written);
        }
        int version = Integer.parseInt(versioned.group(2));
        return version >= oldest && version <= newest;
    }

    /** {@return what is expected, for a person} */
    @Override
    public String toString() {
        return oldest == newest ? "content \"" + written + '"' : "content \"" + name + ' ' + oldest + "\" to \"" + written + '"';
    }
}
