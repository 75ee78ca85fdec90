package io.leakage.core.history;

import java.nio.file.Path;
import java.util.Map;

/** Where a journal ends that somebody else writes: for who wants to know how far behind it somebody is. Any thread. */
public final class JournalEnd {
    private final Path dir;
    private final String content;
    private JournalReader reader;

    /** The end of the journal in a folder; see {@link Journal#open(Path, String)}. */
    public JournalEnd(Path dir, String content) {
        this.dir = dir;
        this.content = content;
    }

    /** {@return the position behind its last record; the first time this walks through the newest segment, later from there on} */
    public synchronized long now() {
        if (reader == null) {
            Map.Entry<Long, Path> newest = Segments.in(dir).lastEntry();
            reader = new JournalReader(dir, content, newest == null ? 0 : newest.getKey());
        }
        do {
            while (reader.next() != null) {
                // to the end
            }
        } while (reader.damage() != null && reader.skipDamage());
        return reader.nextPosition();
    }
}
