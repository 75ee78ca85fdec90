package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The truth on disk: records appended to mapped files. One thread writes and the operating system keeps what was appended even when this
 * process is killed; {@link #force} keeps it through a power cut as well. An append allocates nothing; the next segment is made ready
 * by a thread of its own while the current one fills.
 */
public final class Journal implements AutoCloseable {
    /** Size of a segment unless told otherwise, in bytes. */
    public static final int SEGMENT_BYTES = 128 << 20;

    private static final String LOCK = "writer.lock";
    private static final int ATTEMPT_EVERY = 1024;

    private final Path dir;
    private final Content content;
    private final int segmentBytes;
    private final boolean packs;
    private final Chores chores;
    private final FileChannel lock;
    private final Damage damage;
    private Segment segment;
    private CompletableFuture<Segment> next;
    private UncheckedIOException failure;
    private int refused;
    /** Days since 1970, 0 while nobody has told. */
    private int day;
    private boolean closed;

    private Journal(Path dir, Content content, int segmentBytes, boolean packs) {
        this.dir = dir;
        this.content = content;
        this.segmentBytes = segmentBytes;
        this.packs = packs;
        this.chores = new Chores("leakage-journal-" + dir.getFileName() + "-chores");
        this.lock = lock(dir);
        try {
            Recovery found = Recovery.of(dir, content);
            this.damage = found.damage();
            this.segment = prepare();
            this.day = Segments.lastDay(dir, content);
            packAll();
            segment.begin(Layout.file(dir, found.end()), found.end(), content.written(), day);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    /**
     * Opens a journal for writing, with segments of {@link #SEGMENT_BYTES}.
     *
     * @see #open(Path, String, int)
     */
    public static Journal open(Path dir, String content) {
        return open(dir, content, SEGMENT_BYTES);
    }

    /**
     * Opens a journal for writing whose segments stay plain.
     *
     * @see #open(Path, String, int, boolean)
     */
    public static Journal open(Path dir, String content, int segmentBytes) {
        return open(dir, content, segmentBytes, false);
    }

    /**
     * Opens a journal for writing: makes the folder when it is not there, reads the last segment to its last intact record and goes on
     * behind it. A damaged rest is kept in a file beside it and told by {@link #damage}.
     *
     * @param dir          its folder, of this journal alone
     * @param content      what the records are, with their version, up to 16 ASCII characters ({@code frame 1}); where older versions are
     *                     read as well, from the oldest on ({@code frame 1-3})
     * @param segmentBytes size of a new segment
     * @param packs        whether segments are packed once they are full, on a thread of its own
     * @throws UncheckedIOException   when the folder cannot be written, the disk is full or another journal writes there
     * @throws JournalFormatException when the last segment is foreign, newer, or of another content
     */
    public static Journal open(Path dir, String content, int segmentBytes, boolean packs) {
        Content known = Content.of(content);
        if (segmentBytes < 4096) {
            throw new IllegalArgumentException("segments of " + segmentBytes + " bytes, expected at least 4096");
        }
        return new Journal(dir, known, segmentBytes, packs);
    }

    /** {@return what could not be read when this journal was opened} */
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    /**
     * Appends a record.
     *
     * @param payload its remaining bytes, 1 to a segment's size less 80; its position stays
     * @return the record's position
     * @throws UncheckedIOException     when a new segment is due and cannot be made; the record is not in the journal
     * @throws IllegalArgumentException when the payload is empty or longer than a segment
     */
    public long append(ByteBuffer payload) {
        makeRoom(payload.remaining());
        return segment.append(payload);
    }

    /**
     * Appends a record.
     *
     * @see #append(ByteBuffer)
     */
    public long append(byte[] bytes, int offset, int length) {
        makeRoom(length);
        return segment.append(bytes, offset, length);
    }

    /**
     * A day begins: the next record stands in a segment of its own, unless it does so anyway or nobody has told a day before.
     *
     * @param days since 1970
     * @throws UncheckedIOException when a new segment cannot be made; the next record goes where the last one is
     */
    public void day(int days) {
        if (days == day) {
            return;
        }
        boolean turns = day != 0 && !segment.isEmpty();
        day = days;
        if (turns) {
            roll();
        }
    }

    /** Makes the next segment ready on a thread of its own, if it is not: a day is about to begin. */
    public void foreseeDay() {
        if (next == null && !closed) {
            prepareAside();
        }
    }

    /** {@return what failed beside the writer, packing a segment for instance; told once, null when nothing did} */
    public String trouble() {
        return chores.trouble();
    }

    /**
     * Does something beside the writer, on the thread that packs, once what was asked for before is done. What it throws is told by
     * {@link #trouble}; what waits when the journal is closed is not done.
     */
    public void beside(Runnable task) {
        chores.add(task::run);
    }

    /** {@return whether what is done beside the writer should end soon; any thread} */
    public boolean isClosing() {
        return chores.isStopping();
    }

    /** {@return what it does beside its writer} */
    Chores chores() {
        return chores;
    }

    /** {@return the position the next record will have} */
    public long end() {
        return segment.end();
    }

    /** Returns when everything appended is on the disk itself: about 0.1 ms on a good one. */
    public void force() {
        segment.force();
    }

    /**
     * {@return a task that does what {@link #force} does for what is appended by now; it may run beside appends, on any thread}
     * Called by the thread that appends.
     */
    public Runnable forcing() {
        Segment now = segment;
        int to = now.used();
        return () -> now.force(to);
    }

    /** Ends the journal: the last segment is cut to what it holds. Appending afterwards throws. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        chores.close();
        try {
            if (segment.isEmpty()) {
                segment.discard();
            } else {
                segment.finish();
            }
            if (next != null) {
                next.handle((made, failed) -> made).thenAccept(made -> discard(made)).join();
            }
        } finally {
            release();
        }
    }

    private static void discard(Segment made) {
        if (made != null) {
            made.discard();
        }
    }

    private void makeRoom(int length) {
        if (closed || length <= 0 || !segment.hasRoom(length)) {
            checkAppend(length);
            roll();
        } else if (next == null && segment.used() > segment.size() / 2) {
            prepareAside();
        }
    }

    private void checkAppend(int length) {
        if (closed) {
            throw new IllegalStateException("the journal in " + dir + " is closed");
        }
        int most = segmentBytes - Layout.HEADER - 2 * Layout.RECORD;
        if (length <= 0 || Layout.aligned(length) > most) {
            throw new IllegalArgumentException("a record of " + length + " bytes, expected 1 to " + most);
        }
    }

    /** The new segment is in place before the old one says that it ended: a reader never finds an end without what follows. */
    private void roll() {
        if (failure != null && ++refused % ATTEMPT_EVERY != 0) {
            throw failure;
        }
        try {
            Segment following = next == null ? prepare() : next.join();
            following.begin(Layout.file(dir, segment.end()), segment.end(), content.written(), day);
            if (segment.isDurable()) {
                segment.force();
                following.force();
            }
            segment.finish();
            pack(segment.file());
            segment = following;
            failure = null;
        } catch (CompletionException e) {
            failure = e.getCause() instanceof UncheckedIOException io ? io : new UncheckedIOException(new IOException(e.getCause()));
            throw failure;
        } catch (UncheckedIOException e) {
            failure = e;
            throw e;
        } finally {
            next = null;
        }
    }

    private void pack(Path plain) {
        if (packs) {
            chores.add(() -> Packing.pack(plain, content, chores::isStopping));
        }
    }

    /** What an earlier run has left plain. */
    private void packAll() {
        Segments.in(dir).values().stream().filter(file -> !Segments.isPacked(file)).forEach(this::pack);
    }

    private void prepareAside() {
        next = new CompletableFuture<>();
        CompletableFuture<Segment> promise = next;
        Thread thread = new Thread(() -> prepareInto(promise), "leakage-journal-" + dir.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    private void prepareInto(CompletableFuture<Segment> promise) {
        try {
            promise.complete(prepare());
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
        }
    }

    private Segment prepare() {
        return Segment.prepare(dir.resolve("next.segment"), segmentBytes);
    }

    private static FileChannel lock(Path dir) {
        try {
            Files.createDirectories(dir);
            FileChannel channel = FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new IOException("another journal is writing there");
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal in " + dir + ": " + e, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + dir.resolve(LOCK), e);
        }
    }
}
