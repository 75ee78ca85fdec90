package io.leakage.core.score;

import io.leakage.api.score.Row;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.VarHandle;
import net.openhft.chronicle.core.UnsafeMemory;
import net.openhft.chronicle.hash.Data;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import net.openhft.chronicle.map.ExternalMapQueryContext;

/**
 * Rows of one kind in a Chronicle Map: the key packs parent and place, the value is a count of versions and the row's words twice (see
 * {@link TwinWords}). A value never moves, so its address is asked once; from then on writing and reading a row are plain memory copies
 * under no lock, and a reader's thread never enters Chronicle.
 */
final class ChronicleRows {
    private static final UnsafeMemory MEMORY = UnsafeMemory.INSTANCE;
    private static final int WORD = Long.BYTES;
    private static final int HEADER_BYTES = 64;
    private static final double GROWTH = 10;

    private final ChronicleMap<Long, byte[]> map;
    private final byte[] blank;
    private final int rowBytes;
    private Addresses addresses = new Addresses();

    private ChronicleRows(ChronicleMap<Long, byte[]> map, int words) {
        this.map = map;
        this.rowBytes = words * WORD;
        this.blank = new byte[valueBytes(words)];
        map.forEachEntry(entry -> addresses.put(group(entry.key().get()), place(entry.key().get()), address(entry.value())));
    }

    static ChronicleRows inMemory(String name, int words, long entries) {
        return new ChronicleRows(builder(name, words, entries).create(), words);
    }

    static ChronicleRows inFile(String name, int words, long entries, File file, boolean clean) throws IOException {
        ChronicleMapBuilder<Long, byte[]> builder = builder(name, words, entries);
        if (file.length() > 0) {
            checkBegun(file);
        }
        boolean recover = !clean && file.length() > 0;
        return new ChronicleRows(recover ? builder.recoverPersistedTo(file, true) : builder.createPersistedTo(file), words);
    }

    /** Before such a file Chronicle waits a minute for somebody to write its header. */
    private static void checkBegun(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            for (byte first : in.readNBytes(HEADER_BYTES)) {
                if (first != 0) {
                    return;
                }
            }
        }
        throw new IOException(file + " has no header: expected anything but zeros in its first " + HEADER_BYTES + " bytes");
    }

    private static ChronicleMapBuilder<Long, byte[]> builder(String name, int words, long entries) {
        return ChronicleMapBuilder.of(Long.class, byte[].class).name(name)
                .constantValueSizeBySample(new byte[valueBytes(words)]).entryAndValueOffsetAlignment(WORD)
                .entries(entries).maxBloatFactor(GROWTH).checksumEntries(false).skipCloseOnExitHook(true);
    }

    private static int valueBytes(int words) {
        return WORD + 2 * words * WORD;
    }

    void put(int group, int place, Row row) {
        long address = addresses.get(group, place);
        if (address == 0) {
            address = inserted((long) group << 32 | place);
        }
        long version = MEMORY.readLong(address) + 1;
        long at = at(address, version);
        VarHandle.storeStoreFence();
        for (int i = 0; i < row.length(); i++) {
            MEMORY.writeLong(at + i * WORD, row.word(i));
        }
        VarHandle.releaseFence();
        MEMORY.writeLong(address, version);
        addresses.put(group, place, address);
    }

    boolean get(int group, int place, Row into) {
        long address = addresses.get(group, place);
        if (address == 0) {
            return false;
        }
        long version;
        do {
            version = MEMORY.readVolatileLong(address);
            long at = at(address, version);
            for (int i = 0; i < into.length(); i++) {
                into.word(i, MEMORY.readLong(at + i * WORD));
            }
            VarHandle.loadLoadFence();
        } while (MEMORY.readVolatileLong(address) != version);
        return version > 0;
    }

    private long at(long address, long version) {
        return address + WORD + (version & 1) * rowBytes;
    }

    private long inserted(long key) {
        map.put(key, blank);
        try (ExternalMapQueryContext<Long, byte[], ?> context = map.queryContext(key)) {
            context.readLock().lock();
            return address(context.entry().value());
        }
    }

    private static long address(Data<byte[]> value) {
        return value.bytes().addressForRead(value.offset());
    }

    private static int group(long key) {
        return (int) (key >>> 32);
    }

    private static int place(long key) {
        return (int) key;
    }

    /** While no reader is inside. */
    void clear() {
        addresses = new Addresses();
        map.clear();
    }

    /** While no reader is inside. */
    void close() {
        addresses = new Addresses();
        map.close();
    }
}
