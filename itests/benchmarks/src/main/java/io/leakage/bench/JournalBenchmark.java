package io.leakage.bench;

import io.leakage.core.history.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;

/**
 * Appending a 256-byte record, one thread: our journal against Chronicle Queue, both into files of the same folder that keep every record
 * through a kill of the process. Ours checks each record by CRC32C besides.
 */
final class JournalBenchmark implements Benchmark {
    private static final int RECORD = 256;
    private static final int RECORDS = 200_000;

    private final byte[] record = new byte[RECORD];

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Report run() throws Exception {
        Path dir = Files.createTempDirectory("journal");
        try (ChronicleQueue queue = ChronicleQueue.singleBuilder(dir.resolve("queue")).build();
                ExcerptAppender appender = queue.createAppender();
                Journal journal = Journal.open(dir.resolve("ours"), "benchmark")) {
            Bytes<ByteBuffer> bytes = Bytes.elasticByteBuffer(RECORD);
            return new Duel(name(), "record")
                    .contestant("Chronicle Queue", () -> append(appender, bytes))
                    .contestant("ours", () -> append(journal))
                    .ratio("ours", Goal.atMost(0.25))
                    .run();
        } finally {
            delete(dir);
        }
    }

    private long append(ExcerptAppender appender, Bytes<ByteBuffer> bytes) {
        for (int i = 0; i < RECORDS; i++) {
            record[i & 0xFF]++;
            bytes.clear();
            bytes.write(record);
            appender.writeBytes(bytes);
        }
        return RECORDS;
    }

    private long append(Journal journal) {
        for (int i = 0; i < RECORDS; i++) {
            record[i & 0xFF]++;
            journal.append(record, 0, RECORD);
        }
        return RECORDS;
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
