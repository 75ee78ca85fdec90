package io.leakage.core.engine;

import io.leakage.core.history.Keeping;
import java.nio.file.Path;

/**
 * How an engine is built.
 *
 * @param ringSlots        slots of the ring, a power of two; about 130 bytes each, 600 once an order message has gone through it
 * @param waiting           how its threads wait for work
 * @param journal          directory of the journal, null for none: then nothing survives a stop
 * @param store            directory of the score store, null for memory only
 * @param syncDropCopy     whether each drop-copy message is forced to the disk before it is acknowledged (survives a power cut), or only
 *                         handed to the operating system (survives the process)
 * @param parentsExpected  parents a day; the store is sized for it
 * @param keeping          when the journal's days begin, and how many are kept
 */
public record EngineOptions(int ringSlots, Wait waiting, Path journal, Path store, boolean syncDropCopy, int parentsExpected,
        Keeping keeping) {
    /** Refuses sizes that cannot be. */
    public EngineOptions {
        if (ringSlots < 64 || Integer.bitCount(ringSlots) != 1) {
            throw new IllegalArgumentException("ring_slots: a power of two from 64, got " + ringSlots);
        }
        if (parentsExpected < 1) {
            throw new IllegalArgumentException("parents_expected: at least 1, got " + parentsExpected);
        }
    }

    /** Options with a journal that keeps everything. */
    public EngineOptions(int ringSlots, Wait waiting, Path journal, Path store, boolean syncDropCopy, int parentsExpected) {
        this(ringSlots, waiting, journal, store, syncDropCopy, parentsExpected, Keeping.EVERYTHING);
    }

    /** {@return options for tests and tools: nothing on disk} */
    public static EngineOptions inMemory() {
        return new EngineOptions(4096, Wait.BLOCKING, null, null, false, 1024);
    }

    /** How the ring's threads wait for work: latency against the host's cores. */
    public enum Wait {
        /** On a lock: costs no core while idle, some 10 µs to wake. The default, since the host has other work for its cores. */
        BLOCKING,
        /** Spins a little, then yields, then waits on a lock. */
        PHASED,
        /** Spins and yields: takes what the cores have left. */
        YIELDING,
        /**
         * Spins: takes a whole core for the pipeline, on whose thread the outlet then runs, and one for the journal. A row may be seen a moment
         * before its event is in the journal.
         */
        BUSY_SPIN
    }
}
