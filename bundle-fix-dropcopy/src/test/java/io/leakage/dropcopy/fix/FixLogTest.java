package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixLogTest {
    @TempDir
    private Path directory;
    private final RecordingInlet inlet = new RecordingInlet();
    private final DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), inlet);
    private final List<String> problems = new ArrayList<>();

    @Test
    void barsSohPrefixesAndBlankLinesAreAllReadAlike() throws IOException {
        Path file = log("8=FIX.4.4|9=5|35=D|11=A|10=000|",
                "",
                "20260102-14:30:00.123456: 8=FIX.4.4\u00019=5\u000135=D\u000111=B\u000158=a|b\u000110=000\u0001",
                "   ",
                "<20260102-14:30:00, FIX.4.4:LEAK->EMS, incoming> (8=FIX.4.2|35=D|11=C|10=000|  \r",
                "8=FIX.4.4|35=0|108=FIX|",
                "8=FIX.4.4|35=D|11=D");
        read(file);
        assertEquals(List.of("A", "B", "C", "D"), inlet.ids);
        assertEquals("8=FIX.4.4|9=5|35=D|11=A|10=000|", inlet.taken.get(0));
        assertEquals(List.of(), problems);
        assertEquals(1, reader.ignored());
    }

    @Test
    void aLineThatIsNotFixIsToldWithFileAndLineAndTheRestGoesOn() throws IOException {
        Path file = log("8=FIX.4.4|35=D|11=A|", "hello", "8=FIX.4.4|35=D|11=B|54=9|", "108=FIX|35=D|", "8=FIX.4.4|35=D|11=C|");
        read(file);
        assertEquals(List.of("A", "C"), inlet.ids);
        assertEquals(List.of(
                file + ", line 2: \"hello\", expected a FIX message, 8=FIX…",
                file + ", line 3: tag 54: value \"9\" at byte 23, expected 1 or 3 (buy), 2, 5 or 6 (sell)",
                file + ", line 4: \"108=FIX|35=D|\", expected a FIX message, 8=FIX…"), problems);
        assertEquals(List.of("hello", "8=FIX.4.4|35=D|11=B|54=9|", "108=FIX|35=D|"), inlet.quarantined);
    }

    @Test
    void theTimeCanBeAskedBeforeTheMessageIsDelivered() throws IOException {
        Path file = log("8=FIX.4.4|35=D|11=A|52=19700101-00:00:02|60=19700101-00:00:01|", "8=FIX.4.4|35=D|11=B|52=19700101-00:00:02|");
        try (FixLog log = new FixLog(file, reader, problems::add)) {
            assertTrue(log.next());
            assertEquals(1_000_000_000L, log.eventNanos());
            assertEquals(List.of(), inlet.ids);
            log.deliver();
            assertEquals(List.of("A"), inlet.ids);
            assertTrue(log.next());
            assertEquals(2_000_000_000L, log.eventNanos(), "no TransactTime: SendingTime stands in");
        }
    }

    @Test
    void aLineWithoutEndIsCutAndQuarantined() throws IOException {
        Path file = log("8=FIX.4.4|35=D|11=" + "A".repeat(1 << 20) + "|", "8=FIX.4.4|35=D|11=B|");
        read(file);
        assertEquals(List.of("B"), inlet.ids);
        assertEquals(List.of(file + ", line 1: longer than 1048576 bytes, expected one FIX message"), problems);
    }

    private void read(Path file) throws IOException {
        try (FixLog log = new FixLog(file, reader, problems::add)) {
            while (log.next()) {
                log.deliver();
            }
        }
    }

    private Path log(String... lines) throws IOException {
        return Files.writeString(directory.resolve("orders.fix"), String.join("\n", lines), StandardCharsets.ISO_8859_1);
    }
}
