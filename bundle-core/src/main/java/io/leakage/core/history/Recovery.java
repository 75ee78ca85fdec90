package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What a writer finds in a journal's folder. The last segment is read to its last intact record and closed there; a damaged rest goes
 * to a file beside it.
 *
 * @param end    the position the next record will have
 * @param damage what could not be read, or null
 */
record Recovery(long end, Damage damage) {
    /**
     * Brings the last segment in order.
     *
     * @throws JournalFormatException when it is not ours
     */
    static Recovery of(Path dir, String content) {
        Map.Entry<Long, Path> last = Segments.in(dir).lastEntry();
        if (last == null) {
            return new Recovery(0, null);
        }
        JournalReader reader = new JournalReader(dir, content, last.getKey());
        while (reader.next() != null) {
            // to the last intact record
        }
        long end = reader.nextPosition();
        int used = (int) (end - last.getKey()) + Layout.HEADER;
        try {
            Damage damage = reader.damage() != null ? reader.damage() : rest(last.getValue(), used, end, content);
            close(last.getValue(), used, damage != null);
            return new Recovery(end, damage);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal segment " + last.getValue(), e);
        }
    }

    /** Behind the last record there are zeros or the end mark: anything else was a record whose length is gone. */
    private static Damage rest(Path file, int used, long end, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer segment = Layout.map(file, channel, FileChannel.MapMode.READ_ONLY, content);
            boolean marked = used + Layout.RECORD <= segment.capacity() && Layout.length(segment, used) == Layout.END;
            for (int at = used + (marked ? Layout.RECORD : 0); at < segment.capacity(); at++) {
                if (segment.get(at) != 0) {
                    return new Damage(file, used, end, "expected zeros behind the last record, found " + segment.get(at) + " at offset "
                            + at);
                }
            }
            return null;
        }
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
