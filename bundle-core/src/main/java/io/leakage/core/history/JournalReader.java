package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Walks the records of a journal from a position on, also while it is being written, in this process or another, through plain and packed
 * segments alike; a segment that is packed or taken away while this stands on it is read to its end. Every record's check is verified. One
 * thread; any number of readers.
 */
public final class JournalReader {
    private final CRC32C crc = new CRC32C();
    private final Path dir;
    private final Content content;
    private Stretch stretch;
    private ByteBuffer segment;
    private ByteBuffer record;
    private int offset;
    private long position;
    private Damage damage;
    /** Segments read from since {@link #force}. */
    private final Set<Path> unforced = new LinkedHashSet<>();

    /**
     * A reader before the record at a position.
     *
     * @param dir     the journal's folder
     * @param content what {@link Journal#open} was told its records are; versions from {@code n} to {@code m} as {@code name n-m}
     * @param from    a position that {@code append} returned or {@link #nextPosition}; 0, or one that is no longer kept, starts at the
     *                oldest record
     * @throws UncheckedIOException   when the folder or a segment cannot be read
     * @throws JournalFormatException when a segment is not ours
     */
    public JournalReader(Path dir, String content, long from) {
        this(dir, Content.of(content), from);
    }

    JournalReader(Path dir, Content content, long from) {
        this.dir = dir;
        this.content = content;
        this.position = from;
        begin();
    }

    /**
     * Goes to the next record.
     *
     * @return its payload between position and limit, little-endian, valid until the next call; null when there is none yet, or when
     *         {@link #damage} says why there will be none
     */
    public ByteBuffer next() {
        while (damage == null && (segment != null || begin())) {
            if (stretch.damage() != null) {
                return damaged(stretch.damage());
            }
            int length = offset + Layout.RECORD <= segment.capacity() ? Layout.length(segment, offset) : Layout.END;
            if (length > 0) {
                return intact(length) ? take(length) : null;
            }
            if (length < Layout.END || length == 0 && stretch.isClosed()) {
                return damaged("expected a length of 1 to " + room() + " or the end mark, found " + length);
            }
            if (length == 0 || !follow()) {
                return null;
            }
        }
        return null;
    }

    /** {@return the position of the record {@link #next} returned last} */
    public long position() {
        return position;
    }

    /** {@return the segment it reads} */
    Path file() {
        return stretch.file();
    }

    /** {@return where the record {@link #next} returned last begins in that file; its block, where the segment is packed} */
    long offset() {
        return stretch.fileOffset((int) (position - stretch.position(0)));
    }

    /** {@return the position of the record that {@link #next} will return} */
    public long nextPosition() {
        return segment == null ? position : stretch.position(offset);
    }

    /**
     * Returns when everything read by now is on the disk itself, whoever wrote it.
     *
     * @throws IOException when that cannot be had
     */
    void force() throws IOException {
        for (Path read : unforced) {
            try (FileChannel channel = FileChannel.open(read, StandardOpenOption.READ)) {
                channel.force(false);
            } catch (NoSuchFileException gone) {
                // no longer kept: nobody will read it again
            }
        }
        unforced.clear();
        if (stretch != null) {
            unforced.add(stretch.file());
        }
    }

    /** {@return what stopped this reader, null when nothing did} */
    public Damage damage() {
        return damage;
    }

    /**
     * Leaves what is damaged and goes on with the next record that is whole, in this segment or in the next one; only asked for after
     * {@link #damage}.
     *
     * @return false when there is none
     */
    public boolean skipDamage() {
        for (int at = offset + Layout.ALIGNMENT; at + Layout.RECORD < segment.capacity(); at += Layout.ALIGNMENT) {
            if (isRecord(at)) {
                damage = null;
                offset = at;
                return true;
            }
        }
        if (stretch.isPacked() && stretch.skip()) {
            damage = null;
            take(stretch);
            return true;
        }
        Map.Entry<Long, Path> next = Segments.in(dir).higherEntry(stretch.firstPosition());
        if (next == null) {
            return false;
        }
        damage = null;
        return enter(next.getKey(), next.getKey());
    }

