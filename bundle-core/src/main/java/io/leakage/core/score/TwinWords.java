package io.leakage.core.score;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A few 64-bit words, twice, and a count of versions: the writer fills the copy nobody reads and then says that it is the newer one.
 * A reader copies the newer one and looks at the count again; it never waits for a writer that stopped half way, it only tries again when
 * a whole version came out meanwhile. One thread writes.
 */
final class TwinWords {
    private static final VarHandle VERSION;

    private final long[] words;
    private final int length;
    @SuppressWarnings("unused")
    private long version;

    static {
        try {
            VERSION = MethodHandles.lookup().findVarHandle(TwinWords.class, "version", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    TwinWords(int length) {
        this.length = length;
        this.words = new long[2 * length];
    }

    /** {@return where to put the next version's words in {@link #words}} */
    int begin() {
        VarHandle.storeStoreFence();
        return (int) ((long) VERSION.get(this) + 1 & 1) * length;
    }

    long[] words() {
        return words;
    }

    /** Makes what was put the newest version. */
    void publish() {
        VERSION.setRelease(this, (long) VERSION.get(this) + 1);
    }

    /** {@return the number of the newest version, 0 before the first} */
    long version() {
        return (long) VERSION.getAcquire(this);
    }

    /** {@return where that version's words stand} */
    int at(long versionRead) {
        return (int) (versionRead & 1) * length;
    }

    /** {@return whether what was read since then is that version} */
    boolean isStill(long versionRead) {
        VarHandle.loadLoadFence();
        return (long) VERSION.getOpaque(this) == versionRead;
    }
}
