package io.leakage.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.archive.depot.FolderDepot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
    @TempDir
    Path folder;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.toString()) == 0, "a small disk cannot be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", folder.toString());
    }

    @Test
    void aFullDiskStopsTheArchiveAndRoomLetsItGoOn() throws Exception {
        Tape tape = new Tape(1_000_000);
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder.resolve("archive")), ArchiveOptions.DEFAULT);
        sink.open("j1");
        tape.tell(sink, 0, 300 * Tape.EVENT);
        sink.flush(300 * Tape.EVENT);
        Path others = folder.resolve("others");
        Files.write(others, new byte[(int) Files.getFileStore(folder).getUsableSpace() - 20_000]);
        tape.tell(sink, 300 * Tape.EVENT, 900 * Tape.EVENT);

        for (int i = 0; i < 2; i++) {
            IOException full = assertThrows(IOException.class, () -> sink.flush(900 * Tape.EVENT));
            assertTrue(full.getMessage().contains("nothing of it is lost") && full.getMessage().contains("No space left on device"),
                    full.getMessage());
        }
        assertEquals(Shelf.truth(tape, 300 * Tape.EVENT), new Shelf(folder.resolve("archive")).digests("j1"), "what was kept stays");
        Files.delete(others);
        sink.flush(900 * Tape.EVENT);
        sink.close();

        assertEquals(Shelf.truth(tape, 900 * Tape.EVENT), new Shelf(folder.resolve("archive")).digests("j1"));
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            return -1;   // no such command
        }
    }
}
