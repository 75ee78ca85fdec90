package io.leakage.ui.javafx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.ui.WindowProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FxColumnsTest {
    @Test
    void aWindowOfAHostOnJavaFxShowsTheColumnsAndFollowsChangesOnTheApplicationThread() throws Exception {
        Path picture = Path.of("target", "javafx-columns.png");
        Files.deleteIfExists(picture);

        String printed = WindowProcess.run(FxWindow.class, picture.toString());

        String second = " | P-2 | ■ R | – | – | 4.2000 | DEGRADED OPEN, MD_GAP\n";
        assertTrue(printed.contains("before P-1 | ○ ? | 2.9997 | 300.00 | 2.9997 | VALID OPEN" + second), printed);
        assertTrue(printed.contains("after P-1 | ○ ? | 2.9997 | 300.00 | 5.0000 | VALID OPEN" + second), printed);
        assertTrue(printed.contains("written by [JavaFX Application Thread]"), printed);
        assertTrue(Files.size(picture) > 1_000, "nothing painted");
    }
}
