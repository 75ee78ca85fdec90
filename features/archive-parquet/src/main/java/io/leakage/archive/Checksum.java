package io.leakage.archive;

import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.zip.CRC32C;

/** CRC-32C of files. */
final class Checksum {
    private static final int BUFFER = 1 << 20;

    private Checksum() {
    }

    /** {@return the entry of a file that lies in the spool} */
    static ArchiveFile describe(Path written, String path, String table, LocalDate date, long rows) throws IOException {
        try (FileChannel file = FileChannel.open(written, StandardOpenOption.READ)) {
            return new ArchiveFile(path, table, date, rows, file.size(), of(file), HistoryTable.SCHEMA_VERSION);
        }
    }

    /** {@return the checksum of all bytes of a file} */
    static long of(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return of(file);
        }
    }

    private static long of(FileChannel file) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (file.read(buffer.clear()) >= 0) {
            sum.update(buffer.flip());
        }
        return sum.getValue();
    }
}
