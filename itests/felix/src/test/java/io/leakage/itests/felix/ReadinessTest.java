package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A component of ours without a configuration is missed; what a library offers to configure is not. */
class ReadinessTest {
    @Test
    void aDropCopyWithoutItsConfigurationIsMissedAndNothingElse() throws Exception {
        try (Desk desk = new Desk(true)) {
            assertEquals(List.of(), desk.launcher().missing());
            try (Stream<Path> files = Files.list(desk.local.configurations())) {
                Files.delete(files.filter(file -> file.toString().contains("leakage.dropcopy.source-")).findFirst().orElseThrow());
            }

            List<String> missing = awaitMissing(desk);

            assertEquals(1, missing.size(), missing::toString);
            assertTrue(missing.get(0).endsWith("configuration: leakage.dropcopy.source"), missing.get(0));
        }
    }

    private static List<String> awaitMissing(Desk desk) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<String> missing = desk.launcher().missing();
        while (missing.isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "nothing is missed 60 s after the drop copy's configuration went");
            Thread.onSpinWait();
            missing = desk.launcher().missing();
        }
        return missing;
    }
}
