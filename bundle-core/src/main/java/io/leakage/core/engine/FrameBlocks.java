package io.leakage.core.engine;

import io.leakage.core.event.Frame;
import io.leakage.core.history.JournalIdentity;
import io.leakage.core.history.JournalReader;
import io.leakage.core.history.Replay;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An engine's journal as blocks of frames, for whoever carries them elsewhere; what was kept of given up days comes first. A block says of
 * which journal it is, from which mark to which it goes, and where frames were lost. Little-endian:
 * <pre>  int {@link #MAGIC}, long long journal, long from, long to, long kept,
 *  then for each frame: short length (0: frames were lost here), the frame</pre>
 * A mark is a position in the journal; of what is kept, {@link Long#MIN_VALUE} plus the position in that, and means something only together
 * with {@link #kept}. One thread.
 */
public final class FrameBlocks implements AutoCloseable {
    /** How a block begins. */
    public static final int MAGIC = 0x31464B4C;
    /** Bytes of a block before its first frame. */
    public static final int HEAD = 4 + 5 * Long.BYTES;
    private static final int JOURNAL = 4;
    private static final int FROM = 20;
    private static final int TO = 28;
    private static final int KEPT = 36;

    private final Path events;
    private final UUID journal;
    private final Carried carried;
    private final Consumer<String> damages;
    private final ByteBuffer block;
    private final int full;
    private JournalReader reader;
    private boolean isCarried;
    /** Whether the damage at which the reader stands was told; nothing whole is behind it by now. */
    private boolean told;
    /** Whether the next block has to say first that frames were lost. */
    private boolean owes;

    /**
     * Stands before a journal's first frame, or at a mark.
     *
     * @param directory an engine's journal
     * @param mark      {@code to} of the block read last; {@link Long#MIN_VALUE} for the beginning
     * @param bytes     a block's size, at least; one that is at the journal's end is smaller
     * @param damages   told what cannot be read, and where
     */
    public FrameBlocks(Path directory, long mark, int bytes, Consumer<String> damages) {
        this(directory, mark, Carried.beside(TailEngine.events(directory)).to(), bytes, damages);
    }

    /**
     * Stands at a mark that another had.
     *
     * @param kept of the block read last
     * @throws IllegalStateException when that mark is of what was kept of given up days, and more were given up since
     */
    public FrameBlocks(Path directory, long mark, long kept, int bytes, Consumer<String> damages) {
        events = TailEngine.events(directory);
        journal = UUID.fromString(JournalIdentity.of(events));
        carried = Carried.beside(events);
        if (mark < 0 && mark != Long.MIN_VALUE && kept != carried.to()) {
            throw new IllegalStateException(events + ": read up to " + (mark - Long.MIN_VALUE) + " of what was kept of days before position "
                    + kept + ", now all before " + carried.to() + " are given up; who reads it must begin anew");
        }
        this.damages = damages;
        this.full = Math.max(bytes, HEAD + 1);
        block = ByteBuffer.allocate(bytes + Frame.MAX_LENGTH + HEAD).order(ByteOrder.LITTLE_ENDIAN);
        isCarried = mark < 0 && carried.directory() != null;
        reader = isCarried ? new JournalReader(carried.directory(), Replay.CONTENT, mark - Long.MIN_VALUE) : behind(Math.max(0, mark));
    }

    private JournalReader behind(long position) {
        return new JournalReader(events, Replay.CONTENT, Math.max(position, carried.to()));
    }

    /** {@return the position before which days were given up, when this began} */
    public long kept() {
        return carried.to();
    }

    /** {@return of which journal its blocks are} */
    public UUID journal() {
        return journal;
    }

    /** {@return the mark behind the block read last} */
    public long mark() {
        return isCarried ? Long.MIN_VALUE + reader.nextPosition() : Math.max(reader.nextPosition(), carried.to());
    }

    /** {@return the next frames; null when there are none yet} */
    public byte[] next() {
        long from = mark();
        block.clear().position(HEAD);
        while (block.position() < full && fill()) {
            continue;
        }
        if (from == mark()) {
            owes = block.position() > HEAD;
            return isCarried ? behindCarried() : null;
        }
        block.putInt(0, MAGIC).putLong(JOURNAL, journal.getMostSignificantBits()).putLong(JOURNAL + 8, journal.getLeastSignificantBits())
                .putLong(FROM, from).putLong(TO, mark()).putLong(KEPT, carried.to());
        return Arrays.copyOf(block.array(), block.position());
    }

    private byte[] behindCarried() {
        isCarried = false;
        told = false;
        reader = behind(0);
        return next();
    }

    private boolean fill() {
        if (told && !reader.skipDamage()) {
            return false;
        }
        told = false;
        ByteBuffer frame = owes ? null : reader.next();
        if (frame != null && frame.remaining() <= Frame.MAX_LENGTH) {
            block.putShort((short) frame.remaining()).put(frame);
            return true;
        }
        if (!owes && frame == null && reader.damage() == null) {
            return false;
        }
        if (!owes) {
            damages.accept(frame != null ? "a record of " + frame.remaining() + " bytes at position " + reader.position()
                    + ", expected a frame" : reader.damage().toString());
            told = frame == null && !reader.skipDamage();
        }
        owes = false;
        block.putShort((short) 0);
        return true;
    }

    /** Lets go of the journal. */
    @Override
    public void close() {
        reader = null;
    }

    /** {@return of which journal a block is} */
    public static UUID journal(ByteBuffer block) {
        return new UUID(block.getLong(JOURNAL), block.getLong(JOURNAL + 8));
    }

    /** {@return the mark at which it begins} */
    public static long from(ByteBuffer block) {
        return block.getLong(FROM);
    }

    /** {@return the mark behind it} */
    public static long to(ByteBuffer block) {
        return block.getLong(TO);
    }

    /** {@return the position before which days were given up, when it was read} */
    public static long kept(ByteBuffer block) {
        return block.getLong(KEPT);
    }

    /**
     * {@return what is wrong with the frame of a block, null when nothing is; what its frames say is not looked at}
     *
     * @param block anything, little-endian
     */
    public static String problem(ByteBuffer block) {
        if (block.capacity() <= HEAD || block.getInt(0) != MAGIC) {
            return "expected a block of frames, got " + block.capacity() + " bytes that do not begin as one";
        }
        int at = HEAD;
        while (at + Short.BYTES <= block.capacity()) {
            int length = block.getShort(at);
            if (length < 0 || length > Frame.MAX_LENGTH) {
                return "expected a length of 0 to " + Frame.MAX_LENGTH + " at byte " + at + ", found " + length;
            }
            at += Short.BYTES + length;
        }
        return at == block.capacity() ? null : "expected " + at + " bytes, got " + block.capacity();
    }
}
