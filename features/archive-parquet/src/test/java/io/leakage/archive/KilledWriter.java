package io.leakage.archive;

import io.leakage.archive.depot.FolderDepot;
import java.nio.file.Path;
import java.time.ZoneId;

/** A process that archives a tape until it is killed: {@code FOLDER UNTIL}. Says the position it begins at, and each it has kept. */
final class KilledWriter {
    private KilledWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long until = Long.parseLong(arguments[1]);
        Tape tape = new Tape(ArchiveKillTest.STEP);
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 5, 1_000_000, 512, 1));
        long position = sink.open("killed");
        System.out.println("at " + position);
        while (position < until) {
            long next = Math.min(until, position + 100 * Tape.EVENT);
            tape.tell(sink, position, next);
            sink.flush(next);
            position = next;
            System.out.println("at " + position);
        }
        sink.close();
    }
}
