package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.score.Scorecard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A configuration that makes no sense is refused with its field and value; what runs goes on. */
class RefusedConfigurationTest {
    @Test
    void theLogSaysWhatWasRefusedAndWhyAndTheRestGoesOn() throws Exception {
        try (Desk desk = new Desk(true)) {
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            desk.launcher().forwardLog(lines::add);
            Path configurations = desk.local.configurations();

            Files.writeString(configurations.resolve("leakage.dropcopy.source-bad.config"),
                    "name=\"bad\"\nport=\"99999\"\nsender.comp.id=\"A\"\ntarget.comp.id=\"B\"\n");
            awaitLine(lines, "port: ", "\"99999\"");
            Files.writeString(configurations.resolve("leakage.market.feed-bad.config"), "name=\"bad\"\ntransport=\"pigeon\"\n");
            awaitLine(lines, "transport", "pigeon");
            assertEquals(0, desk.launcher().service(Scorecard.class).progress().quarantined());
            assertEquals(200, desk.get("v1/health").status());
        }
    }

    private static void awaitLine(BlockingQueue<String> lines, String... parts) throws InterruptedException {
        StringBuilder heard = new StringBuilder();
        for (String line = lines.poll(20, TimeUnit.SECONDS); line != null; line = lines.poll(20, TimeUnit.SECONDS)) {
            heard.append(line).append('\n');
            boolean all = true;
            for (String part : parts) {
                all &= line.contains(part);
            }
            if (all) {
                return;
            }
        }
        throw new AssertionError("no line with " + String.join(" and ", parts) + " in:\n" + heard);
    }
}
