package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where the browser tests cannot run. It needs no browser itself. */
class BrowserThereTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsMissingIsSaidWithTheWayToGetIt() throws Exception {
        String path = folder.resolve("bin").toString();
        assertEquals("no " + folder.resolve("node_modules/playwright-core") + "; run npm ci --ignore-scripts in itests/browser",
                Chromium.missing(folder, path));

        Files.createDirectories(folder.resolve("node_modules/playwright-core"));
        assertEquals("no " + folder.resolve("node_modules/axe-core/axe.min.js") + "; run npm ci --ignore-scripts in itests/browser",
                Chromium.missing(folder, path));

        Files.createFile(Files.createDirectories(folder.resolve("node_modules/axe-core")).resolve("axe.min.js"));
        assertEquals("no node in PATH; install nodejs", Chromium.missing(folder, path));

        program("node");
        assertEquals("no chromium in PATH; install chromium", Chromium.missing(folder, path));

        program("chromium-browser");
        assertEquals("", Chromium.missing(folder, path));
    }

    private void program(String name) throws Exception {
        assertTrue(Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve(name)).toFile().setExecutable(true));
    }

    @Test
    void eachTestIsSkippedByItselfSoThatTheTotalsCountIt() {
        assertTrue(BrowserThere.result(true, "no node").isDisabled());
        assertEquals("skipped: no node", BrowserThere.result(true, "no node").getReason().orElseThrow());
        assertFalse(BrowserThere.result(false, "no node").isDisabled(), "a class that is skipped counts as no test");
        assertFalse(BrowserThere.result(true, "").isDisabled());
    }
}