    /** {@return whether a whole record begins there; that other bytes pass for one, their check must agree by chance} */
    private boolean isRecord(int at) {
        int length = Layout.length(segment, at);
        return length > 0 && length <= segment.capacity() - at - Layout.RECORD
                && Layout.aligned(length) <= segment.capacity() - at - Layout.RECORD
                && segment.getInt(at + 4) == Layout.check(crc, record.clear(), at + Layout.RECORD, length);
    }

    /**
     * Where nobody writes any more there are zeros or the end mark behind the last record: anything else was a record whose length is gone,
     * and is a {@link #damage}. Asked for at the end.
     */
    void checkRest() {
        if (stretch.isPacked()) {
            return;   // its last block says that it is the last
        }
        boolean marked = offset + Layout.RECORD <= segment.capacity() && Layout.length(segment, offset) == Layout.END;
        for (int at = offset + (marked ? Layout.RECORD : 0); at < segment.capacity(); at++) {
            if (segment.get(at) != 0) {
                damaged("expected zeros behind the last record, found " + segment.get(at) + " at offset " + at);
                return;
            }
        }
    }

    private boolean begin() {
        Map.Entry<Long, Path> start = Segments.in(dir).floorEntry(position);
        if (start == null) {
            start = Segments.in(dir).firstEntry();
        }
        if (start == null) {
            return false;
        }
        long wanted = position;
        if (!enter(start.getKey(), wanted)) {
            return false;
        }
        // walks to the position; what lies before it, whole or not, was somebody else's to read
        while (nextPosition() < wanted && (next() != null || damage != null && skipDamage())) {
            continue;
        }
        return true;
    }

    private boolean follow() {
        if (stretch.next()) {
            take(stretch);
            return true;
        }
        if (nextPosition() > stretch.firstPosition() && enter(nextPosition(), nextPosition())) {
            return true;
        }
        Map.Entry<Long, Path> later = Segments.in(dir).higherEntry(stretch.firstPosition());
        if (later != null && later.getKey() == nextPosition()) {
            return follow();   // it came just now
        }
        if (later != null) {
            damaged("expected to go on in " + Layout.file(dir, nextPosition()).getFileName() + ", which is missing; the next is "
                    + later.getValue().getFileName());
        }
        return false;
    }

    /** Opens the segment that begins at a position. {@return false when there is none} */
    private boolean enter(long firstPosition, long wanted) {
        Path plain = Layout.file(dir, firstPosition);
        Path packed = Layout.packedFile(dir, firstPosition);
        // between a look and an opening a plain one may be packed; never the other way round
        Stretch entered = open(plain, wanted);
        entered = entered == null ? open(packed, wanted) : entered;
        if (entered == null) {
            return false;
        }
        if (stretch != null) {
            stretch.close();
        }
        take(entered);
        return true;
    }

    private Stretch open(Path file, long wanted) {
        try {
            return Stretch.open(file, content, wanted);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal segment " + file, e);
        }
    }

    private void take(Stretch entered) {
        stretch = entered;
        segment = entered.bytes();
        unforced.add(entered.file());
        record = segment.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        offset = entered.start();
    }

    private boolean intact(int length) {
        if (length > room() || Layout.aligned(length) > room()) {
            damaged("expected a length of 1 to " + room() + ", found " + length);
            return false;
        }
        int expected = segment.getInt(offset + 4);
        int found = Layout.check(crc, record.clear(), offset + Layout.RECORD, length);
        if (expected != found) {
            damaged("expected CRC " + Integer.toHexString(expected) + ", found " + Integer.toHexString(found) + " over " + length
                    + " bytes");
        }
        return expected == found;
    }

    private ByteBuffer take(int length) {
        int payload = offset + Layout.RECORD;
        position = stretch.position(offset);
        offset = payload + Layout.aligned(length);
        return record.limit(payload + length).position(payload);
    }

    private int room() {
        return segment.capacity() - offset - Layout.RECORD;
    }

    private ByteBuffer damaged(String what) {
        damage = new Damage(stretch.file(), stretch.fileOffset(offset), stretch.position(offset), what);
        return null;
    }
}
