package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What a writer finds in a journal's folder. The last segment is read to its last intact record and closed there; what is damaged before
 * it stays and readers leave it out; a segment with damage is kept, as it was found, in a file beside it.
 *
 * @param end    the position the next record will have
 * @param damage the first that could not be read, or null
 */
record Recovery(long end, Damage damage) {
    /**
     * Brings the last segment in order.
     *
     * @throws JournalFormatException when it is not ours
     */
    static Recovery of(Path dir, Content content) {
        Map.Entry<Long, Path> last = Segments.in(dir).lastEntry();
        if (last == null) {
            return new Recovery(0, null);
        }
        JournalReader reader = new JournalReader(dir, content, last.getKey());
        Damage damage = walk(reader);
        long end = reader.nextPosition();
        if (Segments.isPacked(last.getValue())) {
            return new Recovery(end, damage);
        }
        try {
            close(last.getValue(), (int) (end - last.getKey()) + Layout.HEADER, damage != null);
            return new Recovery(end, damage);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal segment " + last.getValue(), e);
        }
    }

    /** Goes behind the last record that is whole; {@return the first damage before or behind it, null when there is none} */
    private static Damage walk(JournalReader reader) {
        Damage first = null;
        do {
            while (reader.next() != null) {
                // to the last intact record
            }
            if (reader.damage() == null) {
                reader.checkRest();
            }
            first = first == null ? reader.damage() : first;
        } while (reader.damage() != null && reader.skipDamage());
        return first;
    }

    private static void close(Path file, int used, boolean damaged) throws IOException {
        if (damaged) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (used == Layout.HEADER) {
            Files.delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() == used + Layout.RECORD && Layout.endsWithMark(channel)) {
                return;
            }
            channel.truncate(used);
            channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, 0, 0, 0, 0}), used);
            channel.force(true);
        }
    }
}
